package org.twosource.claim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Part;

/**
 * One name in two spellings ("Faiz" and "Fayez"): two full forms whose consonants sound the same. A
 * matter of wording, shown because a search for one form misses the other; each pair is charged
 * once a story, in the weightiest claim that holds both.
 */
final class Spellings {
  private static final int MIN_LETTERS = 5;

  /** Names of one story that are compared with each other. */
  private static final int MAX_NAMES = 400;

  /** Pairs told of one story. */
  private static final int MAX_PAIRS = 8;

  private Spellings() {}

  /** One form of a name and the wordings it stands in. */
  private record Form(String name, EntityType type, List<Wording> wordings) {}

  /**
   * Two spellings of one name.
   *
   * @param a wordings that hold the first, in story order
   * @param b wordings that hold the second
   */
  record Pair(String first, List<Wording> a, String second, List<Wording> b) {

    /**
     * The dispute between the first of {@code wordings} that hold either form, if both are there
     * and neither stands in a copy of the other.
     */
    Optional<Dispute> in(List<Wording> wordings) {
      for (Wording one : a) {
        for (Wording other : b) {
          int i = wordings.indexOf(one);
          int j = wordings.indexOf(other);
          if (i >= 0
              && j >= 0
              && i != j
              && !Disputes.isCopy(one, other)
              && !holds(one, second)
              && !holds(other, first)) {
            return Optional.of(
                new Dispute(
                    Dispute.Kind.NAME,
                    Dispute.Between.REPORTS,
                    Dispute.Resolution.WORDING,
                    i,
                    j,
                    first + " / " + second));
          }
        }
      }
      return Optional.empty();
    }
  }

  /** A report that writes both tells them apart, or does not care. */
  private static boolean holds(Wording wording, String name) {
    return Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
        .matcher(wording.annotated().body())
        .find();
  }

  /**
   * Pairs of spellings, in order of their first mention. The first wording of a sentence also
   * stands for the names that are in none: who says it.
   */
  static List<Pair> find(List<Wording> wordings) {
    Map<String, Form> forms = new LinkedHashMap<>();
    Set<Map.Entry<Integer, Integer>> sentences = new HashSet<>();
    for (Wording wording : wordings) {
      if (wording.sentence().part() != Part.Kind.BODY) {
        continue;
      }
      boolean first = sentences.add(Map.entry(wording.report(), wording.sentence().index()));
      Span within = first ? wording.sentence().span() : wording.span();
      for (Mention mention : wording.annotated().mentionsIn(within)) {
        if (mention.form() == Mention.Form.NAME && forms.size() < MAX_NAMES) {
          String name = mention.span().in(wording.annotated().body()).replaceAll("\\s+", " ");
          forms
              .computeIfAbsent(name, any -> new Form(name, mention.type(), new ArrayList<>()))
              .wordings()
              .add(wording);
        }
      }
    }
    List<Form> all = List.copyOf(forms.values());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size() && pairs.size() < MAX_PAIRS; j++) {
        Form a = all.get(i);
        Form b = all.get(j);
        if (fit(a.type(), b.type()) && areSpellings(a.name(), b.name())) {
          pairs.add(new Pair(a.name(), a.wordings(), b.name(), b.wordings()));
        }
      }
    }
    return pairs;
  }

  private static boolean fit(EntityType a, EntityType b) {
    return a == b || a == EntityType.OTHER || b == EntityType.OTHER;
  }

  /**
   * Whether two names of as many words differ in vowels and like sounds alone; not Niger and
   * Nigeria.
   */
  private static boolean areSpellings(String a, String b) {
    String[] first = words(a);
    String[] second = words(b);
    if (first.length != second.length
        || Math.min(normal(a).length(), normal(b).length()) < MIN_LETTERS
        || normal(a).equals(normal(b))
        || british(a).equals(british(b))) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      String one = normal(first[i]);
      String other = normal(second[i]);
      boolean longer = one.startsWith(other) || other.startsWith(one);
      if (!one.equals(other)
          && (longer
              || !consonants(one).equals(consonants(other))
              || Edits.distance(one, other) > 2)) {
        return false;
      }
    }
    return true;
  }

  private static String[] words(String name) {
    return name.strip().replaceAll("['’]s?$", "").split("[\\s-]+");
  }

  /** What transliterations keep: the consonants, those of like sound made one. */
  private static String consonants(String word) {
    return word.replaceAll("[aeiouy]", "")
        .replace('z', 's')
        .replaceAll("[qc]", "k")
        .replace('w', 'v')
        .replaceAll("(.)\\1", "$1");
  }

  /** A name with the endings that British and American printers spell differently made one. */
  private static String british(String name) {
    return normal(name.replaceAll("ter\\b", "tre").replaceAll("bor\\b", "bour"));
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
