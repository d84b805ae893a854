package org.twosource.app.command.files;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twosource.app.command.Plain;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/** Reads the inputs of the smaller commands and says what could not be read. */
final class Inputs {
  private Inputs() {}

  /** The first report of a file; what is wrong goes to {@code err}. */
  static Optional<Report> first(Path file, PrintWriter err) {
    return all(List.of(file), err).stream().findFirst();
  }

  static List<Report> all(List<Path> files, PrintWriter err) {
    Reading reading = new InputReader(Limits.standard()).read(files);
    reading
        .unreadable()
        .forEach(
            bad ->
                err.println(
                    "twosource: " + Plain.line(bad.source()) + ": " + Plain.line(bad.reason())));
    if (reading.reports().isEmpty()) {
      err.println("twosource: no report in " + Plain.line(files.toString()));
    }
    err.flush();
    return reading.reports();
  }
}
