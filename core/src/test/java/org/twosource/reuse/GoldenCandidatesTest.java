package org.twosource.reuse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.ReadingsFile;
import org.twosource.report.Report;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Which earlier reports are proposed for one, how much they share, and what is furniture to it. */
class GoldenCandidatesTest {
  private static final String MENU =
      "Sign up for the letter of the harbour that comes every Friday.";

  /** The reports of the cases files of stories and of lineages, with the story of each. */
  private static Map<Text, String> reports() {
    Map<Text, String> reports = new LinkedHashMap<>();
    for (List<String> row : CasesFile.rows("Stories")) {
      reports.put(text(reports.size(), row.get(4) + "\n\n" + MENU), row.get(0));
    }
    for (List<String> row : CasesFile.rows("Lineage")) {
      for (String report : row.get(0).split(" // ")) {
        reports.put(text(reports.size(), report.replace("\\n", "\n\n")), "marigold");
      }
    }
    return reports;
  }

  private static Text text(int at, String body) {
    return new StandardTextBuilder()
        .build(Report.of("r" + at, body).withLanguage(Optional.of("en")));
  }

  @Test
  void earlierReportsAreProposedByTheGramsTheyShare() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    SampledNgramIndex index = new SampledNgramIndex();
    for (Text text : reports().keySet()) {
      readings.add(
          index.find(text).stream()
              .map(one -> String.format(Locale.ROOT, "%s %.3f", one.report(), one.containment()))
              .collect(Collectors.joining("; ", text.id() + ": ", "")));
      index.add(text);
    }
    readings.add(index.size() + " reports, " + index.steps() + " steps");
    readings.check("Candidates");
  }

  @Test
  void whatStandsInOtherStoriesIsFurniture() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    FurnitureIndex index = new FurnitureIndex();
    reports().forEach((text, story) -> index.add(story, text));
    for (Map.Entry<Text, String> report : reports().entrySet()) {
      List<String> furniture = new ArrayList<>();
      for (Sentence sentence : report.getKey().sentences()) {
        if (index.outside(Set.of(report.getValue())).holds(sentence)) {
          furniture.add(report.getKey().of(sentence.span()));
        }
      }
      readings.add(report.getKey().id() + ": " + String.join(" | ", furniture));
    }
    readings.check("Furniture");
  }
}
