package org.twosource.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the tasks of each stage of Spark took, in CPU seconds, from the log of its events.
 *
 * @param seconds by the stage of the archive and the number that Spark gives its own
 */
record TaskTimes(Map<String, List<Double>> seconds) {

  /** Of the only log in a folder. */
  static TaskTimes in(Path folder) throws IOException {
    Map<Integer, String> names = new TreeMap<>();
    Map<Integer, List<Double>> tasks = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> logs = Files.walk(folder)) {
      for (Path log : logs.filter(TaskTimes::isLog).sorted().toList()) {
        for (String line : Files.readAllLines(log)) {
          if (line.contains("SparkListenerTaskEnd") || line.contains("SparkListenerJobStart")) {
            read(json.readTree(line), names, tasks);
          }
        }
      }
    }
    Map<String, List<Double>> seconds = new TreeMap<>();
    tasks.forEach(
        (stage, times) ->
            seconds.put("%s %03d".formatted(names.getOrDefault(stage, ""), stage), times));
    return new TaskTimes(seconds);
  }

  private static boolean isLog(Path file) {
    return file.getFileName().toString().startsWith("events_");
  }

  private static void read(
      JsonNode event, Map<Integer, String> names, Map<Integer, List<Double>> tasks) {
    if (event.path("Event").asText().endsWith("TaskEnd")) {
      double cpu = event.path("Task Metrics").path("Executor CPU Time").asDouble() / 1e9;
      tasks.computeIfAbsent(event.path("Stage ID").asInt(), any -> new ArrayList<>()).add(cpu);
    } else {
      String name = event.path("Properties").path("spark.job.description").asText();
      event.path("Stage IDs").forEach(stage -> names.putIfAbsent(stage.asInt(), name));
    }
  }

  /** One line a stage: CPU of all tasks, their number, the longest, the median. */
  String table() {
    StringBuilder lines = new StringBuilder();
    seconds.forEach(
        (stage, times) ->
            lines.append(
                "%.2f\t%d\t%.3f\t%.3f\t%s%n"
                    .formatted(
                        sum(times), times.size(), Collections.max(times), median(times), stage)));
    return lines.toString();
  }

  /** The longest task over the median, in the dearest part of a stage of the archive. */
  double longest(String stage) {
    List<Double> times = dearest(stage);
    return Collections.max(times) / median(times);
  }

  /** The share of the CPU of all tasks that the longest task of a stage of the archive has. */
  double part(String stage) {
    double all = seconds.values().stream().mapToDouble(TaskTimes::sum).sum();
    return Collections.max(dearest(stage)) / all;
  }

  private List<Double> dearest(String stage) {
    return seconds.entrySet().stream()
        .filter(one -> one.getKey().startsWith(stage + " "))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingDouble(TaskTimes::sum))
        .orElseThrow();
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
