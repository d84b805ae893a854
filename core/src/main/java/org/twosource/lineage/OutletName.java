package org.twosource.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.report.HostName;
import org.twosource.report.Span;
import org.twosource.text.Part;

/**
 * The name of an outlet as one word without blanks, and where a text names it. Addresses are
 * reduced to their own part: {@code www.dailyherald.co.uk} is {@code dailyherald}; a text names it
 * as "Daily Herald", and {@code nytribune} as "New York Tribune" or "NY Tribune".
 */
final class OutletName {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** An outlet's name has at most this many words. */
  private static final int MAX_WORDS = 5;

  private static final int MIN_LETTERS = 3;

  private final Set<String> forms;

  private OutletName(Set<String> forms) {
    this.forms = forms;
  }

  /** The outlet of a report; without one, a name that nothing names. */
  static OutletName of(Annotated report) {
    return new OutletName(report.report().outlet().map(OutletName::forms).orElse(Set.of()));
  }

  static OutletName of(String outlet) {
    return new OutletName(forms(outlet));
  }

  private static Set<String> forms(String outlet) {
    String lower = outlet.toLowerCase(Locale.ROOT).strip();
    String name = lower;
    if (lower.matches("[\\w-]+(\\.[\\w-]+)+")) {
      name = HostName.own(lower);
    }
    String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
    String bare =
        letters.startsWith("the") && letters.length() > 6 ? letters.substring(3) : letters;
    return bare.length() < MIN_LETTERS ? Set.of() : Set.of(bare);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutletName name && forms.equals(name.forms);
  }

  @Override
  public int hashCode() {
    return forms.hashCode();
  }

  /** Whether two reports come from one outlet. */
  boolean isSame(OutletName other) {
    return !forms.isEmpty() && forms.equals(other.forms);
  }

  /**
   * The first place where the report names the outlet.
   *
   * @param links whether lists of links to other pages count
   */
  Optional<Span> namedIn(Annotated report, boolean links) {
    return places(report, links, 1).stream().findFirst();
  }

  /** All places where the report names the outlet, lists of links left out. */
  List<Span> placesIn(Annotated report) {
    return places(report, false, Integer.MAX_VALUE);
  }

  private List<Span> places(Annotated report, boolean links, int limit) {
    List<Span> places = new ArrayList<>();
    if (forms.isEmpty()) {
      return places;
    }
    String form = forms.iterator().next();
    List<Span> words = new ArrayList<>();
    Matcher word = WORD.matcher(report.body());
    while (word.find()) {
      words.add(new Span(word.start(), word.end()));
    }
    for (int from = 0; from < words.size() && places.size() < limit; from++) {
      boolean begins =
          Character.isUpperCase(report.body().codePointAt(words.get(from).start()))
              && !continuesName(report.body(), words, from);
      if (begins) {
        int to = named(report.body(), words, from, form);
        if (to > from && (links || !inLinks(report, words.get(from).start()))) {
          places.add(words.get(from).union(words.get(to - 1)));
        }
      }
    }
    return places;
  }

  /** Where the name that begins at a word ends, or -1. */
  private static int named(String body, List<Span> words, int from, String form) {
    StringBuilder joined = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (int to = from; to < Math.min(words.size(), from + MAX_WORDS); to++) {
      if (to > from && !follows(body, words.get(to - 1), words.get(to))) {
        return -1;
      }
      String word = words.get(to).in(body).toLowerCase(Locale.ROOT);
      boolean alone = to == from && word.length() < 5;
      if (form.equals(initials + word) && (to > from + 1 || initials.isEmpty() && !alone)) {
        return to + 1;
      }
      if (alone && form.equals(word) && isCapitals(words.get(to).in(body))) {
        return to + 1;
      }
      joined.append(word);
      initials.append(word.charAt(0));
      if (form.contentEquals(joined) && !alone
          || form.contentEquals(initials) && initials.length() >= MIN_LETTERS) {
        return to + 1;
      }
    }
    return -1;
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean follows(String body, Span one, Span next) {
    return next.start() - one.end() == 1
        && Character.isUpperCase(body.codePointAt(next.start()))
        && body.charAt(one.end()) != '\n';
  }

  /** Whether the word before belongs to the same name: "Times" in "New York Times". */
  private static boolean continuesName(String body, List<Span> words, int at) {
    return at > 0
        && follows(body, words.get(at - 1), words.get(at))
        && Character.isUpperCase(body.codePointAt(words.get(at - 1).start()))
        && !words.get(at - 1).in(body).equalsIgnoreCase("the");
  }

  private static boolean inLinks(Annotated report, int offset) {
    return report.text().parts().stream()
        .anyMatch(part -> part.kind() == Part.Kind.RELATED_LINKS && part.span().contains(offset));
  }
}
