package org.twosource.annotate.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Event;
import org.twosource.annotate.OneSentence;
import org.twosource.annotate.certainty.CertaintyAnnotator;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.encode.TextEncoding;

class EventAnnotatorTest {

  private static Event first(String body) {
    Annotated annotated = Annotated.bare(OneSentence.text(body, "2021-03-10"));
    annotated = new TimexAnnotator().annotate(annotated, TextEncoding.NONE);
    annotated = new CertaintyAnnotator().annotate(annotated, TextEncoding.NONE);
    return new EventAnnotator().annotate(annotated, TextEncoding.NONE).events().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The premier visited the port on Monday. | CONSULT | HELD | false | 2021-03-08",
        "The premier plans to visit the port on Friday. | CONSULT | PLANNED | false | 2021-03-12",
        "The premier postponed the trip. | CONSULT | POSTPONED | false | ",
        "The trip was called off in February. | CONSULT | CANCELLED | false | 2021-02",
        "The visit came within a day of happening in February. | CONSULT | HELD | true | 2021-02",
        "The two sides did not hold talks. | CONSULT | HELD | true | ",
        "A summit could be held in September. | CONSULT | POSSIBLE | false | 2021-09",
        "The envoy allegedly attacked the guards. | ASSAULT | ALLEGED | false | ",
        "The envoys were expelled. | SANCTION | HELD | false | ",
        "A ferry crashed into the pier. | ACCIDENT | HELD | false | ",
      })
  void typeStatusPolarityAndDate(
      String sentence, String type, String status, boolean negated, String date) {
    Event event = first(sentence.strip());
    assertThat(event.type()).contains(type);
    assertThat(event.status().name()).isEqualTo(status);
    assertThat(event.negated()).isEqualTo(negated);
    assertThat(
            event.date().map(Object::toString).map(s -> s.replaceAll(".*iso=|\\]", "")).orElse(""))
        .isEqualTo(date == null ? "" : date);
  }

  @org.junit.jupiter.api.Test
  void politicalEventsCarryModeAndCameo() {
    Event event = first("The premier visited the port.");
    assertThat(event.mode()).contains("visit");
    assertThat(event.cameo()).contains("042");
  }
}
