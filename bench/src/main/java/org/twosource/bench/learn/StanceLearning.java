package org.twosource.bench.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.bench.BenchData;
import org.twosource.bench.stance.Stance;
import org.twosource.bench.stance.StanceModel;
import org.twosource.bench.stance.StanceReader;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** Trains and measures the stance of headlines on Emergent, whole claims held out together. */
public final class StanceLearning {
  private static final int FOLDS = 5;
  private static final int ROUNDS = 120;
  private static final double RATE = 0.5;

  /** Penalty on the square of a weight; measured on held-out claims. */
  private static final double PENALTY = 2.0;

  /** Claims that must hold a word for it to be evidence. */
  private static final int MIN_CLAIMS = 3;

  private StanceLearning() {}

  /** One headline with its evidence. */
  public record Example(String claim, Stance stance, Map<String, Double> evidence) {}

  /** The headlines of Emergent. */
  public static List<Example> examples(BenchData data) throws IOException {
    StanceReader reader =
        new StanceReader(Language.find("en").orElseThrow(), new StanceModel(Map.of()));
    StandardTextBuilder builder = new StandardTextBuilder();
    List<Example> examples = new ArrayList<>();
    for (List<String> row : rows(Files.readString(data.file("claims/emergent/train.csv")))) {
      if (row.size() < 6 || row.get(1).equals("claimHeadline")) {
        continue;
      }
      examples.add(
          new Example(
              row.get(5),
              Stance.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
              reader.evidence(sentence(builder, row.get(1)), sentence(builder, row.get(2)))));
    }
    return examples;
  }

  /** Accuracy with every claim held out once. */
  public static double crossValidated(BenchData data) throws IOException {
    List<Example> examples = examples(data);
    List<String> claims =
        new ArrayList<>(new TreeSet<>(examples.stream().map(Example::claim).toList()));
    int right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Set<String> held = new TreeSet<>();
      for (int i = fold; i < claims.size(); i += FOLDS) {
        held.add(claims.get(i));
      }
      StanceModel model =
          train(examples.stream().filter(example -> !held.contains(example.claim())).toList());
      right +=
          (int)
              examples.stream()
                  .filter(example -> held.contains(example.claim()))
                  .filter(example -> model.best(example.evidence()) == example.stance())
                  .count();
    }
    return right / (double) examples.size();
  }

  /** The weights file, trained on everything. */
  public static String weights(BenchData data) throws IOException {
    StringBuilder lines =
        new StringBuilder(
            "# evidence, then weights for: for, observing, against; see claim-stance.card.md\n");
    train(examples(data))
        .weights()
        .forEach(
            (name, weight) ->
                lines.append(
                    String.format(
                        Locale.ROOT,
                        "%s\t%.3f\t%.3f\t%.3f%n",
                        name,
                        weight[0],
                        weight[1],
                        weight[2])));
    return lines.toString();
  }

  /** Softmax regression by gradient descent with momentum; no seed, weights start at 0. */
  public static StanceModel train(List<Example> examples) {
    Map<String, Set<String>> holders = new HashMap<>();
    for (Example example : examples) {
      example
          .evidence()
          .keySet()
          .forEach(
              name -> holders.computeIfAbsent(name, any -> new TreeSet<>()).add(example.claim()));
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String name : new TreeSet<>(holders.keySet())) {
      if (name.startsWith("#") || holders.getOrDefault(name, Set.of()).size() >= MIN_CLAIMS) {
        numbers.put(name, numbers.size());
      }
    }
    List<int[]> at = new ArrayList<>();
    List<double[]> strength = new ArrayList<>();
    for (Example example : examples) {
      List<Map.Entry<String, Double>> known =
          example.evidence().entrySet().stream()
              .filter(entry -> numbers.containsKey(entry.getKey()))
              .toList();
      at.add(known.stream().mapToInt(entry -> numbers.get(entry.getKey())).toArray());
      strength.add(known.stream().mapToDouble(Map.Entry::getValue).toArray());
    }
    int stances = Stance.values().length;
    double[][] weights = new double[numbers.size()][stances];
    double[][] speed = new double[numbers.size()][stances];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] slope = new double[numbers.size()][stances];
      for (int i = 0; i < examples.size(); i++) {
        double[] probability = probabilities(at.get(i), strength.get(i), weights, stances);
        probability[examples.get(i).stance().ordinal()] -= 1;
        for (int k = 0; k < at.get(i).length; k++) {
          for (int stance = 0; stance < stances; stance++) {
            slope[at.get(i)[k]][stance] += strength.get(i)[k] * probability[stance];
          }
        }
      }
      for (int word = 0; word < weights.length; word++) {
        for (int stance = 0; stance < stances; stance++) {
          double step = (slope[word][stance] + PENALTY * weights[word][stance]) / examples.size();
          speed[word][stance] = 0.9 * speed[word][stance] - RATE * step;
          weights[word][stance] += speed[word][stance];
        }
      }
    }
    Map<String, double[]> byName = new TreeMap<>();
    numbers.forEach((name, number) -> byName.put(name, weights[number]));
    return new StanceModel(byName);
  }

  private static double[] probabilities(
      int[] at, double[] strength, double[][] weights, int stances) {
    double[] scores = new double[stances];
    for (int k = 0; k < at.length; k++) {
      for (int stance = 0; stance < stances; stance++) {
        scores[stance] += strength[k] * weights[at[k]][stance];
      }
    }
    double sum = 0;
    for (int stance = 0; stance < stances; stance++) {
      scores[stance] = Math.exp(scores[stance]);
      sum += scores[stance];
    }
    for (int stance = 0; stance < stances; stance++) {
      scores[stance] /= sum;
    }
    return scores;
  }

  /** A headline as one sentence. */
  private static Sentence sentence(StandardTextBuilder builder, String headline) {
    Text text = builder.build(Report.of("headline", headline.isBlank() ? "-" : headline));
    List<Token> tokens = new ArrayList<>();
    text.sentences().forEach(sentence -> tokens.addAll(sentence.tokens()));
    return new Sentence(
        0, new Span(0, Math.max(1, headline.length())), Part.Kind.HEADLINE, 0, false, tokens);
  }

  /** RFC 4180. */
  public static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    if (!row.isEmpty()) {
      row.add(cell.toString().strip());
      rows.add(row);
    }
    return rows;
  }
}
