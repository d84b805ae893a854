package org.twosource.bench.suite.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LabelledStories;
import org.twosource.bench.data.NeusStories;
import org.twosource.bench.score.Rouge;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/**
 * Briefs. Labelled stories: the share of corroborated and disputed claims that a line cites, lines
 * that use a sentence a brief must not use, and an independent check that every word of a line
 * stands in what it cites. NeuS: ROUGE of the first lines against the editors' neutral roundup.
 */
public final class BriefSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;

  /** Stories of NeuS that are measured: all. */
  private static final int NEUS_STORIES = Integer.getInteger("twosource.neus", 307);

  @Override
  public String name() {
    return "brief";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (StoryStages stages = new StoryStages()) {
      labelled(data, stages, figures);
      neus(data, stages, figures);
    }
    return figures;
  }

  private static void labelled(BenchData data, StoryStages stages, List<Figure> figures)
      throws IOException {
    int claims = 0;
    int cited = 0;
    int forbidden = 0;
    int lines = 0;
    int carried = 0;
    for (var story : LabelledStories.read(data).stories()) {
      StoryAccount account = stages.run(story.id(), story.reports());
      if (SHOW) {
        System.out.println("BRIEF " + story.id());
        account
            .brief()
            .lines()
            .forEach(
                line ->
                    System.out.println(
                        "  " + line.standing() + " " + line.families() + " " + line.text()));
      }
      for (JsonNode claim : story.claims().path("claims")) {
        if (claim.path("standing").asText().equals("single-origin")) {
          continue;
        }
        claims++;
        boolean hit = false;
        for (JsonNode statement : claim.path("statements")) {
          Citation place = LabelledStories.place(statement);
          hit |=
              account.brief().lines().stream()
                  .anyMatch(
                      line ->
                          line.restsOn().stream().anyMatch(at -> LabelledStories.touch(at, place)));
        }
        cited += hit ? 1 : 0;
        if (SHOW && !hit) {
          System.out.println("UNCITED " + story.id() + " " + claim.path("text").asText());
        }
      }
      for (JsonNode mustNot : story.brief().path("mustNot")) {
        JsonNode found = mustNot.path("foundIn");
        String sentence = words(found.path("text").asText(""));
        for (Line line : account.brief().lines()) {
          if (!sentence.isBlank()
              && (sentence.contains(words(line.text())) || words(line.text()).contains(sentence))) {
            forbidden++;
            if (SHOW) {
              System.out.println("FORBIDDEN " + story.id() + " " + line.text());
            }
          }
        }
      }
      for (Line line : account.brief().lines()) {
        lines++;
        carried += isCarried(line, story.reports()) ? 1 : 0;
      }
    }
    figures.add(
        Figure.atLeast(
            "corroborated and disputed labelled claims that a line cites",
            cited / (double) claims,
            0.70,
            ""));
    figures.add(Figure.atMost("must-not statements present", forbidden, 0, ""));
    figures.add(
        Figure.atLeast(
            "lines whose words all stand in order in one cited text",
            lines == 0 ? 0 : carried / (double) lines,
            1,
            ""));
    figures.add(Figure.shown("lines a brief", lines / 8.0));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Every word of the line is found, in order, in the text of its first citation. */
  private static boolean isCarried(Line line, List<Report> reports) {
    Citation first = line.restsOn().getFirst();
    String cited =
        reports.stream()
            .filter(report -> report.id().equals(first.report()))
            .map(report -> first.span().in(report.body()))
            .findFirst()
            .orElse("");
    String[] own = words(line.text()).split(" ");
    String[] theirs = words(cited).split(" ");
    int at = 0;
    for (String word : theirs) {
      if (at < own.length && own[at].equals(word)) {
        at++;
      }
    }
    return at == own.length;
  }

  private static void neus(BenchData data, StoryStages stages, List<Figure> figures)
      throws IOException {
    TreeMap<Integer, double[]> byLines = new TreeMap<>();
    double[] lead = new double[3];
    int stories = 0;
    for (JsonNode story : data.jsonLines("stories/neus.val.jsonl")) {
      if (stories == NEUS_STORIES) {
        break;
      }
      stories++;
      List<Report> reports = NeusStories.reports(story);
      String reference = story.path("reference").path("text").asText();
      StoryAccount account = stages.run(story.path("story").asText(), reports);
      List<Line> lines = account.brief().lines();
      for (int count : Set.of(2, 3, 4, 5, 12)) {
        String made = String.join(" ", lines.stream().limit(count).map(Line::text).toList());
        add(byLines.computeIfAbsent(count, any -> new double[3]), Rouge.score(made, reference));
      }
      add(lead, Rouge.score(leads(account), reference));
    }
    double n = stories;
    byLines.forEach(
        (count, sum) -> {
          if (SHOW) {
            System.out.printf(
                "neus %d lines %.3f %.3f %.3f%n", count, sum[0] / n, sum[1] / n, sum[2] / n);
          }
        });
    double[] first = Objects.requireNonNull(byLines.get(NEUS_LINES));
    figures.add(
        Figure.atLeast(
            "ROUGE-1 of the first lines, NeuS val", 100 * first[0] / n, 39, "36.2 lead of each"));
    figures.add(
        Figure.atLeast(
            "ROUGE-2 of the first lines, NeuS val", 100 * first[1] / n, 17.5, "16.4 lead of each"));
    figures.add(
        Figure.atLeast(
            "ROUGE-L of the first lines, NeuS val", 100 * first[2] / n, 26, "24.1 lead of each"));
    figures.add(
        Figure.shown(
            "ROUGE-1 of the first sentence of each report, same stories", 100 * lead[0] / n));
  }

  /**
   * Lines of the brief that are compared with the roundup: half of those have 56 words or fewer.
   */
  private static final int NEUS_LINES = 2;

  private static String leads(StoryAccount account) {
    return String.join(
        " ",
        account.annotations().reports().stream()
            .filter(report -> !report.sentences().isEmpty())
            .map(report -> report.sentences().getFirst().span().in(report.body()))
            .toList());
  }

  private static void add(double[] sum, double[] score) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += score[i];
    }
  }
}
