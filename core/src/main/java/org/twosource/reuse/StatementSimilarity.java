package org.twosource.reuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * How far two sentences say the same, linear on features that can be shown: vectors of sentences
 * and words, words shared, numbers and names on one side only, negation. Every feature is the same
 * in both directions. It measures likeness of meaning; it does not see every change of fact, which
 * is the work of distortion. Immutable, for any thread.
 */
public final class StatementSimilarity {
  /** Names of the values, in the order of {@link #features}. */
  public static final List<String> FEATURES =
      List.of(
          "cosine",
          "cosine-cubed",
          "rare-words-met-less",
          "rare-words-met-more",
          "words-met-less",
          "words-met-more",
          "worst-word-less",
          "worst-word-more",
          "unmet-words-less",
          "unmet-words-more",
          "shared-words",
          "shared-words-less",
          "shared-words-more",
          "common-order",
          "letter-groups",
          "word-pairs",
          "length-ratio",
          "numbers-one-side",
          "names-one-side",
          "negation-one-side",
          "cosine-times-met",
          "cosine-times-unmet");

  private static final String MODEL = "/org/twosource/weights/same-statement.txt";
  private static final double UNMET = .6;

  private final LinearModel model;
  private final WordRarity rarity;
  private final Set<String> functionWords;
  private final Set<String> negations;

  public StatementSimilarity(LinearModel model, WordRarity rarity, Language language) {
    this.model = model;
    this.rarity = rarity;
    functionWords = language.words("stopwords");
    negations = new HashSet<>(language.words("negations"));
  }

  /** With the weights and words that come with the program, for English. */
  public static StatementSimilarity standard() {
    return new StatementSimilarity(
        LinearModel.load(MODEL, FEATURES),
        WordRarity.standard(),
        Language.find("en").orElseThrow());
  }

  /**
   * One sentence, ready to be compared.
   *
   * @param vector of the sentence, length 1
   * @param rows one vector a token, each of length 1
   */
  public record Side(List<Token> tokens, float[] vector, float[][] rows) {}

  /** A sentence of an annotated text; empty where there are no vectors. */
  public static Optional<Side> side(Annotated text, int sentence) {
    Optional<float[]> vector = text.vectors().sentence(sentence);
    Optional<float[][]> rows = text.vectors().tokens(sentence);
    return vector.isEmpty() || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Side(text.sentences().get(sentence).tokens(), vector.get(), rows.get()));
  }

  /**
   * The likeness of two sentences, about 0 (nothing in common) to 1 (the same); empty where there
   * are no vectors.
   */
  public OptionalDouble similarity(Annotated a, int sentenceA, Annotated b, int sentenceB) {
    Optional<Side> left = side(a, sentenceA);
    Optional<Side> right = side(b, sentenceB);
    return left.isEmpty() || right.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(similarity(left.get(), right.get()));
  }

  /** The likeness, 0 to 1. */
  public double similarity(Side a, Side b) {
    return Math.clamp(model.score(features(a, b)), 0.0, 1.0);
  }

  /** One value a feature, each about 0 to 1. */
  public double[] features(Side a, Side b) {
    double cosine = dot(a.vector(), b.vector());
    double[][] met = met(a, b);
    Met left = met(a, met[0]);
    Met right = met(b, met[1]);
    List<String> wordsA = words(a);
    List<String> wordsB = words(b);
    Set<String> contentA = content(wordsA);
    Set<String> contentB = content(wordsB);
    double shared = contentA.stream().filter(contentB::contains).count();
    double inA = shared / Math.max(1, contentA.size());
    double inB = shared / Math.max(1, contentB.size());
    double longest = Math.max(1, Math.max(wordsA.size(), wordsB.size()));
    double metBoth = Math.min(left.rare, right.rare);
    return new double[] {
      cosine,
      cosine * cosine * cosine,
      metBoth,
      Math.max(left.rare, right.rare),
      Math.min(left.mean, right.mean),
      Math.max(left.mean, right.mean),
      Math.min(left.worst, right.worst),
      Math.max(left.worst, right.worst),
      Math.min(left.unmet, right.unmet),
      Math.max(left.unmet, right.unmet),
      shared / Math.max(1, contentA.size() + contentB.size() - shared),
      Math.min(inA, inB),
      Math.max(inA, inB),
      commonInOrder(wordsA, wordsB) / longest,
      dice(letterGroups(wordsA), letterGroups(wordsB)),
      dice(pairs(wordsA), pairs(wordsB)),
      Math.min(wordsA.size(), wordsB.size()) / longest,
      oneSide(numbers(a), numbers(b)),
      oneSide(names(a), names(b)),
      negated(wordsA) != negated(wordsB) ? 1 : 0,
      cosine * metBoth,
      cosine * Math.max(left.unmet, right.unmet)
    };
  }

  /**
   * How the words of one side are met on the other.
   *
   * @param rare mean of the greatest cosines, by rarity
   * @param mean plain mean
   * @param worst the least of the content words
   * @param unmet the share of content words below the bound, by rarity
   */
  private record Met(double rare, double mean, double worst, double unmet) {}

  private static double[][] met(Side a, Side b) {
    double[][] best = {new double[a.rows().length], new double[b.rows().length]};
    for (int i = 0; i < a.rows().length; i++) {
      for (int j = 0; j < b.rows().length; j++) {
        double cosine = dot(a.rows()[i], b.rows()[j]);
        best[0][i] = Math.max(best[0][i], cosine);
        best[1][j] = Math.max(best[1][j], cosine);
      }
    }
    return best;
  }

  private Met met(Side side, double[] best) {
    double sum = 0;
    double weights = 0;
    double plain = 0;
    double worst = 1;
    double unmet = 0;
    int words = 0;
    for (int i = 0; i < best.length; i++) {
      Token token = side.tokens().get(i);
      if (!token.isWord()) {
        continue;
      }
      double weight = weight(token);
      sum += weight * best[i];
      weights += weight;
      plain += best[i];
      words++;
      if (!functionWords.contains(token.normal())) {
        worst = Math.min(worst, best[i]);
        unmet += best[i] < UNMET ? weight : 0;
      }
    }
    return new Met(
        sum / Math.max(1e-6, weights),
        plain / Math.max(1, words),
        worst,
        unmet / Math.max(1e-6, weights));
  }

  private double weight(Token token) {
    return .3 + Math.min(8, rarity.of(token.normal()));
  }

  private static double dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static List<String> words(Side side) {
    return side.tokens().stream().filter(Token::isWord).map(Token::normal).toList();
  }

  private Set<String> content(List<String> words) {
    Set<String> content = new HashSet<>(words);
    content.removeIf(functionWords::contains);
    return content;
  }

  private boolean negated(List<String> words) {
    return words.stream().anyMatch(word -> negations.contains(word) || word.equals("n't"));
  }

  private static Set<String> numbers(Side side) {
    Set<String> numbers = new HashSet<>();
    for (Token token : side.tokens()) {
      if (token.text().chars().anyMatch(Character::isDigit)) {
        numbers.add(token.normal().replace(",", ""));
      }
    }
    return numbers;
  }

  private static Set<String> names(Side side) {
    Set<String> names = new HashSet<>();
    for (int i = 1; i < side.tokens().size(); i++) {
      Token token = side.tokens().get(i);
      if (Character.isUpperCase(token.text().charAt(0))) {
        names.add(token.normal());
      }
    }
    return names;
  }

  private static double oneSide(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    long both = all.stream().filter(one -> a.contains(one) && b.contains(one)).count();
    return all.isEmpty() ? 0 : (double) (all.size() - both) / all.size();
  }

  private static Set<String> letterGroups(List<String> words) {
    Set<String> groups = new HashSet<>();
    String line = " " + String.join(" ", words) + " ";
    for (int i = 0; i + 4 <= line.length(); i++) {
      groups.add(line.substring(i, i + 4));
    }
    return groups;
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + " " + words.get(i + 1));
    }
    return pairs;
  }

  private static double dice(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return a.size() + b.size() == 0 ? 0 : 2.0 * both / (a.size() + b.size());
  }

  private static int commonInOrder(List<String> a, List<String> b) {
    List<String> seen = new ArrayList<>(new HashSet<>(b));
    int[] left = a.stream().mapToInt(seen::indexOf).toArray();
    int[] right = b.stream().mapToInt(seen::indexOf).toArray();
    return SentencePair.commonInOrder(left, right);
  }
}
