package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.app.desk.NamesOfStory;
import org.twosource.app.store.StoredStory;

class AllNamesTest {
  private static final StoredStory STORY =
      new StoredStory(
          "s-a",
          "Fire at the quay",
          4,
          3,
          new StoredStory.Days(Optional.empty(), Optional.empty()),
          "of four reports",
          7);

  @Test
  void aStoryHasTheSourcesOfItsAccountWhereThatIsOfTheseReports() {
    AllNames names =
        new AllNames(List.of(new NamesOfStory("s-a", "of four reports", 2, Map.of(), List.of())));
    assertThat(names.asAnalysed(STORY)).isEqualTo(STORY.withSources(2, 7));
  }

  @Test
  void aNameOfTwoThingsOfOneStoryIsOneNameOfOneStory() {
    NamesOfStory.Name town =
        new NamesOfStory.Name(
            "Selwyn", "place", 7, List.of("port"), List.of("Selwyn Bay"), List.of());
    NamesOfStory.Name club =
        new NamesOfStory.Name("Selwyn", "organization", 2, List.of("club"), List.of(), List.of());
    AllNames names =
        new AllNames(List.of(new NamesOfStory("s-a", "", 2, Map.of(), List.of(club, town))));
    assertThat(names.listed()).containsExactly(new AllNames.Listed("Selwyn", "place", 1, 9));
    assertThat(names.of("Selwyn"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name().roles()).containsExactly("port", "club");
              assertThat(one.name().spellings()).containsExactly("Selwyn Bay");
            });
  }

  @Test
  void aStoryThatGrewSinceHasTheSourcesThatItsWordsShow() {
    AllNames names =
        new AllNames(List.of(new NamesOfStory("s-a", "of three reports", 2, Map.of(), List.of())));
    assertThat(names.asAnalysed(STORY)).isEqualTo(STORY);
    assertThat(new AllNames(List.of()).asAnalysed(STORY)).isEqualTo(STORY);
  }
}
