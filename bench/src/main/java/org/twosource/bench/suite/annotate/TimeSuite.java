package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.Timex;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;

/**
 * Time expressions against TimeBank: a found and a labelled span match when they overlap (each used
 * once); value F1 counts the matches whose TIMEX3 values are equal.
 */
public final class TimeSuite implements Suite {

  @Override
  public String name() {
    return "time";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    boolean show = System.getenv("TWOSOURCE_SHOW") != null;
    var annotator = new TimexAnnotator();
    int labelled = 0;
    int made = 0;
    int matched = 0;
    int exact = 0;
    int valued = 0;
    int typed = 0;
    for (TimeBank.Document document : TimeBank.read(data)) {
      List<Timex> found =
          annotator.annotate(
              BenchTexts.english(document.id(), document.body(), document.created()));
      labelled += document.times().size();
      made += found.size();
      List<Timex> free = new ArrayList<>(found);
      for (TimeBank.Time time : document.times()) {
        Timex hit = null;
        for (Timex timex : free) {
          if (timex.span().overlaps(time.span())) {
            hit = timex;
            break;
          }
        }
        if (hit == null) {
          if (show) show("MISS", document, time.span(), time.value(), "");
          continue;
        }
        free.remove(hit);
        matched++;
        exact += hit.span().equals(time.span()) ? 1 : 0;
        typed += hit.type().name().equals(time.type()) ? 1 : 0;
        if (hit.value().equals(time.value())) {
          valued++;
        } else if (show) {
          show(
              "VALUE",
              document,
              time.span(),
              time.value(),
              hit.span().in(document.body()) + " = " + hit.value());
        }
      }
      if (show) {
        for (Timex timex : free) {
          show("EXTRA", document, timex.span(), timex.value(), "");
        }
      }
    }
    return List.of(
        Figure.atLeast("relaxed span F1, timebank", f1(matched, labelled, made), .88, ".845 study"),
        Figure.atLeast("value F1, timebank", f1(valued, labelled, made), .76, ".776 HeidelTime"),
        Figure.shown("exact span F1, timebank", f1(exact, labelled, made)),
        Figure.shown("type right of the matched, timebank", (double) typed / Math.max(1, matched)),
        Figure.shown("recall of spans, timebank", (double) matched / labelled),
        Figure.shown("precision of spans, timebank", (double) matched / made));
  }

  private static void show(
      String what,
      TimeBank.Document document,
      org.twosource.report.Span span,
      String gold,
      String ours) {
    String body = document.body();
    System.err.println(
        what
            + "\t"
            + document.created().map(Object::toString).orElse("")
            + "\t"
            + span.in(body).replaceAll("\\s+", " ")
            + "\t"
            + gold
            + "\t"
            + ours
            + "\t"
            + body.substring(
                    Math.max(0, span.start() - 60), Math.min(body.length(), span.end() + 40))
                .replaceAll("\\s+", " "));
  }

  private static double f1(int right, int labelled, int made) {
    return labelled + made == 0 ? 0 : 2.0 * right / (labelled + made);
  }
}
