package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   */
  public record Labelled(
      String a, String b, String relation, Part part, boolean isHard, boolean isSure) {
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
    List<JsonNode> rows = data.jsonLines("claims/pairs/pairs.jsonl");
    Map<String, Part> parts = parts(rows);
    List<Labelled> pairs = new ArrayList<>();
    for (JsonNode pair : rows) {
      pairs.add(
          new Labelled(
              pair.at("/a/text").asText(),
              pair.at("/b/text").asText(),
              pair.get("rel").asText(),
              Objects.requireNonNull(parts.get(pair.get("story").asText())),
              pair.get("origin").asText().startsWith("joined"),
              pair.get("sure").asInt() == 2));
    }
    return pairs;
  }

  /**
   * The part of each story by its name. The set names stories of the pairs that 0.1.0 had joined
   * anew: what shares a report is one story, and it is trained on if one of its names is, else
   * chosen on.
   */
  private static Map<String, Part> parts(List<JsonNode> rows) {
    Map<String, String> above = new HashMap<>();
    for (JsonNode pair : rows) {
      String story = "story " + pair.get("story").asText();
      for (String side : List.of("a", "b")) {
        above.put(root(above, pair.get(side).get("report").asText()), root(above, story));
      }
    }
    Map<String, Part> first = new HashMap<>();
    for (JsonNode pair : rows) {
      String name = pair.get("story").asText();
      first.merge(
          root(above, "story " + name),
          part(name),
          (one, two) -> one.compareTo(two) <= 0 ? one : two);
    }
    Map<String, Part> parts = new HashMap<>();
    for (JsonNode pair : rows) {
      String name = pair.get("story").asText();
      parts.put(name, Objects.requireNonNull(first.get(root(above, "story " + name))));
    }
    return parts;
  }

  private static String root(Map<String, String> above, String of) {
    String root = of;
    for (String next = above.get(root);
        next != null && !next.equals(root);
        next = above.get(root)) {
      root = next;
    }
    return root;
  }

  /** As bench/training/compare/data.py divides names. */
  private static Part part(String story) {
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
