package org.twosource.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How long the tasks of each stage of Spark took, CPU alone, from the log of its events. */
record TaskTimes(Map<String, List<Double>> seconds) {

  /** Of the only log in a folder. */
  static TaskTimes in(Path folder) throws IOException {
    Map<Integer, String> names = new TreeMap<>();
    Map<Integer, List<Double>> tasks = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> logs = Files.walk(folder)) {
      for (Path log :
          logs.filter(one -> one.getFileName().toString().startsWith("events_"))
              .sorted()
              .toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          lines
              .filter(
                  line ->
                      line.contains("SparkListenerTaskEnd")
                          || line.contains("SparkListenerStageCompleted"))
              .forEach(line -> read(line, json, names, tasks));
        }
      }
    }
    Map<String, List<Double>> seconds = new TreeMap<>();
    tasks.forEach(
        (stage, times) ->
            seconds.put("%03d %s".formatted(stage, names.getOrDefault(stage, "")), times));
    return new TaskTimes(seconds);
  }

  private static void read(
      String line,
      ObjectMapper json,
      Map<Integer, String> names,
      Map<Integer, List<Double>> tasks) {
    try {
      JsonNode event = json.readTree(line);
      if (event.path("Event").asText().endsWith("TaskEnd")) {
        double cpu = event.path("Task Metrics").path("Executor CPU Time").asDouble() / 1e9;
        tasks.computeIfAbsent(event.path("Stage ID").asInt(), any -> new ArrayList<>()).add(cpu);
      } else {
        JsonNode stage = event.path("Stage Info");
        names.put(stage.path("Stage ID").asInt(), stage.path("Stage Name").asText());
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** One line a stage: CPU of all tasks, their number, the longest, the median. */
  String table() {
    StringBuilder lines = new StringBuilder();
    seconds.forEach(
        (stage, times) -> {
          lines.append(
              "%.2f\t%d\t%.3f\t%.3f\t%s%n"
                  .formatted(
                      sum(times), times.size(), Collections.max(times), median(times), stage));
        });
    return lines.toString();
  }

  /**
   * The longest task over the median, of the stages that have a twentieth of all CPU and four
   * tasks.
   */
  double longest() {
    double all = seconds.values().stream().mapToDouble(TaskTimes::sum).sum();
    return seconds.values().stream()
        .filter(times -> times.size() >= 4 && sum(times) >= all / 20)
        .mapToDouble(times -> Collections.max(times) / median(times))
        .max()
        .orElse(1);
  }

  /** CPU of all tasks over that of the busiest executor, were each task given to the idlest. */
  double share(int executors) {
    double all = 0;
    double busiest = 0;
    for (List<Double> times : seconds.values()) {
      double[] busy = new double[executors];
      for (double time : times) {
        int idlest = 0;
        for (int at = 1; at < executors; at++) {
          idlest = busy[at] < busy[idlest] ? at : idlest;
        }
        busy[idlest] += time;
        all += time;
      }
      busiest += Arrays.stream(busy).max().orElse(0);
    }
    return all / busiest;
  }

  private static double sum(List<Double> times) {
    return times.stream().mapToDouble(one -> one).sum();
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
