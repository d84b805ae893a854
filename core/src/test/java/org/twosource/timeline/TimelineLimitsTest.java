package org.twosource.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twosource.claim.InventedStory;
import org.twosource.report.PartialDate;

/** How many rows a timeline has, and which go where there are more. */
class TimelineLimitsTest {

  private static Timeline days(int count) {
    StringBuilder body = new StringBuilder();
    for (int at = 0; at < count; at++) {
      body.append("The pilots of Kelm sank the ferry off Arden on ")
          .append(1 + at % 28)
          .append(at < 28 ? " January 2031.\n\n" : " February 2031.\n\n");
    }
    return new InventedStory().report("f0", "2031-05-07", body.toString()).timeline();
  }

  @Test
  void ofMoreThanFortyRowsThoseFurthestDownTheReportGo() {
    assertThat(days(39).entries()).hasSize(39);
    assertThat(days(45).entries())
        .hasSize(EventTimelineBuilder.MAX_ENTRIES)
        .extracting(Timeline.Entry::date)
        .extracting(PartialDate::iso)
        .contains("2031-01-01", "2031-02-12")
        .doesNotContain("2031-02-13");
    assertThat(EventTimelineBuilder.MAX_ENTRIES).isEqualTo(40);
  }
}
