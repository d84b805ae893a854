package org.twosource.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/**
 * What {@code scripts/archive-figures.sh} asks for besides runs of the archive itself. {@code
 * stream SIZE SEED FOLDER FILES SHUFFLE} and {@code skewed SIZE SEED FOLDER KIND} write archives,
 * {@code truth SIZE SEED FILE} what the generator knows, {@code process FOLDER} reads one in one
 * process by words and prints the digest of what it found, {@code answer OUT} that of tables,
 * {@code parents TRUTH OUT} compares them with the truth, {@code tasks FOLDER}, {@code longest
 * FOLDER STAGE}, {@code part FOLDER STAGE} and {@code share FOLDER EXECUTORS} say what Spark's
 * tasks took.
 */
final class ArchiveTrial {
  private ArchiveTrial() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "stream" -> {
        List<Report> reports = MadeUpArchive.reports(number(arguments[1]), number(arguments[2]));
        int shuffle = number(arguments[5]);
        MadeUpArchive.write(
            shuffle == 0 ? reports : MadeUpArchive.shuffled(reports, shuffle),
            Path.of(arguments[3]),
            number(arguments[4]));
      }
      case "skewed" ->
          MadeUpArchive.write(
              MadeUpArchive.skewed(
                  number(arguments[1]),
                  number(arguments[2]),
                  MadeUpArchive.Skew.valueOf(arguments[4].toUpperCase(Locale.ROOT))),
              Path.of(arguments[3]),
              2);
      case "truth" ->
          MadeUpArchive.writeTruth(
              number(arguments[1]), number(arguments[2]), Path.of(arguments[3]));
      case "process" -> System.out.println(process(Path.of(arguments[1])).digest());
      case "answer" -> System.out.println(Answer.of(Path.of(arguments[1])).digest());
      case "parents" -> {
        TrueParents parents = new TrueParents(Path.of(arguments[1]), Path.of(arguments[2]));
        System.out.printf(
            Locale.ROOT,
            "%.4f %.4f %.4f%n",
            parents.found(),
            parents.precisionOfLinks(),
            parents.precisionOfFamilies());
      }
      case "tasks" -> System.out.print(TaskTimes.in(Path.of(arguments[1])).table());
      case "longest" ->
          System.out.printf(
              Locale.ROOT, "%.2f%n", TaskTimes.in(Path.of(arguments[1])).longest(arguments[2]));
      case "part" ->
          System.out.printf(
              Locale.ROOT, "%.3f%n", TaskTimes.in(Path.of(arguments[1])).part(arguments[2]));
      case "share" ->
          System.out.printf(
              Locale.ROOT,
              "%.2f%n",
              TaskTimes.in(Path.of(arguments[1])).share(number(arguments[2])));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static int number(String argument) {
    return Integer.parseInt(argument);
  }

  private static Answer process(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    Limits limits = Limits.standard().with("reports", Integer.MAX_VALUE);
    Reading reading = new InputReader(limits).read(files);
    return Answer.of(OneProcess.byWords(reading));
  }
}
