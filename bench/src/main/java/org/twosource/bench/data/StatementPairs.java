package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.bench.BenchData;

/** The labelled pairs of sentences of news reports, divided by story, and what they score. */
public final class StatementPairs {
  private static final double PRECISION = .93;
  private static final Set<String> ENTAILING = Set.of("same", "a>b", "b>a");

  private StatementPairs() {}

  /** Three fifths of the stories, one and one, by a fixed hash. */
  public enum Part {
    TRAIN,
    CHOOSE,
    LAST
  }

  /**
   * One pair.
   *
   * @param isHard whether release 0.1.0 had joined it
   * @param isSure whether the label is certain
   * @param isUnseen whether no pair of its stories was trained on. The set names stories of the
   *     pairs that 0.1.0 had joined anew, so a division by those names alone leaves two thirds of
   *     the last part with a story that has pairs in the first
   */
  public record Labelled(
      String a,
      String b,
      String relation,
      Part part,
      boolean isHard,
      boolean isSure,
      boolean isUnseen) {
    public boolean entails() {
      return ENTAILING.contains(relation);
    }

    public boolean shares() {
      return entails() || relation.equals("part");
    }
  }

  /**
   * A pair with a score.
   *
   * @param right whether it is what the score looks for
   */
  public record Scored(boolean right, double score) {}

  public static List<Labelled> read(BenchData data) throws IOException {
    List<Labelled> pairs = new ArrayList<>();
    Map<String, String> stories = stories(data);
    Set<String> trained = new HashSet<>();
    for (JsonNode pair : data.jsonLines("claims/pairs/pairs.jsonl")) {
      if (part(pair.get("story").asText()) == Part.TRAIN) {
        trained.addAll(storiesOf(pair, stories));
      }
    }
    for (JsonNode pair : data.jsonLines("claims/pairs/pairs.jsonl")) {
      pairs.add(
          new Labelled(
              pair.at("/a/text").asText(),
              pair.at("/b/text").asText(),
              pair.get("rel").asText(),
              part(pair.get("story").asText()),
              pair.get("origin").asText().startsWith("joined"),
              pair.get("sure").asInt() == 2,
              Collections.disjoint(storiesOf(pair, stories), trained)));
    }
    return pairs;
  }

  /** The story of each report of the sets that have reports with ids. */
  private static Map<String, String> stories(BenchData data) throws IOException {
    Map<String, String> stories = new HashMap<>();
    for (String set : List.of("news_cluster", "basil")) {
      for (JsonNode report : data.jsonLines("stories/" + set + ".jsonl")) {
        stories.put(report.get("id").asText(), report.get("story").asText());
      }
    }
    return stories;
  }

  /** The stories in which both reports lie; a report of a triple is named by story and number. */
  private static Set<String> storiesOf(JsonNode pair, Map<String, String> stories) {
    Set<String> both = new HashSet<>();
    for (String side : List.of("a", "b")) {
      String report = pair.get(side).get("report").asText();
      int number = report.lastIndexOf('-');
      both.add(stories.getOrDefault(report, report.substring(0, Math.max(0, number))));
    }
    return both;
  }

  /** As bench/training/compare/data.py divides them. */
  public static Part part(String story) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(("compare " + story).getBytes(StandardCharsets.UTF_8));
      return switch ((int) (Long.parseLong(HexFormat.of().formatHex(hash, 0, 4), 16) % 5)) {
        case 0 -> Part.LAST;
        case 1 -> Part.CHOOSE;
        default -> Part.TRAIN;
      };
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }

  public static double averagePrecision(List<Scored> pairs) {
    double sum = 0;
    int right = 0;
    int all = 0;
    for (Scored one : ranked(pairs)) {
      all++;
      if (one.right()) {
        right++;
        sum += (double) right / all;
      }
    }
    return sum / Math.max(1, right);
  }

  /** The greatest share of the right ones that can be taken at a precision of .93. */
  public static double recall(List<Scored> pairs) {
    long all = pairs.stream().filter(Scored::right).count();
    double from = threshold(pairs, PRECISION);
    long found = pairs.stream().filter(one -> one.right() && one.score() >= from).count();
    return (double) found / Math.max(1, all);
  }

  /** The least score from which on pairs are right so often; above 1 where there is none. */
  public static double threshold(List<Scored> pairs, double precision) {
    int right = 0;
    int all = 0;
    double threshold = Double.POSITIVE_INFINITY;
    for (Scored one : ranked(pairs)) {
      all++;
      right += one.right() ? 1 : 0;
      threshold = right >= precision * all ? one.score() : threshold;
    }
    return threshold;
  }

  private static List<Scored> ranked(List<Scored> pairs) {
    return pairs.stream().sorted(Comparator.comparingDouble(one -> -one.score())).toList();
  }
}
