package org.twosource.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.text.Language;

/**
 * What looks like saying and is a deed that many can see: "pleaded guilty to", "released her tax
 * returns". Who does it is nobody's informant of it. Immutable, for any thread.
 */
final class PublicActs {
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Set<String> acts;
  private final Set<String> saying;
  private final Set<String> records;

  PublicActs(Language language) {
    this.acts = language.words("public-acts");
    this.saying = language.words("plain-speech");
    this.records = language.words("record-words");
  }

  /** Whether an attribution is such a deed; not "released a statement saying". */
  boolean isIn(Annotated report, Attribution attribution) {
    return attribution.quoted().isEmpty()
        && attribution
            .cue()
            .map(cue -> cue.in(report.body()))
            .filter(cue -> has(cue, acts) && !has(cue, saying) && !has(cue, records))
            .isPresent();
  }

  private static boolean has(String words, Set<String> of) {
    return Arrays.stream(NOT_LETTERS.split(words.toLowerCase(Locale.ROOT))).anyMatch(of::contains);
  }
}
