package org.twosource.bench.suite.story;

import static org.twosource.bench.suite.ResultDocument.divides;
import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.sides;
import static org.twosource.bench.suite.ResultDocument.touches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * Invented events in four reports each, with known agreements, disagreements, updates and traps
 * ({@code claims/written}). One run a story, read from its JSON.
 *
 * <p>A written disagreement is found when an open dispute has one quotation on one side and the
 * other on another. An agreement in own words counts when one corroborated claim holds both
 * quotations and they are of two families. A trap is a pair that only looks alike; it is joined
 * when one claim holds both quotations and no agreement of the two sentences explains it.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every pair that went wrong.
 */
public final class WrittenClaimsSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private static final Set<String> AGREEING = Set.of("same", "a>b", "b>a");
  private final StoryRuns runs;

  public WrittenClaimsSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "written-claims";
  }

  /** Two quotations of two reports and how they relate. */
  private record Pair(
      Citation a, Citation b, String relation, String informant, String dispute, JsonNode node) {
    boolean agrees() {
      return AGREEING.contains(relation) && informant.equals("own");
    }

    boolean shares() {
      return AGREEING.contains(relation) || relation.equals("part");
    }

    boolean ties(JsonNode one, JsonNode other) {
      return touches(one, a) && touches(other, b) || touches(one, b) && touches(other, a);
    }

    String kind() {
      return dispute.split(" ", 2)[0];
    }
  }

  private record OpenDispute(List<List<JsonNode>> sides, String text) {
    boolean meets(Pair pair) {
      return divides(sides, pair.a(), pair.b());
    }
  }

  /** What is counted over all stories. */
  private static final class Counts {
    private final Tally whole = new Tally();
    private final Tally found = new Tally();
    private final Tally right = new Tally();
    private final Tally updatesOpen = new Tally();
    private final Tally trapsDisputed = new Tally();
    private final Tally trapsJoined = new Tally();
    private final Tally agreements = new Tally();
    private final Tally counted = new Tally();
    private final Map<String, Tally> kinds = new TreeMap<>();
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Counts counts = new Counts();
    for (JsonNode story : data.jsonLines("claims/written/stories.jsonl")) {
      count(runs.lines(list(story.path("reports"))), pairs(story), counts);
    }
    return figures(counts);
  }

  private static void count(ResultDocument result, List<Pair> pairs, Counts counts) {
    counts.whole.add(result.stories().size() == 1);
    List<OpenDispute> open = openDisputes(result);
    for (OpenDispute dispute : open) {
      boolean right =
          pairs.stream().anyMatch(pair -> pair.relation().equals("contra") && dispute.meets(pair));
      counts.right.add(right);
      show(!right, "FALSE DISPUTE", dispute.text());
    }
    for (Pair pair : pairs) {
      boolean disputed = open.stream().anyMatch(dispute -> dispute.meets(pair));
      boolean supported = supported(result, pair);
      if (supported) {
        counts.counted.add(pair.shares());
      }
      switch (pair.relation()) {
        case "contra" -> {
          counts.found.add(disputed);
          counts.kinds.computeIfAbsent(pair.kind(), kind -> new Tally()).add(disputed);
          show(!disputed, "NOT DISPUTED", pair.node().toString());
        }
        case "update" -> {
          counts.updatesOpen.add(disputed);
          show(disputed, "UPDATE TOLD AS OPEN", pair.node().toString());
        }
        case "related" -> {
          boolean joined = joined(result, pair, pairs);
          counts.trapsDisputed.add(disputed);
          counts.trapsJoined.add(joined);
          show(disputed || joined, "TRAP", pair.node().toString());
        }
        default -> {
          if (pair.agrees()) {
            counts.agreements.add(supported);
            show(!supported, "NOT COUNTED", pair.node().toString());
          }
        }
      }
    }
  }

  private static List<Figure> figures(Counts counts) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast(
            "disagreements found", counts.found.share(), 0.30, "0 of 86 closed (0.1.0)"));
    figures.add(
        Figure.atLeast(
            "open disputes that meet a written one",
            counts.right.share(),
            0.60,
            "0 of 4 closed (0.1.0)"));
    figures.add(
        Figure.atMost(
            "updates told as open", counts.updatesOpen.share(), 0.09, "2 of 34 closed (0.1.0)"));
    figures.add(
        Figure.atMost(
            "traps called disputes",
            counts.trapsDisputed.share(),
            0.03,
            "7 of 120 closed, disputed or joined (0.1.0)"));
    figures.add(Figure.atMost("traps joined in one claim", counts.trapsJoined.share(), 0.05, ""));
    figures.add(
        Figure.atLeast(
            "agreements in own words counted as two sources",
            counts.agreements.share(),
            0.50,
            "21 of 52 closed (0.1.0)"));
    figures.add(
        Figure.atLeast(
            "stories kept whole, share", counts.whole.share(), 1.0, "8 of 12 closed (0.1.0)"));
    figures.add(Figure.shown("open disputes given", counts.right.all()));
    figures.add(Figure.shown("labelled pairs counted as two sources", counts.counted.all()));
    figures.add(Figure.shown("of those, a statement is shared", counts.counted.share()));
    counts.kinds.forEach(
        (kind, tally) ->
            figures.add(
                Figure.shown("disagreements found: " + kind + " of " + tally.all(), tally.hits())));
    return figures;
  }

  private static void show(boolean wrong, String what, String text) {
    if (SHOW && wrong) {
      System.out.println(what + "\t" + text);
    }
  }

  private static List<OpenDispute> openDisputes(ResultDocument result) {
    List<OpenDispute> open = new ArrayList<>();
    for (JsonNode story : result.stories()) {
      for (JsonNode claim : story.path("claims")) {
        for (JsonNode dispute : claim.path("disputes")) {
          if (dispute.path("resolution").asText().equals("open")) {
            open.add(new OpenDispute(sides(claim, dispute), claim.path("text") + " " + dispute));
          }
        }
      }
    }
    return open;
  }

  /**
   * Whether one claim holds both quotations, through statements that no written agreement ties: a
   * sentence may hold a trap and a fact that the other report states too.
   */
  private static boolean joined(ResultDocument result, Pair trap, List<Pair> pairs) {
    return result.stories().stream()
        .flatMap(story -> list(story.path("claims")).stream())
        .anyMatch(claim -> joins(claim, trap, pairs));
  }

  private static boolean joins(JsonNode claim, Pair trap, List<Pair> pairs) {
    List<JsonNode> statements = list(claim.path("statements"));
    for (JsonNode one : statements) {
      for (JsonNode other : statements) {
        if (touches(one, trap.a())
            && touches(other, trap.b())
            && pairs.stream().noneMatch(pair -> pair.shares() && pair.ties(one, other))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the two quotations stand in one corroborated claim and in two families. */
  private static boolean supported(ResultDocument result, Pair pair) {
    return SupportSuite.supported(result, pair.a(), pair.b());
  }

  private static List<Pair> pairs(JsonNode story) {
    Map<String, String> bodies = new TreeMap<>();
    story
        .path("reports")
        .forEach(report -> bodies.put(report.path("id").asText(), report.path("text").asText()));
    return list(story.path("pairs")).stream()
        .map(
            pair ->
                new Pair(
                    place(pair.path("a"), bodies),
                    place(pair.path("b"), bodies),
                    pair.path("rel").asText(),
                    pair.path("informant").asText(),
                    pair.path("dispute").asText(),
                    pair))
        .toList();
  }

  /** Where an exact quotation stands: {@code [report, words]}. */
  private static Citation place(JsonNode quotation, Map<String, String> bodies) {
    String report = quotation.path(0).asText();
    String words = quotation.path(1).asText();
    int start = bodies.getOrDefault(report, "").indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("not in " + report + ": " + words);
    }
    return new Citation(report, new Span(start, start + words.length()));
  }
}
