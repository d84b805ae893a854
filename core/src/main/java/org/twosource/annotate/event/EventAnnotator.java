package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Event;
import org.twosource.annotate.TextAnnotator;
import org.twosource.encode.Encoder;
import org.twosource.encode.TextEncoding;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * Finds events: the word that names one, who does it, to or with whom, where, when, what is said of
 * its happening, and whether it is one worth coding.
 *
 * <p>Words come from the language file. Who and whom come from the grammar alone ({@link
 * Arguments}); without grammar, from the nearest names before and after. The root comes from the
 * tables; of an event between two named sides a learned model ({@link RootModel}), where there is
 * one, has the last word, and then mode and exact code are open. The status comes from the cues
 * over the trigger and from what holds it ({@link EventStatus}). Whether it is an event between
 * persons, bodies or states, and not a word that looks like one, is told by {@link EventWorth}.
 *
 * <p>Threads: may be shared.
 */
public final class EventAnnotator implements TextAnnotator {

  /** The words of a language that events are made of. */
  record Words(
      EventWords events,
      EventStatus.Words status,
      RootFeatures roots,
      Parties.Words parties,
      EventWorth.Words worth,
      Set<String> places) {
    static Words of(Language language) {
      Parties.Words parties = Parties.Words.of(language);
      return new Words(
          new EventWords(language),
          EventStatus.Words.of(language),
          new RootFeatures(language),
          parties,
          EventWorth.Words.of(language, parties),
          language.words("place-words-before"));
    }
  }

  private final Map<String, Optional<Words>> languages = new ConcurrentHashMap<>();
  private final Optional<RootModel> roots;

  /** By the tables alone. */
  public EventAnnotator() {
    this(Optional.empty());
  }

  /** With a model that has the last word on the root of an English event with two sides. */
  public EventAnnotator(Optional<RootModel> roots) {
    this.roots = roots;
  }

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    List<Event> events = events(soFar);
    return events.isEmpty() ? soFar : soFar.withEvents(events);
  }

  /** The events of a text, by trigger. */
  private List<Event> events(Annotated soFar) {
    Optional<Words> words =
        languages.computeIfAbsent(
            soFar.text().language(), code -> Language.find(code).map(Words::of));
    if (words.isEmpty()) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    for (Sentence sentence : soFar.sentences()) {
      if (sentence.tokens().size() <= Encoder.MAX_TOKENS) {
        events.addAll(new SentenceEvents(words.get(), roots, soFar, sentence).events());
      }
    }
    events.sort(Comparator.comparing(Event::trigger));
    return events;
  }
}
