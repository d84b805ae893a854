package org.twosource.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * of one report, the second ones those of another. A case says one thing of a sentence; the pages
 * say everything that is read in it.
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

  /** Days on which the reports of a case are printed: a Wednesday and the day after. */
  private static final List<String> DAYS = List.of("2031-05-07", "2031-05-08");

  private CaseStories() {}

  static List<String> names() {
    return List.copyOf(SENTENCES.keySet());
  }

  static Account read(Path cases, String name, Models models) throws IOException {
    List<Report> reports = new ArrayList<>();
    for (int column : SENTENCES.getOrDefault(name, List.of())) {
      List<String> sentences = new ArrayList<>();
      for (String line : Files.readAllLines(cases.resolve(name + ".txt"))) {
        String[] cells = line.split(" \\| ");
        if (!line.startsWith("#") && cells.length > column) {
          sentences.add(cells[column].strip().replace("\\n", " "));
        }
      }
      reports.add(report(reports.size(), name, String.join("\n\n", sentences)));
    }
    Options options = Options.standard().withOneStory(true);
    return new Pipeline(Pipeline.Stages.standard(options, models), options, Progress.NONE)
        .read(new Reading(reports, List.of()));
  }

  private static Report report(int at, String name, String body) {
    Report plain = Report.of(List.of("first", "second").get(at), body);
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
