package org.twosource.reuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.twosource.lexicon.Antonyms;
import org.twosource.reuse.StatementPair.Half;

/**
 * What is seen of two sentences, each with the formula beside its name. All are the same in both
 * directions: of what is measured on either side, {@code -less} is the smaller value and {@code
 * -more} the greater. Which to keep of some hundred was chosen by cross-validation on the training
 * pairs alone (docs/notes/encoder.md).
 */
final class StatementFeatures {
  private static final Set<String> NOUNS = Set.of("NOUN", "PROPN", "NUM");
  private static final Set<String> NAMES_AND_NOUNS = Set.of("NOUN", "PROPN");
  private static final Set<String> VERBS = Set.of("VERB");
  private static final Set<String> MODIFIERS = Set.of("ADJ", "ADV");

  /** One thing that is seen. */
  private record Feature(String name, ToDoubleFunction<StatementPair> value) {}

  private static final List<Feature> ALL = new ArrayList<>();

  static {
    // whole sentences
    add("cosine", StatementFeatures::cosine);
    add("cosine-squared", pair -> Math.pow(cosine(pair), 2));
    add("cosine-cubed", pair -> Math.pow(cosine(pair), 3));
    add("length", pair -> Math.log1p(shortest(pair)));
    // words met, by their vectors
    more("rare-words-met", Half::metByRarity);
    more("words-met", Half::met);
    both("partners", Half::partnersByRarity);
    both("content-met-squared", Half::metSquared);
    less("nouns-met", half -> half.met(NAMES_AND_NOUNS));
    both("verbs-met", half -> half.met(VERBS));
    both("worst-word", half -> half.worst(0));
    more("second-worst-word", half -> half.worst(1));
    less("heaviest-gap", Half::heaviestGap);
    less("unmet-words", Half::unmet);
    more("without-partner", Half::withoutPartner);
    both("count-unmet", Half::unmetCount);
    both("nouns-unmet", half -> half.unmetCount(NOUNS));
    more("verbs-unmet", half -> half.unmetCount(VERBS));
    more("modifiers-unmet", half -> half.unmetCount(MODIFIERS));
    add("verbs-alike", pair -> pair.meanCosine(VERBS));
    add("rest-alike", StatementPair::restAlike);
    // words shared
    add("shared-rarity", StatementPair::sharedRarity);
    less("same-stem", Half::sameStem);
    more("same-sense", Half::sameSense);
    more("strangers", half -> Math.log1p(half.strangers().size()));
    add("common-order", pair -> commonInOrder(pair) / longest(pair));
    add("edits", pair -> edits(pair) / longest(pair));
    add("stem-pairs", pair -> dice(runs(pair.a.stems, 2), runs(pair.b.stems, 2)));
    add("word-pairs-less", pair -> Math.min(kept(pair.a, pair.b, 2), kept(pair.b, pair.a, 2)));
    add("word-pairs-more", pair -> Math.max(kept(pair.a, pair.b, 2), kept(pair.b, pair.a, 2)));
    add("four-words-more", pair -> Math.max(kept(pair.a, pair.b, 4), kept(pair.b, pair.a, 4)));
    // grammar
    add("root", pair -> likeness(pair, "root"));
    add("subject", pair -> likeness(pair, "nsubj", "nsubj:pass"));
    add("first-words", pair -> pair.cosine(0, 0, 0));
    add("ties", pair -> dice(pair.a.ties(), pair.b.ties()));
    // facts
    add("numbers-shared", pair -> Math.log1p(shared(pair.a.numbers, pair.b.numbers)));
    add(
        "numbers-missing-less",
        pair ->
            Math.min(
                missing(pair.a.numbers, pair.b.numbers), missing(pair.b.numbers, pair.a.numbers)));
    add(
        "names-missing-more",
        pair -> Math.max(missing(pair.a.names, pair.b.names), missing(pair.b.names, pair.a.names)));
    add("names-differ", pair -> differ(pair.a.names, pair.b.names));
    add("negation-one-side", pair -> pair.a.negated != pair.b.negated ? 1 : 0);
    add("opposites", StatementFeatures::opposites);
    // products
    add("rare-words-met-squared", pair -> Math.pow(least(pair, Half::metByRarity), 2));
    add("cosine-times-unmet", pair -> cosine(pair) * most(pair, Half::unmet));
    add("cosine-times-shared", pair -> cosine(pair) * pair.sharedRarity());
    add("cosine-times-length", pair -> cosine(pair) * Math.log1p(shortest(pair)));
    add(
        "sense-times-order",
        pair -> least(pair, Half::sameSense) * commonInOrder(pair) / longest(pair));
  }

  private StatementFeatures() {}

  /** In the order of {@link #of}. */
  static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

  /** One value a feature. */
  static double[] of(StatementPair pair) {
    return ALL.stream().mapToDouble(feature -> feature.value().applyAsDouble(pair)).toArray();
  }

  private static void add(String name, ToDoubleFunction<StatementPair> value) {
    ALL.add(new Feature(name, value));
  }

  private static void less(String name, ToDoubleFunction<Half> value) {
    add(name + "-less", pair -> least(pair, value));
  }

  private static void more(String name, ToDoubleFunction<Half> value) {
    add(name + "-more", pair -> most(pair, value));
  }

  private static void both(String name, ToDoubleFunction<Half> value) {
    less(name, value);
    more(name, value);
  }

  private static double least(StatementPair pair, ToDoubleFunction<Half> value) {
    return Math.min(value.applyAsDouble(pair.left), value.applyAsDouble(pair.right));
  }

  private static double most(StatementPair pair, ToDoubleFunction<Half> value) {
    return Math.max(value.applyAsDouble(pair.left), value.applyAsDouble(pair.right));
  }

  private static double cosine(StatementPair pair) {
    return SentenceFeatures.cosine(pair.a.vector, pair.b.vector);
  }

  private static double longest(StatementPair pair) {
    return Math.max(1, Math.max(pair.a.size(), pair.b.size()));
  }

  private static double shortest(StatementPair pair) {
    return Math.min(pair.a.size(), pair.b.size());
  }

  /** Cosine of the words in one place of the grammar; where one has none, how words are met. */
  private static double likeness(StatementPair pair, String... relations) {
    return pair.cosine(
        pair.a.atRoot(relations), pair.b.atRoot(relations), least(pair, Half::metByRarity));
  }

  /** Whether both sides have something that the other lacks. */
  private static double differ(Set<String> one, Set<String> other) {
    return !one.containsAll(other) && !other.containsAll(one) ? 1 : 0;
  }

  private static double opposites(StatementPair pair) {
    Antonyms antonyms = Antonyms.standard();
    for (String one : pair.left.strangers()) {
      for (String other : pair.right.strangers()) {
        if (antonyms.areOpposite(one, other)) {
          return 1;
        }
      }
    }
    return 0;
  }

  private static double dice(Set<String> one, Set<String> other) {
    return one.size() + other.size() == 0
        ? 0
        : 2.0 * shared(one, other) / (one.size() + other.size());
  }

  private static long shared(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).count();
  }

  /** How many of one are not in the other, as the logarithm of one more. */
  private static double missing(Set<String> one, Set<String> other) {
    return Math.log1p(one.size() - shared(one, other));
  }

  /** The share of the runs of words of {@code side} that {@code other} has too. */
  private static double kept(StatementSide side, StatementSide other, int words) {
    Set<String> runs = runs(side.words, words);
    return (double) shared(runs, runs(other.words, words)) / Math.max(1, runs.size());
  }

  private static Set<String> runs(List<String> words, int length) {
    Set<String> runs = new HashSet<>();
    for (int at = 0; at + length <= words.size(); at++) {
      runs.add(String.join(" ", words.subList(at, at + length)));
    }
    return runs;
  }

  /** Stems put in, taken out or replaced to make one sentence the other (Levenshtein 1966). */
  private static double edits(StatementPair pair) {
    List<String> other = pair.b.stems;
    int[] row = new int[other.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 0; i < pair.a.size(); i++) {
      int diagonal = row[0];
      row[0] = i + 1;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (pair.a.stems.get(i).equals(other.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.size()];
  }

  private static double commonInOrder(StatementPair pair) {
    List<String> seen = new ArrayList<>(new HashSet<>(pair.b.stems));
    int[] left = pair.a.stems.stream().mapToInt(seen::indexOf).toArray();
    int[] right = pair.b.stems.stream().mapToInt(seen::indexOf).toArray();
    return SentenceFeatures.commonInOrder(left, right);
  }
}
