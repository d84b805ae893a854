package org.twosource.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.WordRarity;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * How much of a sentence an impartial account of its story would say too, 0 to 1.
 *
 * <p>A logistic regression over {@link #FEATURES}: what the openings and headlines of the other
 * reports share with it, where it stands, its length, and how it speaks. Learned on what editors
 * kept of three outlets' reports in their neutral roundup; see the card. Reports are compared by
 * their openings, for that is where they tell the news, and a family of copies counts as one.
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
  private final Map<String, Opening> openings = new HashMap<>();
  private final List<Opening> all = new ArrayList<>();

  /**
   * What a report opens with.
   *
   * @param weight what the report counts among the others: one over the size of its family
   */
  private record Opening(
      Annotated report,
      double weight,
      List<Sentence> sentences,
      Map<String, Double> words,
      Map<String, Double> first,
      Set<String> headline) {}

  /**
   * @param families the family of each report, by the report's id
   */
  public Salience(Language language, List<Annotated> reports, Map<String, String> families) {
    contentWords = new ContentWords(language);
    Map<String, Integer> sizes = new HashMap<>();
    reports.forEach(
        report -> sizes.merge(families.getOrDefault(report.id(), report.id()), 1, Integer::sum));
    for (Annotated report : reports) {
      Opening opening =
          opening(report, 1.0 / sizes.get(families.getOrDefault(report.id(), report.id())));
      openings.put(report.id(), opening);
      all.add(opening);
    }
  }

  private Opening opening(Annotated report, double weight) {
    List<Sentence> body =
        report.sentences().stream()
            .filter(sentence -> sentence.part() == Part.Kind.BODY)
            .limit(OPENING_SENTENCES)
            .toList();
    Map<String, Double> words = new HashMap<>();
    body.forEach(sentence -> weighted(sentence).forEach(words::putIfAbsent));
    return new Opening(
        report,
        weight,
        body,
        words,
        body.isEmpty() ? Map.of() : weighted(body.getFirst()),
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
   * @param fromHead sentences of the report's body before it
   */
  public double[] features(Annotated report, Sentence sentence, int fromHead) {
    Opening own = openings.get(report.id());
    List<Opening> others = all.stream().filter(opening -> opening != own).toList();
    double sum = others.stream().mapToDouble(Opening::weight).sum();
    Map<String, Double> words = weighted(sentence);
    double weight = Math.max(1e-9, words.values().stream().mapToDouble(Double::doubleValue).sum());
    double shared = 0;
    for (var word : words.entrySet()) {
      double holding =
          others.stream()
              .filter(opening -> opening.words().containsKey(word.getKey()))
              .mapToDouble(Opening::weight)
              .sum();
      shared += sum == 0 ? 0 : word.getValue() * holding / sum;
    }
    double likeFirsts = 0;
    double nearest = 0;
    double headlines = 0;
    double headlineWeight = 0;
    for (Opening other : others) {
      double share = other.weight() / sum;
      likeFirsts += share * cosine(words, other.first());
      nearest += share * nearest(report, sentence, other);
      if (!other.headline().isEmpty()) {
        headlines += other.weight() * cover(other.headline(), words);
        headlineWeight += other.weight();
      }
    }
    long tokens = sentence.tokens().stream().filter(Token::isWord).count();
    double length = Math.min(tokens, LONG) / LONG;
    return new double[] {
      shared / weight,
      likeFirsts,
      nearest,
      own == null ? 0 : cover(own.headline(), words),
      headlineWeight == 0 ? 0 : headlines / headlineWeight,
      Math.min(fromHead, OPENING_SENTENCES) / (double) OPENING_SENTENCES,
      length,
      length * length,
      sentence.span().in(report.body()).endsWith("?") ? 1 : 0,
      names(report, sentence) / Math.max(1.0, tokens)
    };
  }

  private static double nearest(Annotated report, Sentence sentence, Opening other) {
    Optional<float[]> own = report.vectors().sentence(sentence.index());
    if (own.isEmpty()) {
      return 0;
    }
    double best = 0;
    for (Sentence one : other.sentences()) {
      Optional<float[]> theirs = other.report().vectors().sentence(one.index());
      if (theirs.isPresent()) {
        double sum = 0;
        for (int i = 0; i < theirs.get().length; i++) {
          sum += own.get()[i] * theirs.get()[i];
        }
        best = Math.max(best, sum);
      }
    }
    return best;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double both = 0;
    for (var word : one.entrySet()) {
      both += other.containsKey(word.getKey()) ? word.getValue() * word.getValue() : 0;
    }
    double lengths = squares(one) * squares(other);
    return lengths == 0 ? 0 : both / Math.sqrt(lengths);
  }

  private static double squares(Map<String, Double> words) {
    return words.values().stream().mapToDouble(weight -> weight * weight).sum();
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
