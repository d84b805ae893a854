package org.twosource.bench.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Answers with a confidence, the surest first, and which of them are true. Equal confidences keep
 * the order in which they were added; for recall they are taken or left together.
 */
public final class Ranking {
  private record Answer(double confidence, boolean holds) {}

  private static final int BINS = 10;
  private final List<Answer> answers = new ArrayList<>();

  /**
   * @param confidence from 0 to 1 for {@link #calibrationError()}, else any number
   */
  public void add(double confidence, boolean holds) {
    answers.add(new Answer(confidence, holds));
  }

  /** Mean over the true answers of the precision down to each; 0 when none is true. */
  public double averagePrecision() {
    double sum = 0;
    int hits = 0;
    List<Answer> ranked = ranked();
    for (int rank = 0; rank < ranked.size(); rank++) {
      if (ranked.get(rank).holds()) {
        hits++;
        sum += hits / (rank + 1.0);
      }
    }
    return sum / Math.max(1, hits);
  }

  /** The largest share of the true answers that a bar finds at this precision or better. */
  public double recallAtPrecision(double precision) {
    List<Answer> ranked = ranked();
    long all = ranked.stream().filter(Answer::holds).count();
    double best = 0;
    int hits = 0;
    for (int i = 0; i < ranked.size(); i++) {
      hits += ranked.get(i).holds() ? 1 : 0;
      boolean bar =
          i + 1 == ranked.size() || ranked.get(i + 1).confidence() < ranked.get(i).confidence();
      if (bar && hits >= precision * (i + 1)) {
        best = (double) hits / Math.max(1, all);
      }
    }
    return best;
  }

  /**
   * Expected calibration error: the difference of what was said and what held, over ten bins of
   * equal width, weighted by their answers (Naeini and others 2015).
   */
  public double calibrationError() {
    double[] said = new double[BINS];
    double[] held = new double[BINS];
    for (Answer answer : answers) {
      int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
      said[bin] += answer.confidence();
      held[bin] += answer.holds() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - held[bin]);
    }
    return error / Math.max(1, answers.size());
  }

  private List<Answer> ranked() {
    return answers.stream()
        .sorted(Comparator.comparingDouble((Answer answer) -> -answer.confidence()))
        .toList();
  }
}
