package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.LabelledStories;
import org.twosource.bench.learn.StandardisedRegression;
import org.twosource.claim.StandardClaimMatcher;
import org.twosource.claim.StandardClaimMatcher.WordingComparison;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * The likeness of two clauses of a story: logistic regression over the evidence that the claim
 * stage sees, learned from the labelled stories. Two clauses that overlap statements of one
 * labelled claim are the same; clauses of two claims are not; a labelled and an unlabelled clause
 * are probably not, and count less.
 */
final class ClaimLikenessHead implements Head {
  /** Pull of the weights towards 0, on features of mean 0 and deviation 1. */
  private static final double RIDGE = 3;

  /** What a pair with one unlabelled side counts: most labels name every statement of a claim. */
  private static final double HALF_LABELLED = .6;

  /** The evidence that helped on held-out stories; the rest has the weight 0. */
  private static final List<String> WITH_VECTORS =
      List.of(
          "shared words (Dice)",
          "words found in the other sentence",
          "number agrees",
          "date agrees",
          "sentence vectors",
          "same passage",
          "counterparts, least",
          "same topic",
          "nearer than the next, least",
          "nearer than the next, most",
          "words of the shorter");

  private static final List<String> BY_WORDS =
      List.of(
          "shared words (Dice)",
          "words found in the other sentence",
          "number agrees",
          "date agrees",
          "same passage",
          "same topic");

  /** Two clauses that were compared. */
  private record Pair(String story, double[] evidence, boolean same, double importance) {}

  @Override
  public String name() {
    return "claim-likeness";
  }

  @Override
  public List<String> files() {
    return List.of("claim-likeness.txt", "claim-likeness-lexical.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (LabelledStories.One story : LabelledStories.read(data).stories()) {
        pairs.addAll(pairs(story, annotator));
      }
    }
    String scores =
        "with vectors %s; by words %s"
            .formatted(crossValidated(pairs, WITH_VECTORS), crossValidated(pairs, BY_WORDS));
    System.out.println("stories held out: " + scores);
    Files.writeString(
        weights.folder().resolve("claim-likeness.txt"),
        "# log odds that two clauses state the same; see claim-likeness.card.md\n"
            + fit(pairs, WITH_VECTORS).toText());
    Files.writeString(
        weights.folder().resolve("claim-likeness-lexical.txt"),
        "# likewise, without vectors; see claim-likeness.card.md\n"
            + fit(pairs, BY_WORDS).toText());
    Files.writeString(weights.folder().resolve("claim-likeness.card.md"), card(pairs, scores));
  }

  private static List<Pair> pairs(LabelledStories.One story, StandardAnnotator annotator) {
    List<Text> texts =
        story.reports().stream().map((Report one) -> new StandardTextBuilder().build(one)).toList();
    Annotations annotations = annotator.annotate(texts);
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    List<WordingComparison> compared =
        new StandardClaimMatcher()
            .compare(
                annotations,
                alignments,
                new FamilyBuilder().build(annotations.reports(), alignments));
    List<Pair> pairs = new ArrayList<>();
    for (WordingComparison one : compared) {
      Set<Integer> a = claims(story, one.a());
      Set<Integer> b = claims(story, one.b());
      if (a.isEmpty() && b.isEmpty()) {
        continue;
      }
      double importance = a.isEmpty() || b.isEmpty() ? HALF_LABELLED : 1;
      a.retainAll(b);
      double[] evidence = one.evidence().stream().mapToDouble(Double::doubleValue).toArray();
      pairs.add(new Pair(story.id(), evidence, !a.isEmpty(), importance));
    }
    return pairs;
  }

  /** The numbers of the labelled claims that have a statement where the clause stands. */
  private static Set<Integer> claims(LabelledStories.One story, List<Citation> clause) {
    Set<Integer> found = new HashSet<>();
    int number = 0;
    for (var claim : story.claims().path("claims")) {
      number++;
      for (var statement : claim.path("statements")) {
        Citation place = LabelledStories.place(statement);
        if (clause.stream().anyMatch(at -> LabelledStories.touch(at, place))) {
          found.add(number);
        }
      }
    }
    return found;
  }

  /** Average precision and the best F1 of fully labelled pairs, pooled over held-out stories. */
  private static String crossValidated(List<Pair> pairs, List<String> used) {
    record Scored(double score, boolean same) {}
    List<Scored> scored = new ArrayList<>();
    for (String held : pairs.stream().map(Pair::story).distinct().toList()) {
      LinearModel model =
          fit(pairs.stream().filter(pair -> !pair.story().equals(held)).toList(), used);
      pairs.stream()
          .filter(pair -> pair.story().equals(held) && pair.importance() == 1)
          .forEach(pair -> scored.add(new Scored(model.score(pair.evidence()), pair.same())));
    }
    scored.sort(Comparator.comparingDouble(one -> -one.score()));
    double all = scored.stream().filter(Scored::same).count();
    double right = 0;
    double precisions = 0;
    double best = 0;
    for (int at = 0; at < scored.size(); at++) {
      if (scored.get(at).same()) {
        right++;
        precisions += right / (at + 1);
        best = Math.max(best, 2 * right / (at + 1 + all));
      }
    }
    return "average precision %.3f, best F1 %.3f".formatted(precisions / all, best);
  }

  /** A model over all evidence in which only what is named has a weight. */
  private static LinearModel fit(List<Pair> pairs, List<String> used) {
    List<String> names = StandardClaimMatcher.evidenceNames();
    List<Integer> columns = used.stream().map(names::indexOf).toList();
    LinearModel model =
        StandardisedRegression.train(
            used,
            pairs.stream()
                .map(pair -> columns.stream().mapToDouble(at -> pair.evidence()[at]).toArray())
                .toList(),
            pairs.stream().mapToDouble(pair -> pair.same() ? 1 : 0).toArray(),
            pairs.stream().mapToDouble(Pair::importance).toArray(),
            RIDGE);
    List<Double> weights = new ArrayList<>(Collections.nCopies(names.size(), 0.0));
    for (int at = 0; at < columns.size(); at++) {
      weights.set(columns.get(at), model.weights().get(at));
    }
    return new LinearModel(names, weights, model.bias());
  }

  private static String card(List<Pair> pairs, String scores) {
    long labelled = pairs.stream().filter(pair -> pair.importance() == 1).count();
    long same = pairs.stream().filter(Pair::same).count();
    return """
        # claim-likeness.txt, claim-likeness-lexical.txt
        Log odds that two clauses of one story state the same; the second file is for texts without \
        vectors.
        - Data: the pairs of clauses that the claim stage compares in the eight labelled stories of \
        the claims collection (news of 2016 to 2018, English; the texts are the publishers', research \
        use; only the weights are kept): %,d pairs of labelled statements, %,d of one claim; %,d \
        pairs of a labelled and an unlabelled clause as negatives of weight %.1f.
        - Made by `./build train claim-likeness`: Newton's method on the logistic loss with an L2 \
        penalty of %.0f on standardised features; no seed. Date: %s. Features that did not help on \
        held-out stories have the weight 0.
        - Score, each story held out: %s; grouping raises the F1, see bench/results/claims.tsv.
        - Known faults: learned and measured on eight stories; which evidence to use was chosen on \
        the same stories, so the score is a little too high.
        """
        .formatted(
            labelled,
            same,
            pairs.size() - labelled,
            HALF_LABELLED,
            RIDGE,
            WeightsFolder.today(),
            scores);
  }
}
