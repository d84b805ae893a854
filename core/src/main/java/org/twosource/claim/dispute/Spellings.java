package org.twosource.claim.dispute;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.lexicon.EditDistance;
import org.twosource.report.Span;

/**
 * One name in two spellings ("Faiz" and "Fayez"): two full forms whose consonants sound the same. A
 * matter of wording, shown because a search for one form misses the other; each pair is charged
 * once a story, in the weightiest claim that holds both.
 */
public final class Spellings {
  private static final int MIN_LETTERS = 5;

  /** Names of one story that are compared with each other. */
  private static final int MAX_NAMES = 400;

  /** Pairs told of one story. */
  private static final int MAX_PAIRS = 8;

  private Spellings() {}

  /** One form of a name and the wordings it stands in. */
  private record Form(String name, EntityType type, List<Wording> wordings) {
    /** The first in each report. */
    List<Wording> firsts() {
      Set<Integer> reports = new HashSet<>();
      return wordings.stream().filter(wording -> reports.add(wording.report())).toList();
    }
  }

  /**
   * Two spellings of one name.
   *
   * @param a the wording of each report in which a reader meets the first, in story order
   * @param b the same for the second
   */
  public record Pair(String first, List<Wording> a, String second, List<Wording> b) {

    /**
     * The dispute between the first of {@code wordings} that hold either form, if both are there
     * and neither stands in a copy of the other.
     */
    public Optional<Dispute> in(List<Wording> wordings) {
      for (Wording one : a) {
        int i = inSentenceOf(one, wordings);
        for (Wording other : i < 0 ? List.<Wording>of() : b) {
          int j = inSentenceOf(other, wordings);
          if (j >= 0 && differ(one, other)) {
            return Optional.of(
                new DisputedPair(
                        Dispute.Kind.NAME,
                        Dispute.Resolution.WORDING,
                        named(one, first),
                        named(other, second))
                    .between(i, j));
          }
        }
      }
      return Optional.empty();
    }

    /** All of them, in story order. */
    public List<Wording> all() {
      return Stream.concat(a.stream(), b.stream())
          .distinct()
          .sorted(Comparator.comparingInt(Wording::at))
          .toList();
    }

    /** The index of the first wording that is a part of the same sentence; -1 without one. */
    private static int inSentenceOf(Wording named, List<Wording> wordings) {
      return IntStream.range(0, wordings.size())
          .filter(at -> wordings.get(at).report() == named.report())
          .filter(at -> wordings.get(at).sentence().index() == named.sentence().index())
          .findFirst()
          .orElse(-1);
    }

    private boolean differ(Wording one, Wording other) {
      return one.report() != other.report()
          && !one.isCopyOf(other)
          && !holds(one, second)
          && !holds(other, first);
    }
  }

  /** A sentence that writes both tells of two things. */
  private static boolean holds(Wording wording, String name) {
    return find(wording, name).isPresent();
  }

  private static ProposedSide named(Wording wording, String name) {
    return new ProposedSide(wording, find(wording, name).orElse(wording.span()), name, false);
  }

  private static Optional<Span> find(Wording wording, String name) {
    Span sentence = wording.sentence().span();
    String words = Pattern.quote(name).replace(" ", "\\E\\s+\\Q");
    return Pattern.compile("(?iu)(?<!\\p{L})" + words + "(?!\\p{L})")
        .matcher(sentence.in(wording.annotated().body()))
        .results()
        .map(found -> new Span(sentence.start() + found.start(), sentence.start() + found.end()))
        .findFirst();
  }

  /**
   * Pairs of spellings, in order of their first mention. The first wording of a sentence also
   * stands for the names that are in none: who says it.
   */
  public static List<Pair> find(List<Wording> wordings) {
    Map<String, Form> forms = new LinkedHashMap<>();
    Set<Map.Entry<Integer, Integer>> sentences = new HashSet<>();
    for (Wording wording : wordings) {
      if (!wording.sentence().part().isProse()) {
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
          pairs.add(new Pair(a.name(), a.firsts(), b.name(), b.firsts()));
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
              || EditDistance.between(one, other) > 2)) {
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
}
