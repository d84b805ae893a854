package org.twosource.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * Something that is said to happen: who did what to whom, where, when.
 *
 * @param span the words that name it; offsets into the report's body
 * @param trigger the word in {@code span} that carries it
 * @param type the PLOVER root ({@code CONSULT}) or one of the types of the language file's event
 *     list ({@code ACCIDENT}); empty when none fits
 * @param mode the PLOVER mode ({@code visit})
 * @param cameo the CAMEO code ({@code 042})
 * @param actors entity ids of who does it, or the words where no entity is known ("two soldiers")
 * @param recipients likewise of whom it is done to or with
 * @param place entity id
 * @param negated whether it is said not to have happened, or not to happen
 * @param confidence 0 to 1: how probably it is an event worth coding, with these sides; .5 where
 *     there is no grammar to tell
 */
public record Event(
    Span span,
    Span trigger,
    Optional<String> type,
    Optional<String> mode,
    Optional<String> cameo,
    List<String> actors,
    List<String> recipients,
    Optional<String> place,
    Optional<PartialDate> date,
    Status status,
    boolean negated,
    double confidence) {
  public Event {
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
  }

  /** An event less probable than this is a mention of something, not an event to be counted. */
  private static final double LEAST_CONFIDENCE = .5;

  /**
   * Whether it belongs into a list of events: it is probable enough, and somebody does it, or it is
   * a happening, such as an earthquake, that nobody does. The others only tell what the words
   * around them are about.
   */
  public boolean isWorthCoding() {
    return !negated && confidence >= LEAST_CONFIDENCE && (!actors.isEmpty() || cameo.isEmpty());
  }

  /** What is said of its happening. */
  public enum Status {
    HELD,
    PLANNED,
    POSSIBLE,
    POSTPONED,
    CANCELLED,
    REFUSED,
    DENIED,
    ALLEGED;

    /** The name used in the result: {@code held}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
