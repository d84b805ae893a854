package org.twosource.bench.suite.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LabelledStories;
import org.twosource.bench.score.PairF1;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.Labels;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.report.Citation;

/**
 * Claims of the labelled stories. Pairs: two labelled statements belong together when a labelled
 * claim holds both, and are put together when a found claim has statements that overlap both.
 * Standing: of the found claim that overlaps most statements of the labelled one. Disputes: a found
 * one matches a labelled one of its kind when its statements overlap both sides, or one side while
 * the claims are the same.
 */
public final class ClaimsSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;

  /** Also measures other thresholds. */
  private static final boolean TUNE = System.getenv("TWOSOURCE_TUNE") != null;

  private static final List<Double> MERGES = List.of(0.12, 0.15, 0.18, 0.22, 0.25, 0.28, 0.32);

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Score own = new Score();
    Score given = new Score();
    Map<Double, Score> tuned = new TreeMap<>();
    try (StoryStages stages = new StoryStages()) {
      for (var story : LabelledStories.read(data).stories()) {
        StoryAccount account = stages.run(story.id(), story.reports());
        own.add(story, account, SHOW);
        if (TUNE) {
          for (double merge : MERGES) {
            tuned
                .computeIfAbsent(merge, any -> new Score())
                .add(story, StoryStages.withClaims(account, merge), false);
          }
        }
        given.add(
            story, stages.run(story.id(), story.reports(), Optional.of(story.lineage())), false);
      }
    }
    tuned.forEach(
        (merge, score) ->
            System.out.printf(
                "merge %.2f pairs %.3f (%.3f %.3f) pure %.3f standing %.3f disputes %.3f%n",
                merge,
                score.pairs.f1(),
                score.pairs.precision(),
                score.pairs.recall(),
                score.pure(),
                score.standing(),
                score.disputes.f1()));
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast("labelled statement pairs of one claim, F1", own.pairs.f1(), 0.75, ""));
    figures.add(Figure.shown("labelled statement pairs, precision", own.pairs.precision()));
    figures.add(Figure.shown("labelled statement pairs, recall", own.pairs.recall()));
    figures.add(
        Figure.shown("statements of a claim that state what most of it states", own.pure()));
    figures.add(Figure.atLeast("standing accuracy", own.standing(), 0.75, ""));
    figures.add(Figure.shown("standing accuracy, labelled families", given.standing()));
    figures.add(Figure.atLeast("disputes F1", own.disputes.f1(), 0.60, ""));
    figures.add(Figure.shown("disputes precision", own.disputes.precision()));
    figures.add(Figure.shown("disputes recall", own.disputes.recall()));
    own.byKind.forEach(
        (kind, counts) -> {
          figures.add(Figure.shown("disputes recall, " + kind, counts.recall()));
          figures.add(Figure.shown("disputes precision, " + kind, counts.precision()));
        });
    return figures;
  }

  /** Right, found and labelled ones. */
  private static final class Counts {
    int right;
    int found;
    int labelled;
    int labelledFound;

    double precision() {
      return found == 0 ? 1 : right / (double) found;
    }

    double recall() {
      return labelled == 0 ? 1 : labelledFound / (double) labelled;
    }

    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  private static final class Score {
    final PairF1 pairs = new PairF1();
    final Counts disputes = new Counts();
    final Map<String, Counts> byKind = new TreeMap<>();
    int claims;
    int standingRight;
    int statements;
    int statementsOfOne;

    /**
     * Of the statements of claims that hold two or more of one labelled claim, the share that
     * belong to it; a statement without a label counts as another.
     */
    double pure() {
      return statements == 0 ? 1 : statementsOfOne / (double) statements;
    }

    double standing() {
      return claims == 0 ? 0 : standingRight / (double) claims;
    }

    void add(LabelledStories.One story, StoryAccount account, boolean show) {
      if (show) {
        System.out.println(
            "FAMILIES "
                + story.id()
                + " "
                + account.lineage().families().stream()
                    .map(f -> f.reports().stream().map(r -> r.substring(0, 4)).toList())
                    .toList());
        for (Claim claim : account.claims().stream().limit(12).toList()) {
          System.out.println(
              "CLAIM "
                  + story.id()
                  + " "
                  + claim.label()
                  + " "
                  + claim.standing()
                  + " f"
                  + claim.families()
                  + " "
                  + claim.informants()
                  + " "
                  + claim.disputes());
          claim
              .statements()
              .forEach(
                  s ->
                      System.out.println(
                          "    " + s.at().report().substring(0, 4) + " " + text(story, s.at())));
        }
      }
      pairs(story, account);
      purity(story, account);
      for (JsonNode claim : story.claims().path("claims")) {
        claims++;
        Optional<Claim> found = matching(claim, account.claims());
        String standing = found.map(one -> one.standing().label()).orElse("none");
        boolean right =
            standing.equals(claim.path("standing").asText())
                || standing.equals("one-informant") && hasOneInformant(claim);
        standingRight += right ? 1 : 0;
        if (show && !right) {
          System.out.println(
              "STANDING "
                  + story.id()
                  + " "
                  + claim.path("id").asText()
                  + " "
                  + claim.path("standing").asText()
                  + " but "
                  + standing
                  + " | "
                  + claim.path("text").asText()
                  + " | "
                  + found
                      .map(
                          one ->
                              one.label()
                                  + " "
                                  + one.families()
                                  + " "
                                  + one.informants()
                                  + " "
                                  + one.disputes()
                                  + " "
                                  + one.text())
                      .orElse(""));
        }
      }
      disputes(story, account, show);
    }

    private void pairs(LabelledStories.One story, StoryAccount account) {
      Map<Citation, Set<Integer>> labelled = new LinkedHashMap<>();
      int number = 0;
      for (JsonNode claim : story.claims().path("claims")) {
        number++;
        for (JsonNode statement : claim.path("statements")) {
          labelled
              .computeIfAbsent(LabelledStories.place(statement), place -> new LinkedHashSet<>())
              .add(number);
        }
      }
      List<Citation> places = new ArrayList<>(labelled.keySet());
      List<Set<Integer>> found = new ArrayList<>();
      for (Citation place : places) {
        Set<Integer> in = new LinkedHashSet<>();
        for (int i = 0; i < account.claims().size(); i++) {
          if (account.claims().get(i).statements().stream()
              .anyMatch(statement -> LabelledStories.touch(statement.at(), place))) {
            in.add(i);
          }
        }
        found.add(in);
      }
      pairs.add(places.stream().map(labelled::get).toList(), found);
    }

    private void purity(LabelledStories.One story, StoryAccount account) {
      for (Claim claim : account.claims()) {
        long most = 0;
        for (JsonNode labelled : story.claims().path("claims")) {
          List<Citation> places = new ArrayList<>();
          labelled.path("statements").forEach(one -> places.add(LabelledStories.place(one)));
          most =
              Math.max(
                  most,
                  claim.statements().stream()
                      .filter(
                          one ->
                              places.stream().anyMatch(at -> LabelledStories.touch(at, one.at())))
                      .count());
        }
        if (most > 1) {
          statements += claim.statements().size();
          statementsOfOne += (int) most;
        }
      }
    }

    private void disputes(LabelledStories.One story, StoryAccount account, boolean show) {
      List<JsonNode> open = new ArrayList<>();
      for (JsonNode claim : story.claims().path("claims")) {
        for (JsonNode dispute : claim.path("disputes")) {
          open.add(dispute);
          disputes.labelled++;
          kind(dispute.path("kind").asText()).labelled++;
        }
      }
      Set<JsonNode> hit = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      for (Claim claim : account.claims()) {
        for (Dispute dispute : claim.disputes()) {
          Citation a = claim.statements().get(dispute.a().statement()).at();
          Citation b = claim.statements().get(dispute.b().statement()).at();
          Optional<JsonNode> match =
              open.stream()
                  .filter(label -> label.path("kind").asText().equals(dispute.kind().label()))
                  .filter(label -> matches(label, claim, dispute, a, b))
                  .min(Comparator.comparing(hit::contains));
          disputes.found++;
          kind(dispute.kind().label()).found++;
          if (match.isPresent()) {
            disputes.right++;
            kind(dispute.kind().label()).right++;
            hit.add(match.get());
          } else if (show) {
            System.out.println(
                "FALSE "
                    + story.id()
                    + " "
                    + claim.label()
                    + " "
                    + dispute.kind()
                    + " "
                    + dispute.resolution()
                    + " "
                    + Labels.note(dispute)
                    + " | "
                    + text(story, a)
                    + " || "
                    + text(story, b));
          }
        }
      }
      for (JsonNode label : open) {
        if (hit.contains(label)) {
          disputes.labelledFound++;
          kind(label.path("kind").asText()).labelledFound++;
        } else if (show) {
          System.out.println(
              "MISSED "
                  + story.id()
                  + " "
                  + label.path("kind").asText()
                  + " "
                  + label.path("note").asText()
                  + " | "
                  + label.path("a").path("text").asText()
                  + " || "
                  + label.path("b").path("text").asText());
        }
      }
    }

    /** Both sides overlap, in either order; or the same words stand on both sides. */
    private static boolean matches(
        JsonNode label, Claim claim, Dispute dispute, Citation a, Citation b) {
      Citation one = sentence(label.path("a"));
      Citation other = sentence(label.path("b"));
      if (LabelledStories.touch(a, one) && LabelledStories.touch(b, other)
          || LabelledStories.touch(a, other) && LabelledStories.touch(b, one)) {
        return true;
      }
      boolean sidesIn =
          claim.statements().stream().anyMatch(s -> LabelledStories.touch(s.at(), one))
              && claim.statements().stream().anyMatch(s -> LabelledStories.touch(s.at(), other));
      String own = dispute.a().words();
      String theirs = dispute.b().words();
      String first = label.path("a").path("phrase").asText("-");
      String second = label.path("b").path("phrase").asText("-");
      return sidesIn
          && (alike(own, first) && alike(theirs, second)
              || alike(own, second) && alike(theirs, first));
    }

    private static boolean alike(String side, String phrase) {
      Set<String> words =
          new LinkedHashSet<>(
              List.of(side.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
      return java.util.Arrays.stream(
              phrase.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
          .filter(word -> word.length() > 2 || word.matches("\\d+"))
          .anyMatch(words::contains);
    }

    private static Citation sentence(JsonNode label) {
      return new Citation(
          label.path("report").asText(),
          new org.twosource.report.Span(label.path("start").asInt(), label.path("end").asInt()));
    }

    private static String text(LabelledStories.One story, Citation at) {
      return story.reports().stream()
          .filter(report -> report.id().equals(at.report()))
          .map(report -> at.span().in(report.body()).replaceAll("\\s+", " "))
          .findFirst()
          .orElse("");
    }

    private Counts kind(String kind) {
      return byKind.computeIfAbsent(kind, name -> new Counts());
    }

    /** The labels say of several families behind one informant either way how they stand. */
    private static boolean hasOneInformant(JsonNode claim) {
      return claim.path("oneInformantOnly").asBoolean()
          || claim.path("standing").asText().equals("single-origin")
              && claim.path("families").size() > 1;
    }

    /** The found claim that overlaps most statements of the labelled one; of equals, the first. */
    private static Optional<Claim> matching(JsonNode label, List<Claim> claims) {
      List<Citation> places = new ArrayList<>();
      label.path("statements").forEach(statement -> places.add(LabelledStories.place(statement)));
      return claims.stream()
          .filter(claim -> overlap(places, claim) > 0)
          .max(
              Comparator.comparingDouble((Claim claim) -> overlap(places, claim))
                  .thenComparing(claims::indexOf, Comparator.reverseOrder()));
    }

    /** Labelled statements touched, less a little for statements beyond them. */
    private static double overlap(List<Citation> places, Claim claim) {
      long touched =
          places.stream()
              .filter(
                  place ->
                      claim.statements().stream()
                          .anyMatch(statement -> LabelledStories.touch(statement.at(), place)))
              .count();
      long beyond =
          claim.statements().stream()
              .filter(
                  statement ->
                      places.stream()
                          .noneMatch(place -> LabelledStories.touch(statement.at(), place)))
              .count();
      return touched == 0 ? 0 : touched - 0.1 * beyond + 1e-6;
    }
  }
}
