package org.twosource.app.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.app.search.SearchIndex;

/** What can be waited for. */
public enum WatchKind {
  SECOND_SOURCE("QUERY", "a claim with words of the query gains a second independent source"),
  STANDING("QUERY", "a claim with words of the query becomes disputed, or loses its second source"),
  CORRECTION("QUERY", "a report with the words is changed after publication, or corrects itself"),
  CHANGED_COPY("OUTLET", "a copy of what the outlet wrote changed its meaning"),
  QUERY("SEARCH", "a report fits the search (docs/store.md)"),
  OUTLET("OUTLET", "a report of the outlet, by name or host, comes in"),
  ENTITY("NAME", "a report names the person, place or organization"),
  STORY("ID", "the story grows, is merged or split"),
  SILENCE("TIME SEARCH", "nothing fits the search for so long: 12h, 3d");

  private static final Pattern AFTER_ANALYSIS =
      Pattern.compile("(?i)(?:^|[\\s(-])(person|place|organization|standing|story):");

  private final String takes;
  private final String meaning;

  WatchKind(String takes, String meaning) {
    this.takes = takes;
    this.meaning = meaning;
  }

  /** The name used by commands, pages and JSON: {@code second-source}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its query is: {@code QUERY}. */
  public String takes() {
    return takes;
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
