package org.twosource.claim;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twosource.annotate.Mention;

/**
 * One name in two spellings ("Faiz" and "Fayez"): two full forms that differ in a letter or two and
 * stand in alike wordings. A matter of wording, shown because a search for one form misses the
 * other.
 */
final class NameDispute implements DisputeDetector {
  private static final int MIN_LETTERS = 5;
  private static final double MIN_LIKENESS = 0.25;

  @Override
  public Optional<Found> find(Wording a, Wording b, double likeness) {
    if (likeness < MIN_LIKENESS) {
      return Optional.empty();
    }
    for (Mention one : names(a)) {
      String name = one.span().in(a.annotated().body());
      for (Mention other : names(b)) {
        String second = other.span().in(b.annotated().body());
        if (areSpellings(name, second)) {
          return Optional.of(Found.of(Dispute.Kind.NAME, Dispute.Resolution.WORDING, name, second));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Mention> names(Wording wording) {
    return wording.annotated().mentionsIn(wording.span()).stream()
        .filter(mention -> mention.form() == Mention.Form.NAME)
        .toList();
  }

  private static boolean areSpellings(String a, String b) {
    String first = normal(a);
    String second = normal(b);
    if (first.equals(second)
        || Math.min(first.length(), second.length()) < MIN_LETTERS
        || Math.abs(first.length() - second.length()) > 2
        || first.charAt(0) != second.charAt(0)
        || first.startsWith(second)
        || second.startsWith(first)) {
      return false;
    }
    int allowed = Math.min(first.length(), second.length()) >= 8 ? 2 : 1;
    return Edits.distance(first, second) <= allowed;
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}|['’]s$|[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance. */
  private static final class Edits {
    static int distance(String a, String b) {
      int[] row = new int[b.length() + 1];
      for (int j = 0; j <= b.length(); j++) {
        row[j] = j;
      }
      for (int i = 1; i <= a.length(); i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
          int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          diagonal = row[j];
          row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
        }
      }
      return row[b.length()];
    }
  }
}
