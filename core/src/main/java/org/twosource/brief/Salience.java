package org.twosource.brief;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Mention;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.LinearModel;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * How much of a sentence an impartial account of its story would say too, 0 to 1.
 *
 * <p>A logistic regression over {@link #FEATURES}: what the openings and headlines of the other
 * reports share with it, where it stands, its length, and how it speaks. Learned on what editors
 * kept of three outlets' reports in their neutral roundup; see the card. Reports are compared by
 * their openings, for that is where they tell the news, and a family of copies counts as one. One
 * thread.
 */
public final class Salience {

  /** The evidence, in the order of the weights; all are 0 to 1. */
  public static final List<String> FEATURES =
      List.of(
          "shared",
          "like-other-firsts",
          "nearest-in-sense",
          "own-headline",
          "other-headlines",
          "late",
          "length",
          "length-squared",
          "question",
          "names");

  /** Sentences of the body that are a report's opening. */
  private static final int OPENING_SENTENCES = 6;

  /** Words at which a sentence counts as long as any. */
  private static final double LONG = 60;

  private static final LinearModel MODEL =
      LinearModel.load("/org/twosource/weights/salience.tsv", FEATURES);

  private final ContentWords contentWords;
  private final WordRarity rarity = WordRarity.standard();
  private final Map<String, Lead> openings = new LinkedHashMap<>();
  private final Map<String, Double> holders = new HashMap<>(); // weight of openings with a word
  private final Map<Weighted, Double> firsts = new LinkedHashMap<>();
  private final Map<Set<String>, Double> titles = new LinkedHashMap<>();
  private final Set<float[]> vectors = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<float[], Double> sums = new IdentityHashMap<>();
  private double weight;
  private double weightOfTitled;

  /**
   * What a report opens with.
   *
   * @param weight what the report counts among the others: one over the size of its family
   * @param vectors of its sentences, the arrays shared between equal ones
   */
  private record Lead(
      double weight,
      List<float[]> vectors,
      Map<String, Double> words,
      Weighted first,
      Set<String> headline) {}

  /**
   * Words with their weights.
   *
   * @param squares the squares of the weights, summed
   */
  private record Weighted(Map<String, Double> words, double squares) {
    Weighted(Map<String, Double> words) {
      this(words, words.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    double cosine(Weighted other) {
      double both = 0;
      for (var word : words.entrySet()) {
        both += other.words.containsKey(word.getKey()) ? word.getValue() * word.getValue() : 0;
      }
      double lengths = squares * other.squares;
      return lengths == 0 ? 0 : both / Math.sqrt(lengths);
    }
  }

  /**
   * @param families the family of each report, by the report's id
   */
  public Salience(Language language, List<Annotated> reports, Map<String, String> families) {
    contentWords = new ContentWords(language);
    Map<String, Integer> sizes = new HashMap<>();
    reports.forEach(
        report -> sizes.merge(families.getOrDefault(report.id(), report.id()), 1, Integer::sum));
    for (Annotated report : reports) {
      add(
          report.id(),
          opening(
              report,
              1.0
                  / Objects.requireNonNull(
                      sizes.get(families.getOrDefault(report.id(), report.id())))));
    }
  }

  private void add(String report, Lead opening) {
    openings.put(report, opening);
    weight += opening.weight();
    vectors.addAll(opening.vectors());
    opening.words().keySet().forEach(word -> holders.merge(word, opening.weight(), Double::sum));
    firsts.merge(opening.first(), opening.weight(), Double::sum);
    if (!opening.headline().isEmpty()) {
      weightOfTitled += opening.weight();
      titles.merge(opening.headline(), opening.weight(), Double::sum);
    }
  }

  private Lead opening(Annotated report, double weight) {
    List<Sentence> body =
        report.sentences().stream()
            .filter(sentence -> sentence.part().isProse())
            .limit(OPENING_SENTENCES)
            .toList();
    Map<String, Double> words = new HashMap<>();
    body.forEach(sentence -> weighted(sentence).forEach(words::putIfAbsent));
    List<float[]> own =
        body.stream()
            .map(sentence -> report.vectors().sentence(sentence.index()))
            .flatMap(Optional::stream)
            .toList();
    return new Lead(
        weight,
        own,
        words,
        new Weighted(body.isEmpty() ? Map.of() : weighted(body.getFirst())),
        headline(report.text()));
  }

  private Set<String> headline(Text text) {
    Set<String> words = new HashSet<>();
    text.report()
        .headline()
        .ifPresent(
            headline -> {
              for (String word :
                  headline.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (contentWords.isContent(new Token(new Span(0, 1), word, word))) {
                  words.add(contentWords.stem(word));
                }
              }
            });
    return words;
  }

  /** The stems of the content words of a sentence with their rarity. */
  private Map<String, Double> weighted(Sentence sentence) {
    Map<String, Double> words = new HashMap<>();
    for (Token token : sentence.tokens()) {
      if (contentWords.isContent(token)) {
        words.put(contentWords.stem(token.normal()), (double) rarity.of(token.normal()));
      }
    }
    return words;
  }

  /** The share an impartial account would say, 0 to 1. */
  public double of(Annotated report, Sentence sentence, int fromHead) {
    return MODEL.probability(features(report, sentence, fromHead));
  }

  /**
   * The evidence about one sentence, in the order of {@link #FEATURES}.
   *
   * <p>What all openings add up to is summed once, and what the report's own adds is taken off, so
   * a sentence costs no more the more reports there are; copies repeat sentences, and what was
   * found for one is kept.
   *
   * @param fromHead sentences of the report's body before it
   */
  public double[] features(Annotated report, Sentence sentence, int fromHead) {
    Optional<Lead> own = Optional.ofNullable(openings.get(report.id()));
    double others = weight - own.map(Lead::weight).orElse(0.0);
    Map<String, Double> words = weighted(sentence);
    double heaviness = Math.max(1e-9, words.values().stream().mapToDouble(w -> w).sum());
    double shared = 0;
    for (var word : words.entrySet()) {
      double here = own.filter(one -> one.words().containsKey(word.getKey())).isPresent() ? 1 : 0;
      double holding =
          holders.getOrDefault(word.getKey(), 0.0) - here * own.map(Lead::weight).orElse(0.0);
      shared += word.getValue() * share(holding, others);
    }
    Weighted all = new Weighted(words);
    double likeFirsts = without(own, firsts, Lead::first, all::cosine);
    double headlines = without(own, titles, Lead::headline, headline -> cover(headline, words));
    double titled =
        weightOfTitled - own.filter(one -> !one.headline().isEmpty()).map(Lead::weight).orElse(0.0);
    long tokens = sentence.tokens().stream().filter(Token::isWord).count();
    double length = Math.min(tokens, LONG) / LONG;
    return new double[] {
      shared / heaviness,
      share(likeFirsts, others),
      share(nearest(report, sentence, own), others),
      own.map(one -> cover(one.headline(), words)).orElse(0.0),
      share(headlines, titled),
      Math.min(fromHead, OPENING_SENTENCES) / (double) OPENING_SENTENCES,
      length,
      length * length,
      sentence.span().in(report.body()).endsWith("?") ? 1 : 0,
      names(report, sentence) / Math.max(1.0, tokens)
    };
  }

  private static double share(double part, double all) {
    return all < 1e-9 ? 0 : Math.max(0, part) / all;
  }

  /** The weighted sum of a likeness over all openings but one, equal ones looked at once. */
  private static <T> double without(
      Optional<Lead> own,
      Map<T, Double> weights,
      Function<Lead, T> part,
      ToDoubleFunction<T> likeness) {
    double sum = 0;
    for (var one : weights.entrySet()) {
      double weight =
          one.getValue()
              - own.filter(opening -> part.apply(opening).equals(one.getKey()))
                  .map(Lead::weight)
                  .orElse(0.0);
      sum += weight < 1e-9 ? 0 : weight * likeness.applyAsDouble(one.getKey());
    }
    return sum;
  }

  /** The weighted sum over the other openings of the cosine of their nearest sentence. */
  private double nearest(Annotated report, Sentence sentence, Optional<Lead> own) {
    Optional<float[]> vector = report.vectors().sentence(sentence.index());
    if (vector.isEmpty()) {
      return 0;
    }
    double all = sums.computeIfAbsent(vector.get(), this::nearestOfAll);
    return all
        - own.map(one -> one.weight() * best(one, other -> dot(vector.get(), other))).orElse(0.0);
  }

  private double nearestOfAll(float[] vector) {
    Map<float[], Double> cosines = new IdentityHashMap<>();
    vectors.forEach(other -> cosines.put(other, dot(vector, other)));
    return openings.values().stream()
        .mapToDouble(opening -> opening.weight() * best(opening, cosines::get))
        .sum();
  }

  private static double best(Lead opening, ToDoubleFunction<float[]> cosine) {
    return opening.vectors().stream().mapToDouble(cosine).reduce(0, Math::max);
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double cover(Set<String> headline, Map<String, Double> words) {
    return headline.isEmpty()
        ? 0
        : headline.stream().filter(words::containsKey).count() / (double) headline.size();
  }

  private static long names(Annotated report, Sentence sentence) {
    return report.mentionsIn(sentence.span()).stream()
        .filter(mention -> mention.form() == Mention.Form.NAME)
        .count();
  }
}
