package org.twosource.bench.suite.copying;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.Tally;
import org.twosource.compare.LearnedDifferences;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Finding;
import org.twosource.distortion.PairComparer;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/**
 * Exaggeration in press releases (InSciOut): the conclusion of a paper's abstract against that of
 * its press release, by the detectors of the distortion stage, without any training. A release
 * exaggerates where certainty rose on the way from the abstract, and downplays where it rose on the
 * way back. The labels are of strength of cause (none, correlation, conditional, direct), and the
 * two conclusions are rarely worded alike, so that most pairs give the detectors nothing to hold.
 */
public final class InsciOutSuite implements Suite {

  /** What makes a statement stronger than it was. */
  private static final Set<Distortion.Kind> RAISED =
      EnumSet.of(
          Distortion.Kind.HEDGE_DROPPED,
          Distortion.Kind.CERTAINTY_RAISED,
          Distortion.Kind.PLAN_BECAME_FACT,
          Distortion.Kind.NEAR_MISS_BECAME_EVENT);

  /** The labels. */
  private enum Label {
    SAME,
    EXAGGERATES,
    DOWNPLAYS
  }

  @Override
  public String name() {
    return "insciout";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Tally detectors = new Tally();
    Tally cues = new Tally();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      PairComparer comparer = PairComparer.with(annotator, LearnedDifferences.standard());
      for (JsonNode pair : data.jsonLines("claims/insciout/train.jsonl")) {
        String paper = pair.path("abstract_conclusion").asText();
        String release = pair.path("press_release_conclusion").asText();
        Label given =
            Label.valueOf(pair.path("exaggeration_label").asText().toUpperCase(Locale.ROOT));
        detectors.count(
            given, label(rises(comparer, paper, release), rises(comparer, release, paper)));
        boolean paperDoubts = doubts(annotator, paper);
        boolean releaseDoubts = doubts(annotator, release);
        cues.count(given, label(paperDoubts && !releaseDoubts, releaseDoubts && !paperDoubts));
      }
    }
    return List.of(
        Figure.shown("accuracy, detectors", detectors.accuracy()),
        Figure.shown("exaggerating pairs told so, detectors", detectors.told(Label.EXAGGERATES)),
        Figure.shown("downplaying pairs told so, detectors", detectors.told(Label.DOWNPLAYS)),
        Figure.shown("macro-F1, doubt in one of the two texts", cues.macro()),
        Figure.atLeast("macro-F1, detectors", detectors.macro(), .5, "about .5"));
  }

  /** How often each label was told, given, and both. */
  private static final class Tally {
    private final Map<Label, int[]> counts = new EnumMap<>(Label.class);
    private int pairs;

    Tally() {
      for (Label label : Label.values()) {
        counts.put(label, new int[3]);
      }
    }

    void count(Label given, Label told) {
      Objects.requireNonNull(counts.get(told))[0]++;
      Objects.requireNonNull(counts.get(given))[1]++;
      Objects.requireNonNull(counts.get(given))[2] += told == given ? 1 : 0;
      pairs++;
    }

    double accuracy() {
      return (double) counts.values().stream().mapToInt(count -> count[2]).sum() / pairs;
    }

    /** Recall of one label. */
    double told(Label label) {
      int[] count = Objects.requireNonNull(counts.get(label));
      return count[1] == 0 ? 0 : (double) count[2] / count[1];
    }

    double macro() {
      return counts.values().stream()
          .mapToDouble(count -> count[2] == 0 ? 0 : 2.0 * count[2] / (count[0] + count[1]))
          .average()
          .orElse(0);
    }
  }

  private static Label label(boolean rose, boolean fell) {
    return rose == fell ? Label.SAME : rose ? Label.EXAGGERATES : Label.DOWNPLAYS;
  }

  /** Whether a text has a hedge, without asking whether the other says the same thing. */
  private static boolean doubts(StandardAnnotator annotator, String words) {
    var text = new StandardTextBuilder().build(Report.of("text", words));
    return annotator.annotate(List.of(text)).reports().getFirst().cues().stream()
        .anyMatch(cue -> cue.kind() == Cue.Kind.HEDGE);
  }

  private static boolean rises(PairComparer comparer, String before, String after) {
    List<Finding> findings = comparer.compare(before, after, Optional.of("en"));
    return findings.stream().anyMatch(finding -> RAISED.contains(finding.kind()));
  }
}
