package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.lineage.Family;
import org.twosource.report.ContentIds;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/** Reports that arrive one at a time are placed as if all had been read together. */
class GrowingStoryTest {
  private static final Path SAMPLE = Path.of("..", "samples", "harbour");

  private final Pipeline pipeline = Pipeline.standard(Options.standard(), Progress.NONE);
  private final Map<String, Report> reports =
      new InputReader(Limits.standard())
          .read(List.of(SAMPLE)).reports().stream()
              .collect(Collectors.toMap(Report::id, Function.identity()));

  private GrowingStory storyOf(String... ids) {
    List<Report> first = new ArrayList<>();
    for (String id : ids) {
      first.add(reports.get(id));
    }
    return pipeline.grow(pipeline.read(new Reading(first, List.of())).stories().getFirst());
  }

  @Test
  void aCopyJoinsItsFamilyAndIsChargedWithWhatItChanged() {
    GrowingStory story =
        storyOf("01-coast-wire", "02-morning-ledger", "03-daily-courant", "05-selwyn-signal");
    assertThat(story.sources()).isEqualTo(2);
    Arrival copy = story.add(reports.get("04-world-now-24"));
    assertThat(copy.families()).containsExactly(idOfFamily("01-coast-wire"));
    assertThat(copy.isNewSource()).isFalse();
    assertThat(copy.sources()).isEqualTo(2);
    assertThat(copy.derivations()).isNotEmpty();
    assertThat(copy.changes())
        .extracting(Distortion::kind)
        .contains(Distortion.Kind.NEAR_MISS_BECAME_EVENT);
    assertThat(copy.report().text().published().date()).isPresent();
    assertThat(story.size()).isEqualTo(5);
  }

  @Test
  void anIndependentReportIsOneMoreSource() {
    GrowingStory story = storyOf("01-coast-wire", "02-morning-ledger", "05-selwyn-signal");
    Arrival own = story.add(reports.get("06-radio-aldmark"));
    assertThat(own.isNewSource()).isTrue();
    assertThat(own.changes()).isEmpty();
    assertThat(own.sources()).isEqualTo(3);
  }

  @Test
  void theSameReportIsNotAddedTwice() {
    GrowingStory story = storyOf("01-coast-wire");
    assertThatThrownBy(() -> story.add(reports.get("01-coast-wire")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("01-coast-wire");
  }

  @Test
  void anOlderReportChangesNoId() {
    List<String> later = List.of("02-morning-ledger", "03-daily-courant", "05-selwyn-signal");
    StoryAccount before = account(later);
    List<String> all = new ArrayList<>(later);
    all.add("01-coast-wire");
    StoryAccount anew = account(all);
    StoryAccount after = anew.withIdsOf(before);

    assertThat(anew.lineage().families().getFirst().id())
        .isNotEqualTo(before.lineage().families().getFirst().id());
    assertThat(after.lineage().families())
        .extracting(Family::id)
        .containsAll(before.lineage().families().stream().map(Family::id).toList());
    int paired = 0;
    for (Claim claim : before.claims()) {
      List<Claim> same = sharing(claim, after.claims());
      if (same.size() == 1 && sharing(same.getFirst(), before.claims()).size() == 1) {
        assertThat(same.getFirst().id()).isEqualTo(claim.id());
        paired++;
      }
    }
    assertThat(paired).isGreaterThan(5);
    assertThat(after.claims()).extracting(Claim::id).doesNotHaveDuplicates();
    assertThat(after.brief().lines()).extracting(Line::id).doesNotHaveDuplicates();
    Set<String> known =
        after.lineage().families().stream().map(Family::id).collect(Collectors.toSet());
    after.claims().stream()
        .flatMap(claim -> claim.collapses().stream())
        .filter(one -> one.by() == Collapse.By.FAMILY)
        .forEach(one -> assertThat(known).contains(one.name()));
  }

  private static List<Claim> sharing(Claim claim, List<Claim> others) {
    return others.stream()
        .filter(
            other ->
                other.statements().stream()
                    .map(Statement::at)
                    .anyMatch(
                        at ->
                            claim.statements().stream()
                                .map(Statement::at)
                                .anyMatch(
                                    own ->
                                        own.report().equals(at.report())
                                            && own.span().overlaps(at.span()))))
        .toList();
  }

  private StoryAccount account(List<String> ids) {
    return pipeline
        .read(new Reading(ids.stream().map(reports::get).toList(), List.of()))
        .stories()
        .getFirst();
  }

  private static String idOfFamily(String report) {
    return new ContentIds().of('f', report);
  }
}
