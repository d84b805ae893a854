package org.twosource.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.DatedReports;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Event;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Everything dated, and everything told without a day, in the cases files of times and events. */
class GoldenDatedMentionsTest {
  private static final Language ENGLISH = Language.find("en").orElseThrow();
  private static final Lineage NO_COPIES = new Lineage(List.of(), List.of());
  private static final Set<String> VERBS = Set.of("clos", "sell", "leav", "kill", "sink", "open");

  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  @Test
  void everyDateIsOfWhatTheSentenceSaysWasDoneThen() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    for (List<String> row : CasesFile.rows("Timeline")) {
      read(row.get(0), row.get(1), readings);
    }
    for (String name : List.of("VerbTense", "EventAnnotator", "CertaintyAnnotator")) {
      for (List<String> row : CasesFile.rows(name)) {
        read("2031-05-07", row.get(0), readings);
      }
    }
    readings.check("DatedMentions");
  }

  private static void read(String day, String reports, ReadingsFile readings) {
    List<Text> texts = new ArrayList<>();
    for (String report : reports.split(" // ")) {
      String body = CasesFile.body(report).replaceFirst("^\\d{4}-\\d{2}-\\d{2}: ", "");
      texts.add(new StandardTextBuilder().build(DatedReports.of("r" + texts.size(), day, body)));
    }
    Annotations annotations = annotator.annotate(texts);
    DatedMentionReader reader = new DatedMentionReader(ENGLISH, new ContentWords(ENGLISH));
    reader.read(annotations, NO_COPIES).forEach(mention -> readings.add(shown(mention)));
    reader.undated(annotations, VERBS).forEach(telling -> readings.add(shown(telling)));
  }

  private static String shown(DatedMention mention) {
    String body = mention.annotated().body();
    return String.join(
        " | ",
        mention.part().in(body),
        mention.date().iso() + " " + mention.status(),
        mention.trigger() + (mention.told() ? "" : " (named)"),
        mention.objects().stream().sorted().collect(Collectors.joining(" ")),
        mention.event().map(GoldenDatedMentionsTest::shown).orElse("-"),
        String.join(" ", mention.words()),
        mention.span().in(body));
  }

  private static String shown(Event event) {
    return event.type().map(type -> type + " ").orElse("") + event.status();
  }

  private static String shown(Telling telling) {
    return "without a day: "
        + telling.part().in(telling.annotated().body())
        + " | "
        + telling.trigger()
        + " | "
        + String.join(" ", telling.words());
  }
}
