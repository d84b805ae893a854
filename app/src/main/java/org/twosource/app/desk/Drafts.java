package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.twosource.Models;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Check;
import org.twosource.brief.Checker;
import org.twosource.distortion.Comparison;
import org.twosource.distortion.PairComparer;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;

/**
 * Texts that are compared or checked and not kept. The models are opened for the first of them.
 *
 * <p>Any thread may ask; one is worked on at a time.
 */
public final class Drafts {
  private final Models models = new Models();
  private @Nullable Pipeline opened;

  /**
   * Made for the first text: it reads lists of words that most of what a desk does has no use of.
   */
  private Pipeline pipeline() {
    Pipeline pipeline = opened;
    if (pipeline == null) {
      pipeline =
          new Pipeline(
              Pipeline.Stages.standard(Options.standard(), models),
              Options.standard(),
              Progress.NONE);
      opened = pipeline;
    }
    return pipeline;
  }

  /**
   * Is each sentence of a text carried by the reports?
   *
   * @param sourceOf the independent source of a report, by its id
   * @param disputed places where the reports disagree
   */
  public synchronized List<Check> check(
      Report text, List<Report> reports, UnaryOperator<String> sourceOf, List<Citation> disputed) {
    List<Report> together = new ArrayList<>(reports);
    boolean taken = reports.stream().anyMatch(report -> report.id().equals(text.id()));
    together.add(taken ? text.withId(text.id() + "-draft") : text);
    List<Annotated> annotated = pipeline().annotate(together).reports();
    int last = annotated.size() - 1;
    return new Checker(new TokenWordAligner(), models.comparer(), models.differences())
        .check(annotated.get(last), annotated.subList(0, last), sourceOf, disputed);
  }

  /** What two texts share, and what the copy changed. */
  public synchronized Comparison compare(Report a, Report b) {
    return PairComparer.with(pipeline().annotator(), models.differences()).compare(a, b);
  }
}
