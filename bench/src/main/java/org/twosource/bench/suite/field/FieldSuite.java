package org.twosource.bench.suite.field;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;

/**
 * Public complaints rebuilt in small ({@code field}): every case with the expectations of its
 * {@code EXPECT.md}. A case is as expected when all of them are met; what its {@code variations}
 * expect is counted apart.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every expectation that is not met.
 */
public final class FieldSuite implements Suite {
  private final StoryRuns runs;

  public FieldSuite(StoryRuns runs) {
    this.runs = runs;
  }

  /** Tries one case. */
  private interface FieldCase {
    void check(FieldTrial trial) throws IOException;
  }

  private static Map<String, FieldCase> cases() {
    Map<String, FieldCase> cases = new LinkedHashMap<>();
    cases.put("01-feed-updated-item", FieldInputs::feedUpdatedItem);
    cases.put("02-broken-feeds", FieldInputs::brokenFeeds);
    cases.put("03-truncated-warc", FieldInputs::truncatedWarc);
    cases.put("04-check-number-forms", FieldDrafts::checkNumberForms);
    cases.put("06-check-identity", FieldDrafts::checkIdentity);
    cases.put("08-transcript", FieldReading::transcript);
    cases.put("09-weekday-dates", FieldReading::weekdayDates);
    cases.put("10-page-dates", FieldInputs::pageDates);
    cases.put("11-same-page-twice", FieldInputs::samePageTwice);
    cases.put("13-body-extraction", FieldInputs::bodyExtraction);
    cases.put("14-headline-number", FieldDrafts::headlineNumber);
    cases.put("16-name-spellings", FieldReading::nameSpellings);
    cases.put("17-events", FieldReading::events);
    cases.put("18-correction-notes", FieldInputs::correctionNotes);
    cases.put("19-short-reuse", FieldInputs::shortReuse);
    return cases;
  }

  @Override
  public String name() {
    return "field";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> shown = new ArrayList<>();
    int passed = 0;
    Tally variations = new Tally();
    for (var one : cases().entrySet()) {
      FieldTrial trial = new FieldTrial(one.getKey(), data.file("field/" + one.getKey()), runs);
      one.getValue().check(trial);
      Tally met = trial.expectations();
      passed += met.hits() == met.all() ? 1 : 0;
      variations.addAll(trial.variations());
      shown.add(Figure.shown(one.getKey() + ", expectations met of " + met.all(), met.share()));
      if (trial.variations().all() > 0) {
        shown.add(
            Figure.shown(
                one.getKey() + ", variations met of " + trial.variations().all(),
                trial.variations().share()));
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.atLeast("cases as expected, of 15", passed, 15, "5 of 15 (0.1.0)"));
    figures.add(Figure.shown("variations as expected", variations.share()));
    figures.addAll(shown);
    return figures;
  }
}
