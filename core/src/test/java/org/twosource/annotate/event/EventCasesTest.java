package org.twosource.annotate.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Event;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** The cases file of events, read as the program reads a report: cases/EventAnnotator.txt. */
class EventCasesTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<List<String>> cases() {
    return CasesFile.rows("EventAnnotator");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoDoesWhatToWhom(List<String> row) {
    Annotations annotations = annotator.annotate(List.of(text(row.get(0))));
    List<Event> events =
        annotations.reports().getFirst().events().stream()
            .filter(event -> event.isWorthCoding() && !event.actors().isEmpty())
            .toList();
    switch (row.get(1)) {
      case "nothing" -> assertThat(events).isEmpty();
      case "not held" ->
          assertThat(events)
              .noneMatch(
                  event ->
                      event.status() == Event.Status.HELD
                          || event.status() == Event.Status.PLANNED);
      default ->
          assertThat(events.stream().map(event -> told(event, annotations).strip()))
              .contains(row.get(1));
    }
  }

  @Test
  void theDayOfAVerbBelowIsNotThatOfTheEvent() {
    assertThat(days("Norway accused Denmark of asking its envoys to leave on 3 May 2031."))
        .containsExactly("");
    assertThat(days("On 3 May 2031 Norway accused Denmark of spying."))
        .containsExactly("2031-05-03");
  }

  private static List<String> days(String sentence) {
    return annotator.annotate(List.of(text(sentence))).reports().getFirst().events().stream()
        .filter(event -> event.type().equals(Optional.of("ACCUSE")))
        .map(event -> event.date().map(PartialDate::iso).orElse(""))
        .toList();
  }

  /** Too short for its language to be told. */
  private static Text text(String sentence) {
    Report report = Report.of("case", sentence).withLanguage(Optional.of("en"));
    return new StandardTextBuilder().build(report);
  }

  private static String told(Event event, Annotations annotations) {
    return event.type().orElse("")
        + " "
        + event.status().label()
        + " "
        + names(event.actors(), annotations)
        + " > "
        + names(event.recipients(), annotations);
  }

  private static String names(List<String> parties, Annotations annotations) {
    return String.join(
        "; ",
        parties.stream()
            .map(
                id ->
                    annotations.entities().stream()
                        .filter(entity -> entity.id().equals(id))
                        .map(Entity::name)
                        .findFirst()
                        .orElse(id))
            .toList());
  }
}
