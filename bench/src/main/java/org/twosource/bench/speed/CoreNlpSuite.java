package org.twosource.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/**
 * The whole analysis of reports, from the text to the brief, beside Stanford CoreNLP from tokens to
 * names on the same reports in the same process: CPU time of all threads, both sides warmed up on
 * other reports. CoreNLP is called by name, since it is GPL and half a gigabyte: {@code ./build
 * bench corenlp} fetches it; without it on the class path there are no figures.
 */
public final class CoreNlpSuite implements Suite {
  private static final String PIPELINE = "edu.stanford.nlp.pipeline.StanfordCoreNLP";

  /** Reports measured, and as many of other stories before them to warm up. */
  private static final int REPORTS = 40;

  /** Each side goes over the reports so often; the fastest round counts. */
  private static final int ROUNDS = 2;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public String name() {
    return "corenlp";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Optional<Consumer<String>> peer = peer();
    if (peer.isEmpty()) {
      System.err.println(
          "corenlp: not on the class path; ./build bench corenlp fetches it (480 MB)");
      return List.of();
    }
    List<Report> all = reports(data);
    List<Report> warmUp = all.subList(REPORTS, 2 * REPORTS);
    List<Report> measured = all.subList(0, REPORTS);
    Pipeline pipeline = Pipeline.standard(Options.standard(), Progress.NONE);
    pipeline.read(new Reading(warmUp, List.of()));
    warmUp.forEach(report -> peer.get().accept(report.body()));
    double own = Double.MAX_VALUE;
    double theirs = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      // a new pipeline: what was read out of a sentence before is not to be found again
      Pipeline fresh = Pipeline.standard(Options.standard(), Progress.NONE);
      fresh.read(new Reading(warmUp.subList(0, 1), List.of()));
      own = Math.min(own, seconds(() -> fresh.read(new Reading(measured, List.of()))));
      theirs =
          Math.min(
              theirs, seconds(() -> measured.forEach(report -> peer.get().accept(report.body()))));
    }
    return List.of(
        Figure.shown("reports", measured.size()),
        Figure.shown("whole analysis, CPU seconds a report", own / measured.size()),
        Figure.shown("CoreNLP 4.5.10 tokenize to ner, CPU seconds a report", theirs / REPORTS),
        Figure.atLeast("whole analysis, multiple of CoreNLP", theirs / own, 8, ""));
  }

  private static double seconds(Runnable work) {
    long start = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - start) / 1e9;
  }

  private static List<Report> reports(BenchData data) throws IOException {
    List<Report> reports = new ArrayList<>();
    for (JsonNode one : data.jsonLines("stories/news_cluster.jsonl")) {
      String id = "r" + reports.size();
      reports.add(
          new Report(
              id,
              id,
              Optional.empty(),
              Optional.empty(),
              Optional.of(one.path("title").asText()).filter(title -> !title.isBlank()),
              List.of(),
              List.of(),
              PartialDate.parse(one.path("date").asText()),
              Optional.of("en"),
              one.path("text").asText()));
    }
    return reports;
  }

  /**
   * Tokens, sentences, parts of speech, lemmas and names of a text, with CoreNLP's own settings.
   */
  private static Optional<Consumer<String>> peer() {
    try {
      Class<?> pipeline = Class.forName(PIPELINE);
      Properties settings = new Properties();
      settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
      Object made = pipeline.getConstructor(Properties.class).newInstance(settings);
      Method process = pipeline.getMethod("process", String.class);
      return Optional.of(
          text -> {
            try {
              process.invoke(made, text);
            } catch (ReflectiveOperationException failure) {
              throw new IllegalStateException("CoreNLP failed", failure);
            }
          });
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException("CoreNLP has another shape", other);
    }
  }
}
