package org.twosource.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code twosource why}: the evidence behind one finding of the last run, down to the characters.
 * It reads the result that {@code read} left beside its page, so nothing is computed anew.
 */
@Command(
    name = "why",
    description =
        "Prints the evidence behind a claim (c1), family (f1), distortion (d1) or line of the brief (l1).",
    mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
  private static final int SHOWN_CHARACTERS = 400;

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description =
          "A label (c1, f1, d1, l1) or an id (c-3fa91b7c); with several stories 2/c1 is the one of the second.")
  String id = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A result written by read (default: ${DEFAULT-VALUE}).")
  Path from = Path.of("twosource-out", "result.json");

  private final Map<String, JsonNode> reports = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(from)) {
      throw new ParameterException(
          line(),
          "there is no result at " + from + "; run twosource read first, or name one with --from");
    }
    JsonNode result = new ObjectMapper().readTree(from.toFile());
    result.path("reports").forEach(report -> reports.put(report.path("id").asText(), report));
    int slash = id.indexOf('/');
    String wanted = id.substring(slash + 1);
    int number =
        slash > 0 && id.substring(0, slash).matches("\\d{1,6}")
            ? Integer.parseInt(id.substring(0, slash))
            : 1;
    JsonNode story = result.path("stories").path(number - 1);
    if (!tell(story, wanted, System.out)) {
      throw new ParameterException(
          line(), "there is no " + id + " in " + from + nearest(story, wanted));
    }
    return ExitStatus.READ;
  }

  private boolean tell(JsonNode story, String wanted, PrintStream out) {
    JsonNode claim = named(story.path("claims"), wanted);
    JsonNode family = named(story.path("families"), wanted);
    JsonNode distortion = named(story.path("distortions"), wanted);
    JsonNode line = named(story.path("brief"), wanted);
    if (claim != null) {
      claim(claim, story, out);
    } else if (family != null) {
      family(family, story, out);
    } else if (distortion != null) {
      distortion(distortion, out);
    } else if (line != null) {
      line(line, story, out);
    } else {
      return false;
    }
    return true;
  }

  /** The id or label of the story that is most like a wrong one. */
  private static String nearest(JsonNode story, String wanted) {
    List<String> names = new ArrayList<>();
    for (String list : List.of("claims", "families", "distortions", "brief")) {
      for (JsonNode item : story.path(list)) {
        names.add(item.path("id").asText());
        names.add(item.path("label").asText());
      }
    }
    return names.stream()
        .min(Comparator.comparingInt(name -> EditDistance.between(name, wanted)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private void claim(JsonNode claim, JsonNode story, PrintStream out) {
    out.println(claim.path("label").asText() + "  " + plain(claim.path("text")));
    out.println(
        claim.path("standing").asText()
            + ": "
            + claim.path("reports").asInt()
            + " reports, "
            + claim.path("families").asInt()
            + " independent");
    if (!claim.path("informants").isEmpty()) {
      out.println("informants: " + plain(claim.path("informants")));
    }
    claim.path("why").forEach(reason -> out.println("  because " + plain(reason)));
    collapses(claim, story, out);
    merges(claim, out);
    for (JsonNode statement : claim.path("statements")) {
      out.println();
      out.println(
          "  stated in "
              + familyOf(story, statement.path("report").asText())
              + ", "
              + statement.path("certainty").asText());
      quote(statement, out);
    }
    for (JsonNode dispute : claim.path("disputes")) {
      out.println();
      out.println(
          "  "
              + dispute.path("kind").asText()
              + " disputed between "
              + dispute.path("between").asText()
              + " ("
              + dispute.path("resolution").asText()
              + "): "
              + plain(dispute.path("note")));
      quote(claim.path("statements").path(dispute.path("a").asInt()), out);
      quote(claim.path("statements").path(dispute.path("b").asInt()), out);
    }
  }

  private static void collapses(JsonNode claim, JsonNode story, PrintStream out) {
    for (JsonNode collapse : claim.path("collapses")) {
      out.println();
      out.println(
          "  one source, "
              + plain(collapse.path("by"))
              + " "
              + labelled(story, plain(collapse.path("name")))
              + ": "
              + plain(collapse.path("reports")));
      collapse.path("evidence").forEach(reason -> out.println("    " + plain(reason)));
    }
  }

  /** What ties the statements to each other, each named by its place. */
  private static void merges(JsonNode claim, PrintStream out) {
    JsonNode statements = claim.path("statements");
    for (JsonNode merge : claim.path("merges")) {
      out.println();
      out.println(
          "  one claim by "
              + plain(merge.path("by"))
              + ", "
              + merge.path("score").asText()
              + ": "
              + place(statements.path(merge.path("a").asInt()))
              + " = "
              + place(statements.path(merge.path("b").asInt())));
      out.println("    " + plain(merge.path("evidence")));
    }
  }

  /** As {@code read --same-claim} takes it. */
  private static String place(JsonNode at) {
    return plain(at.path("report")) + ":" + at.path("start").asInt() + "-" + at.path("end").asInt();
  }

  private void family(JsonNode family, JsonNode story, PrintStream out) {
    out.println(family.path("label").asText() + "  one source: " + plain(family.path("reports")));
    JsonNode origin = family.path("origin");
    out.println(
        "origin: "
            + (origin.path("kind").asText().equals("unseen")
                ? "a text that is not among the reports"
                : plain(origin.path("report")))
            + (origin.path("credit").isTextual()
                ? ", credited to " + plain(origin.path("credit"))
                : ""));
    family.path("why").forEach(reason -> out.println("  because " + plain(reason)));
    for (JsonNode derivation : story.path("derivations")) {
      if (contains(family.path("reports"), derivation.path("to").asText())) {
        out.println();
        out.println(
            "  "
                + plain(derivation.path("to"))
                + " from "
                + labelled(story, plain(derivation.path("from")))
                + ": "
                + derivation.path("degree").asText()
                + ", "
                + derivation.path("manner").asText()
                + ", confidence "
                + derivation.path("confidence").asText());
        derivation.path("evidence").forEach(reason -> out.println("    " + plain(reason)));
      }
    }
  }

  private void distortion(JsonNode distortion, PrintStream out) {
    out.println(
        distortion.path("label").asText()
            + "  "
            + distortion.path("kind").asText()
            + " ("
            + distortion.path("severity").asText()
            + ", confidence "
            + distortion.path("confidence").asText()
            + ", found by "
            + plain(distortion.path("finder"))
            + ")");
    out.println("  " + plain(distortion.path("why")));
    out.println("  before: \"" + plain(distortion.path("before")) + "\"");
    quote(distortion.path("from"), out);
    out.println("  after: \"" + plain(distortion.path("after")) + "\"");
    quote(distortion.path("to"), out);
    out.println(
        "  introduced by "
            + (distortion.path("introducedBy").isTextual()
                ? plain(distortion.path("introducedBy"))
                : "one of the two; which is open"));
  }

  private void line(JsonNode line, JsonNode story, PrintStream out) {
    out.println(plain(line.path("text")));
    out.println(
        line.path("standing").asText() + ": " + line.path("families").asInt() + " independent");
    JsonNode rewriting = line.path("rewriting");
    if (rewriting.isObject()) {
      out.println("rewriting: " + plain(rewriting.path("outcome")));
      out.println("  extract: " + plain(rewriting.path("extract")));
      if (rewriting.path("proposed").isTextual()) {
        out.println("  proposed: " + plain(rewriting.path("proposed")));
      }
      if (!rewriting.path("why").asText().isEmpty()) {
        out.println("  because " + plain(rewriting.path("why")));
      }
    }
    for (JsonNode cited : line.path("cites")) {
      out.println("  rests on " + familyOf(story, cited.path("report").asText()));
      quote(cited, out);
    }
  }

  /** The cited characters, with where they stand. */
  private void quote(JsonNode at, PrintStream out) {
    JsonNode report = reports.get(at.path("report").asText());
    int start = at.path("start").asInt();
    int end = at.path("end").asInt();
    String body = report == null ? "" : report.path("body").asText();
    String words =
        start <= end && end <= body.length()
            ? body.substring(start, Math.min(end, start + SHOWN_CHARACTERS))
            : "";
    out.println("    " + place(at) + ": " + Plain.line(words));
  }

  /** The words with a family's id at their beginning as its label. */
  private static String labelled(JsonNode story, String words) {
    for (JsonNode family : story.path("families")) {
      String id = family.path("id").asText();
      if (words.equals(id) || words.startsWith(id + "-")) {
        return family.path("label").asText() + words.substring(id.length());
      }
    }
    return words;
  }

  private static String familyOf(JsonNode story, String report) {
    for (JsonNode family : story.path("families")) {
      if (contains(family.path("reports"), report)) {
        return "family " + family.path("label").asText();
      }
    }
    return "no family";
  }

  private static @Nullable JsonNode named(JsonNode list, String id) {
    for (JsonNode item : list) {
      if (item.path("id").asText().equals(id) || item.path("label").asText().equals(id)) {
        return item;
      }
    }
    return null;
  }

  private static boolean contains(JsonNode list, String text) {
    for (JsonNode item : list) {
      if (item.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(JsonNode node) {
    if (!node.isArray()) {
      return Plain.line(node.asText());
    }
    StringBuilder all = new StringBuilder();
    node.forEach(item -> all.append(all.isEmpty() ? "" : ", ").append(Plain.line(item.asText())));
    return all.toString();
  }

  private CommandLine line() {
    return java.util.Objects.requireNonNull(spec).commandLine();
  }
}
