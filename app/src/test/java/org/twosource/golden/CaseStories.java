package org.twosource.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.Models;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.brief.Account;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/**
 * The sentences of the cases files as stories: the first sentences of all cases are the paragraphs
 * of one report, the second ones those of another. So are the reports of a case, where one cell
 * holds several. A case says one thing of a sentence; the pages say everything that is read in it.
 */
final class CaseStories {
  /** The columns of each file that hold sentences. */
  private static final Map<String, List<Integer>> SENTENCES = new LinkedHashMap<>();

  static {
    for (String pairs :
        List.of(
            "ActorSwapped",
            "AttributionDropped",
            "CertaintyRaised",
            "CopiedChanges",
            "DateChanged",
            "Disputes",
            "HedgeDropped",
            "NameChanged",
            "NearMissBecameEvent",
            "NegationChanged",
            "NumberChanged",
            "PlaceChanged",
            "PlanBecameFact",
            "QuoteAltered",
            "WordingChanged")) {
      SENTENCES.put(pairs, List.of(0, 1));
    }
    SENTENCES.put("ChangeJudge", List.of(1, 2));
    SENTENCES.put("Proposers", List.of(1, 2));
    for (String single :
        List.of("CertaintyAnnotator", "EventAnnotator", "Metonyms", "NameAnnotator", "Quantity")) {
      SENTENCES.put(single, List.of(0));
    }
    SENTENCES.put("German", List.of(1));
    SENTENCES.put("TimexAnnotator", List.of(1));
    SENTENCES.put("VerbTense", List.of(1));
  }

  /** Files of which a cell holds whole reports, and that cell. */
  private static final Map<String, Integer> REPORTS = new LinkedHashMap<>();

  static {
    for (String first : List.of("Brief", "DisputedAnswers", "Mentions", "Speakers")) {
      REPORTS.put(first, 0);
    }
    REPORTS.put("Timeline", 1);
  }

  private static final String BETWEEN_REPORTS = " // ";

  /** What a report of a case has in front of its text: its day and outlet. */
  private static final String HEAD = "^(?:\\d{4}-\\d{2}-\\d{2}:? ?)?(?:\\[[^]]+])?";

  /** The report a paragraph is printed in, and its day: a Wednesday and the days after. */
  private static final List<String> DAYS =
      List.of("2031-05-07", "2031-05-08", "2031-05-09", "2031-05-10");

  private static final List<String> NAMES = List.of("first", "second", "third", "fourth");

  private CaseStories() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(SENTENCES.keySet());
    names.addAll(REPORTS.keySet());
    return names;
  }

  static Account read(Path cases, String name, Models models) throws IOException {
    List<Report> reports = new ArrayList<>();
    for (List<String> paragraphs : paragraphs(cases, name)) {
      reports.add(report(reports.size(), name, String.join("\n\n", paragraphs)));
    }
    Options options = Options.standard().withOneStory(true);
    return new Pipeline(Pipeline.Stages.standard(options, models), options, Progress.NONE)
        .read(new Reading(reports, List.of()));
  }

  /** The paragraphs of each report. */
  private static List<List<String>> paragraphs(Path cases, String name) throws IOException {
    List<List<String>> reports = new ArrayList<>();
    for (String line : Files.readAllLines(cases.resolve(name + ".txt"))) {
      List<String> parts = line.startsWith("#") ? List.of() : parts(name, line.split(" \\| "));
      for (int at = 0; at < parts.size(); at++) {
        if (reports.size() == at) {
          reports.add(new ArrayList<>());
        }
        reports.get(at).add(parts.get(at));
      }
    }
    return reports;
  }

  /** What a case has for the first report, the second and so on. */
  private static List<String> parts(String name, String[] cells) {
    Stream<String> parts =
        REPORTS.containsKey(name)
            ? Arrays.stream(cells[REPORTS.get(name)].split(BETWEEN_REPORTS))
                .limit(NAMES.size())
                .map(report -> report.replaceFirst(HEAD, ""))
            : SENTENCES.getOrDefault(name, List.of()).stream()
                .filter(column -> column < cells.length)
                .map(column -> cells[column]);
    return parts.map(part -> part.strip().replace("\\n", " ")).toList();
  }

  private static Report report(int at, String name, String body) {
    Report plain = Report.of(NAMES.get(at), body);
    return new Report(
        plain.id(),
        plain.source(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        PartialDate.parse(DAYS.get(at)),
        Optional.of(name.equals("German") ? "de" : "en"),
        body);
  }
}
