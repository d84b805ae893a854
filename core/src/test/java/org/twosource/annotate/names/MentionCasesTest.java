package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * Runs the cases file of mentions: one report or more, every mention in them as the program reads
 * it, with its form where it is no plain name and whom it means, and the roles people are given.
 */
class MentionCasesTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<List<String>> cases() {
    return CasesFile.rows("Mentions");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMentionMeansWhoIsWrittenBesideIt(List<String> row) {
    List<Text> texts = new ArrayList<>();
    for (String body : row.get(0).split(" // ")) {
      texts.add(
          new StandardTextBuilder().build(Report.of("r" + texts.size(), CasesFile.body(body))));
    }
    Annotations annotations = annotator.annotate(texts);
    List<String> shown = new ArrayList<>();
    for (Annotated annotated : annotations.reports()) {
      annotated.mentions().forEach(mention -> shown.add(shown(mention, annotated.body())));
    }
    for (Entity entity : annotations.entities()) {
      if (!entity.roles().isEmpty()) {
        shown.add(entity.id() + " is " + String.join(", ", entity.roles()));
      }
    }
    CasesFile.check(String.join("; ", shown), row.get(1));
  }

  private static String shown(Mention mention, String body) {
    String form =
        mention.form() == Mention.Form.NAME
            ? ""
            : " (" + mention.form().name().toLowerCase(Locale.ROOT) + ")";
    return mention.span().in(body) + form + " = " + mention.entity();
  }
}
