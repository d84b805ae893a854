package org.twosource.brief.render;

import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twosource.annotate.Mention;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Merge;
import org.twosource.claim.Standing;
import org.twosource.distortion.Distortion;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Overlap;
import org.twosource.report.PartialDate;
import org.twosource.reuse.Passage;
import org.twosource.story.Story;

/** The words for a reader, where they differ from the names in the result. */
public final class Labels {
  private static final int MAX_SIDE_CHARACTERS = 60;

  private Labels() {}

  public static String of(Mention.Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  public static String of(Passage.Substance substance) {
    return substance.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 1 report}, {@code 5 reports}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What a reader has to know of a result that was made without the encoder; else nothing. */
  public static Optional<String> basis(Account account) {
    boolean encodes = account.until().reaches(Stage.ANNOTATE) && account.until() != Stage.STORY;
    return encodes && !account.made().vectors()
        ? Optional.of("The encoder's model is not installed: all of this rests on words alone.")
        : Optional.empty();
  }

  /** What a source of its own has in common with others: {@code only quotations in common}. */
  public static String of(Overlap overlap) {
    boolean speech = overlap.quotations() > 0;
    if (overlap.prose() > 0) {
      return (overlap.prose() == 1 ? "one passage" : overlap.prose() + " passages")
          + (speech ? " and quotations" : "")
          + " in common, not copied";
    }
    if (speech) {
      return "only quotations in common";
    }
    return overlap.other() > 0 ? "only captions or furniture in common" : "no text in common";
  }

  /** A report that may be of a story: {@code Kelm Post may tell of this too (38 % likely, ...)}. */
  public static String of(String name, Story.Doubt doubt) {
    String evidence =
        doubt.evidence().stream()
            .limit(1)
            .map(words -> "; " + PlainText.line(words))
            .findFirst()
            .orElse("");
    return "%s stands alone and may tell of this too (%d %% likely%s)"
        .formatted(name, Math.round(100 * doubt.probability()), evidence);
  }

  /** Why two sources may be one: {@code may share a text (62 % likely: passages of prose: 2)}. */
  public static String possible(Derivation derivation) {
    return "may share a text (%d %% likely: %s)"
        .formatted(
            Math.round(100 * derivation.confidence()), String.join("; ", derivation.evidence()));
  }

  /** {@code 2 independent sources}. */
  public static String sources(int families) {
    return count(families, "independent source");
  }

  /**
   * The same of what has a standing: sources that one informant is behind are not independent, and
   * of what is disputed only those are counted that give the answer that is shown.
   */
  public static String sources(Standing standing, int families) {
    return switch (standing) {
      case ONE_INFORMANT -> count(families, "source");
      case DISPUTED -> sources(families) + " for what is shown";
      case CORROBORATED, SINGLE_ORIGIN -> sources(families);
    };
  }

  public static String of(Standing standing) {
    return switch (standing) {
      case CORROBORATED -> "corroborated";
      case ONE_INFORMANT -> "one informant";
      case SINGLE_ORIGIN -> "single origin";
      case DISPUTED -> "disputed";
    };
  }

  /** What put statements together: {@code likeness}, {@code your decision}. */
  public static String of(Merge.By by) {
    return switch (by) {
      case SAME_WORDS -> "the same words";
      case LIKENESS -> "likeness";
      case QUESTION -> "the question they answer";
      case CONSTRAINT -> "your decision";
    };
  }

  /** What a copy did, as a past participle phrase: {@code plan became fact}. */
  public static String of(Distortion.Kind kind) {
    return kind.label().replace('-', ' ');
  }

  /** The sides of a dispute in a few words: {@code Sunday / Monday}. */
  public static String note(Dispute dispute) {
    return dispute.sides().stream().map(Labels::words).collect(Collectors.joining(" / "));
  }

  /** What was looked through where no disagreement was found. */
  public static String compared(StoryAccount story) {
    return "No disagreement was found. The statements of "
        + count(story.story().reports().size(), "report")
        + " were compared: numbers, dates, places, names, who did it, denials, plans and what"
        + " things are called.";
  }

  /** The words of one side, cut to {@link #MAX_SIDE_CHARACTERS}. */
  public static String words(DisputeSide side) {
    String words = side.words();
    if (words.length() <= MAX_SIDE_CHARACTERS) {
      return words;
    }
    int cut = words.lastIndexOf(' ', MAX_SIDE_CHARACTERS);
    return words.substring(0, cut > 0 ? cut : MAX_SIDE_CHARACTERS) + " ...";
  }

  public static String of(Dispute.Resolution resolution) {
    return switch (resolution) {
      case OPEN -> "open";
      case SUPERSEDED -> "superseded by a later report";
      case WORDING -> "a difference of wording";
    };
  }

  public static String of(Dispute.Between between) {
    return switch (between) {
      case REPORTS -> "the reports disagree";
      case PARTIES -> "the parties disagree, and the reports pass on both";
    };
  }

  /** {@code 18 June 2023}, {@code June 2023}, {@code 2023}; times stay in ISO form. */
  public static String of(PartialDate date) {
    String month = date.earliest().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    int year = date.earliest().getYear();
    return switch (date.precision()) {
      case YEAR -> String.valueOf(year);
      case MONTH -> month + " " + year;
      case DAY -> date.earliest().getDayOfMonth() + " " + month + " " + year;
      case TIME ->
          date.earliest().getDayOfMonth()
              + " "
              + month
              + " "
              + year
              + ", "
              + date.iso().substring(11);
    };
  }

  /** {@code 14–15 May 2024}; what both days share is said once, no date gives nothing. */
  public static String days(Story story) {
    String from = story.from().map(date -> of(date.day())).orElse("");
    String to = story.to().map(date -> of(date.day())).orElse("");
    if (from.equals(to) || to.isEmpty() || from.isEmpty()) {
      return from.isEmpty() ? to : from;
    }
    String[] first = from.split(" ");
    String[] last = to.split(" ");
    boolean days = first.length == 3 && last.length == 3;
    if (days && first[2].equals(last[2])) {
      return first[1].equals(last[1])
          ? first[0] + "–" + to
          : first[0] + " " + first[1] + " to " + to;
    }
    return from + " to " + to;
  }
}
