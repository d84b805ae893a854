package org.twosource.bench;

import java.util.Optional;

/**
 * One measured number.
 *
 * @param metric what was measured, with the data it was measured on: "B-cubed F1, basil"
 * @param value of this run
 * @param target to reach; absent when the number is only shown
 * @param higherIsBetter false for errors, rates of false alarms, growth exponents
 * @param floor the figure to beat, and whose: ".978 study"; empty when there is none
 */
public record Figure(
    String metric, double value, Optional<Double> target, boolean higherIsBetter, String floor) {

  public static Figure atLeast(String metric, double value, double target, String floor) {
    return new Figure(metric, value, Optional.of(target), true, floor);
  }

  public static Figure atMost(String metric, double value, double target, String floor) {
    return new Figure(metric, value, Optional.of(target), false, floor);
  }

  /** A number that is shown and has no target. */
  public static Figure shown(String metric, double value) {
    return new Figure(metric, value, Optional.empty(), true, "");
  }

  /** Whether the target is reached; true where there is none. */
  public boolean reached() {
    return target.map(goal -> higherIsBetter ? value >= goal : value <= goal).orElse(true);
  }
}
