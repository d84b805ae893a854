package org.twosource.app.command.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.brief.render.CompareJsonRenderer;
import org.twosource.brief.render.ComparedPair;
import org.twosource.brief.render.Labels;
import org.twosource.compare.LearnedDifferences;
import org.twosource.distortion.Comparison;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.PairComparer;
import org.twosource.lineage.Derivation;
import org.twosource.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource compare}: two reports, or many pairs of short texts. */
@Command(
    name = "compare",
    description = "Tells what two reports share and what the copy changed.",
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(arity = "0..2", paramLabel = "FILE", description = "The two reports.")
  List<Path> files = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "JSON Lines: {\"id\", \"before\", \"after\", \"language\"?} a line, a sentence and its copy.")
  @Nullable Path pairs;

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    if (pairs == null && files.size() != 2) {
      throw new ParameterException(line(), "compare takes two reports, or --pairs FILE");
    }
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new ParameterException(
            line(), "compare takes two reports, and " + file + " is a folder; see read");
      }
    }
    try (StandardAnnotator annotator = StandardAnnotator.standard();
        LearnedDifferences differences = LearnedDifferences.standard()) {
      PairComparer comparer = PairComparer.with(annotator, differences);
      return pairs == null ? compareReports(comparer) : comparePairs(comparer, pairs);
    }
  }

  private int compareReports(PairComparer comparer) throws IOException {
    List<Report> both = new ArrayList<>();
    for (Path file : files) {
      Optional<Report> report = Inputs.first(file, line().getErr());
      if (report.isEmpty()) {
        return ExitStatus.NOTHING_READ;
      }
      both.add(report.get());
    }
    Comparison comparison = comparer.compare(both.get(0), both.get(1));
    json.write(out -> new CompareJsonRenderer().render(comparison, out));
    if (!json.isOnStandardOutput()) {
      tell(comparison, System.out);
    }
    return ExitStatus.READ;
  }

  private int comparePairs(PairComparer comparer, Path file) throws IOException {
    List<ComparedPair> compared = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          pair(comparer, text, file + ", line " + number).ifPresent(compared::add);
        }
      }
    }
    json.writeOrPrint(out -> new CompareJsonRenderer().renderPairs(compared, out));
    return compared.isEmpty() ? ExitStatus.NOTHING_READ : ExitStatus.READ;
  }

  private Optional<ComparedPair> pair(PairComparer comparer, String text, String place) {
    try {
      JsonNode pair = new ObjectMapper().readTree(text);
      if (pair.path("before").isTextual() && pair.path("after").isTextual()) {
        String before = pair.get("before").asText();
        String after = pair.get("after").asText();
        Optional<String> language =
            Optional.ofNullable(pair.get("language"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        PairComparer.Judged judged = comparer.judge(before, after, language);
        return Optional.of(
            new ComparedPair(
                pair.path("id").asText(),
                before,
                after,
                judged.findings(),
                judged.sameStatement()));
      }
      say(place, "a pair needs the strings \"before\" and \"after\"");
    } catch (JsonProcessingException broken) {
      say(place, "not JSON: " + broken.getOriginalMessage());
    }
    return Optional.empty();
  }

  private void say(String place, String reason) {
    line().getErr().println("twosource: " + Plain.line(place) + ": " + Plain.line(reason));
    line().getErr().flush();
  }

  private static void tell(Comparison comparison, PrintStream out) {
    int passages = comparison.passages().size();
    out.println(passages + (passages == 1 ? " passage shared" : " passages shared"));
    for (Derivation derivation : comparison.derivations()) {
      out.printf(
          "%s %s %s, %s, %.0f %% of it (confidence %.2f)%n",
          Plain.line(derivation.to()),
          derivation.directed() ? "was made from" : "and one text with",
          Plain.line(derivation.from()),
          derivation.degree().label() + " " + derivation.manner().label(),
          100 * derivation.share(),
          derivation.confidence());
    }
    for (Derivation pair : comparison.possible()) {
      out.println(
          Plain.line(pair.to())
              + " and "
              + Plain.line(pair.from())
              + " "
              + Plain.line(Labels.possible(pair)));
    }
    for (Distortion found : comparison.distortions().distortions()) {
      out.println();
      out.println("  " + found.kind().label() + " (" + found.severity().label() + ")");
      out.println("    before: " + Plain.line(found.before()));
      out.println("    after:  " + Plain.line(found.after()));
      out.println("    " + Plain.line(found.why()));
    }
  }

  private CommandLine line() {
    return java.util.Objects.requireNonNull(spec).commandLine();
  }
}
