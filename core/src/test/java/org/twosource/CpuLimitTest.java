package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuLimitTest {
  @Test
  void whatWaitsTakesNoProcessorTimeAndWhatTurnsDoes() {
    Duration limit = Duration.ofMillis(200);
    String waited =
        CpuLimit.within(
            limit,
            () -> {
              Thread.sleep(500);
              return "done";
            });
    assertThat(waited).isEqualTo("done");
    assertThatThrownBy(
            () ->
                CpuLimit.within(
                    limit,
                    () -> {
                      long turns = 0;
                      while (!Thread.currentThread().isInterrupted()) {
                        turns++;
                      }
                      return turns;
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("CPU seconds");
  }

  @Test
  void whatFailsInsideFailsTheTest() {
    assertThatThrownBy(
            () ->
                CpuLimit.within(
                    Duration.ofSeconds(5),
                    () -> {
                      throw new IllegalStateException("odd");
                    }))
        .hasRootCauseMessage("odd");
  }
}
