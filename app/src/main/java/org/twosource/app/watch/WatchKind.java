package org.twosource.app.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.app.search.SearchIndex;

/** What can be waited for. */
public enum WatchKind {
  SECOND_SOURCE(
      "reactor leak", "a claim with words of the query gains a second independent source"),
  STANDING(
      "reactor leak",
      "a claim with words of the query becomes disputed, or loses its second source"),
  CORRECTION(
      "reactor leak, or * for everything",
      "a report with the words is changed after publication, or corrects itself"),
  CHANGED_COPY("Morning Ledger", "a copy of what the outlet wrote changed its meaning"),
  QUERY("\"reactor leak\" -drill", "a report fits the search, written as on the search page"),
  OUTLET("ledger.example", "a report of the outlet, by name or host, comes in"),
  ENTITY("Mara Oldt", "a report names the person, place or organization"),
  STORY("s-01-coast-wire", "the story grows, is merged or split"),
  SILENCE("12h reactor", "nothing fits the search for this long: 12h, 3d");

  private static final Pattern AFTER_ANALYSIS =
      Pattern.compile("(?i)(?:^|[\\s(-])(person|place|organization|standing|story):");

  private final String example;
  private final String meaning;

  WatchKind(String example, String meaning) {
    this.example = example;
    this.meaning = meaning;
  }

  /** The name used by commands, pages and JSON: {@code second-source}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What may be typed for it. */
  public String example() {
    return example;
  }

  /** When it tells. */
  public String meaning() {
    return meaning;
  }

  /**
   * @throws IllegalArgumentException naming those there are
   */
  public static WatchKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no kind of watch '" + label + "'; there are " + labels()));
  }

  public static String labels() {
    return Arrays.stream(values()).map(WatchKind::label).collect(Collectors.joining(", "));
  }

  /**
   * What is wrong with a query of this kind, in a sentence.
   *
   * @param query {@code *} means everything, where words are taken
   */
  public Optional<String> wrong(String query) {
    return switch (this) {
      case SECOND_SOURCE, STANDING, CORRECTION ->
          query.equals("*") || hasWord(query)
              ? Optional.empty()
              : Optional.of("a watch needs words to look for, or * for all");
      case CHANGED_COPY, OUTLET ->
          hasWord(query) ? Optional.empty() : Optional.of("which outlet? Give its name or host");
      case ENTITY -> hasWord(query) ? Optional.empty() : Optional.of("a watch needs a name");
      case STORY -> hasWord(query) ? Optional.empty() : Optional.of("which story? Give its id");
      case QUERY -> wrongSearch(query);
      case SILENCE ->
          Quiet.parse(query)
              .map(quiet -> quiet.isOfAll() ? Optional.<String>empty() : wrongSearch(quiet.query()))
              .orElse(Optional.of("silence takes a time and a search: 12h reactor, 3d outlet:x"));
    };
  }

  private static Optional<String> wrongSearch(String query) {
    if (AFTER_ANALYSIS.matcher(query).find()) {
      return Optional.of(
          "names, standing and story are found by analysis: watch for them with entity, standing"
              + " and story");
    }
    try {
      SearchIndex.check(query);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  private static boolean hasWord(String query) {
    return query.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
