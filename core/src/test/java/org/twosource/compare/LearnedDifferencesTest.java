package org.twosource.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.report.Span;

/**
 * Where a copy tells otherwise: the words changed stand out, and a copy in other words does not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnedDifferencesTest {
  private final LearnedDifferences reader = LearnedDifferences.standard();

  @AfterAll
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor of Lindow, Ada Brandt, said on Monday that the bridge would open in May."
            + " | On Monday Ada Brandt, Lindow's mayor, said the bridge would open in August."
            + " | August",
        "Nine miners were rescued from the flooded shaft, the company said."
            + " | The company said 19 miners had been rescued from the shaft that was flooded."
            + " | 19",
        "The court in Harlow acquitted the baker of fraud on Friday."
            + " | On Friday the baker was convicted of fraud by the court in Harlow."
            + " | convicted"
      })
  void theChangedWordStandsOutOfItsSentence(String before, String after, String word) {
    Difference difference = reader.read(before, after).orElseThrow();
    int start = after.indexOf(word);
    double changed = difference.mostAfter(new Span(start, start + word.length()));
    double mean =
        difference.after().stream().mapToDouble(Difference.Place::changed).average().orElseThrow();
    assertThat(changed).isGreaterThan(2 * mean);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nine miners were rescued from the flooded shaft, the company said."
            + " | The company said nine miners had been rescued from the shaft that was flooded."
            + " | The company said 19 miners had been rescued from the shaft that was flooded.",
        "The committee did not approve the budget on Monday."
            + " | On Monday the budget was not approved by the committee."
            + " | On Monday the budget was approved by the committee.",
        "The council may close the swimming pool in June."
            + " | In June the swimming pool may be closed by the council."
            + " | In June the council closed the swimming pool."
      })
  void aCopyThatTellsOtherwiseDiffersMore(String before, String honest, String other) {
    assertThat(reader.read(before, other).orElseThrow().differs())
        .isGreaterThan(reader.read(before, honest).orElseThrow().differs());
  }

  @Test
  void wordsAreNamedByTheirPlaceInTheText() {
    String before = "The ferry sank off Lindów.";
    String after = "The ferry left Lindów.";
    Difference difference = reader.read(before, after).orElseThrow();
    assertThat(difference.after())
        .extracting(place -> place.words().in(after))
        .containsSubsequence("The", "ferry", "left", "Lindów", ".");
    assertThat(difference.before())
        .extracting(place -> place.words().in(before))
        .contains("sank", "Lindów");
  }

  @Test
  void nothingIsKnownWithoutAModelOrOfNothing() {
    assertThat(LearnedDifferences.on(Optional.empty()).read("The ferry sank.", "It left."))
        .isEmpty();
    assertThat(reader.read(" ", "The ferry sank.")).isEmpty();
  }
}
