package org.twosource.timeline;

import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.report.Span;

/**
 * What a date is the date of.
 *
 * @param word the verb or noun that names it; offsets into the report's body
 * @param part of the sentence that tells of it, without what hangs on another verb; offsets into
 *     the report's body
 * @param stem of that word
 * @param objects stems of the words for what it is done to; empty where none is named
 * @param event the event read at that word, where one was
 * @param status as the verb's own auxiliaries put it; empty where they say nothing
 * @param told whether the sentence tells of it, and does not only name it ("Friday's attack")
 * @param over the nearest cue that bears on that word
 */
record Doing(
    Span word,
    Span part,
    String stem,
    Set<String> objects,
    Optional<Event> event,
    Optional<Event.Status> status,
    boolean told,
    Optional<Cue> over) {}
