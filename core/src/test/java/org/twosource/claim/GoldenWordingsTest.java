package org.twosource.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.DatedReports;
import org.twosource.EvidenceFile;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.claim.dispute.DisputeJudge;
import org.twosource.claim.dispute.SlotDisputes;
import org.twosource.claim.grouping.Comparisons;
import org.twosource.claim.grouping.Likeness;
import org.twosource.claim.grouping.SureTies;
import org.twosource.claim.wording.WordingReader;
import org.twosource.compare.StatementComparison;
import org.twosource.compare.StatementRelation;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;

/** What claims and disputes are made of, in stories of the cases files: wordings and evidence. */
class GoldenWordingsTest {
  private static final Language ENGLISH = Language.find("en").orElseThrow();
  private static final ContentWords WORDS = new ContentWords(ENGLISH);

  /** Of the answers in dispute every so many cases, so that all their kinds are there. */
  private static final int EVERY = 2;

  /** Two whole reports with sentences that stand against each other. */
  private static final List<String> HARBOUR =
      List.of(
          "The harbour board of Kelm sold the old pier for 2.3 million crowns on Monday, its head"
              + " Rolf Amsel told the Kelm Echo. \"Nobody else made us an offer in all these"
              + " years,\" he said. The union says 40 of the 51 pilots will lose their work. A fire"
              + " had damaged the pier in 2019. Did the board ask the town? The vote may be held"
              + " on Friday, Amsel said.",
          "The board did not sell the pier of Kelm, the lawyer Petra Lund said on Wednesday. It let"
              + " the pier to a brewery for about 1.9 million crowns a year, according to two people"
              + " who saw the contract. \"Nobody else made us an offer in all these years,\" Amsel"
              + " had said. No pilot loses his work, the board now says. The vote was put off"
              + " until next Tuesday.");

  /** Lower than what is shown, so that there is something to read. */
  private static final double LIKELY = .2;

  private static final StatementComparison SAME = same();

  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  private record Told(Annotations annotations, List<Alignment> alignments, List<Wording> wordings) {
    static Told of(List<String> bodies) {
      List<Report> reports = new ArrayList<>();
      for (int at = 0; at < bodies.size(); at++) {
        reports.add(
            DatedReports.of("r" + at, "2031-05-" + (14 + 2 * at), CasesFile.body(bodies.get(at))));
      }
      Annotations annotations =
          annotator.annotate(reports.stream().map(new StandardTextBuilder()::build).toList());
      List<Alignment> alignments = new PassageAligner().align(annotations.reports());
      return new Told(
          annotations,
          alignments,
          new WordingReader(ENGLISH, WORDS, annotations)
              .read(
                  annotations,
                  alignments,
                  new FamilyBuilder().build(annotations.reports(), alignments)));
    }
  }

  private static List<List<String>> stories() {
    List<List<String>> stories = new ArrayList<>(List.of(HARBOUR));
    List<List<String>> answers = CasesFile.rows("DisputedAnswers");
    for (int at = 0; at < answers.size(); at += EVERY) {
      stories.add(
          Stream.of(answers.get(at).getFirst().split(" // "))
              .map(report -> report.replaceFirst("^\\d{4}-\\d{2}-\\d{2}: ", ""))
              .toList());
    }
    CasesFile.rows("Brief").stream()
        .map(row -> List.of(row.getFirst().split(" // ")))
        .filter(reports -> reports.size() > 1)
        .forEach(stories::add);
    return stories;
  }

  @Test
  void wordingsAndWhatSpeaksForTwoBeingOneAreAsTheyWereLearned() throws IOException {
    ReadingsFile wordings = new ReadingsFile();
    EvidenceFile likeness = new EvidenceFile();
    EvidenceFile questions = new EvidenceFile();
    EvidenceFile answers = new EvidenceFile();
    EvidenceFile ties = new EvidenceFile();
    ReadingsFile found = new ReadingsFile();
    for (List<String> story : stories()) {
      Told told = Told.of(story);
      told.wordings().forEach(wording -> wordings.add(shown(wording)));
      likeness(told, likeness);
      disputes(told, questions, answers, found);
      ties(told, ties);
    }
    wordings.check("Wordings");
    likeness.check("Likeness");
    questions.check("DisputeQuestions");
    answers.check("DisputeAnswers");
    ties.check("Ties");
    found.check("DisputesFound");
  }

  private static void likeness(Told told, EvidenceFile evidence) {
    List<Annotated> reports = told.annotations().reports();
    for (Comparisons.Pair pair :
        new Comparisons(
                told.annotations(), told.alignments(), told.wordings(), WORDS, Likeness.standard())
            .all()) {
      evidence.add(
          Stream.of(pair.a(), pair.b())
              .map(
                  places ->
                      reports.stream()
                          .filter(one -> one.id().equals(places.getFirst().report()))
                          .map(one -> places.getFirst().span().in(one.body()))
                          .collect(Collectors.joining()))
              .collect(Collectors.joining(" ~ ")),
          Likeness.FEATURES,
          pair.evidence().stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static void disputes(
      Told told, EvidenceFile questions, EvidenceFile answers, ReadingsFile found) {
    SlotDisputes disputes = SlotDisputes.ofAll(told.wordings(), ENGLISH, WORDS);
    List<SlotDisputes.Pair> pairs = disputes.pairs();
    double[] asked = new double[pairs.size()];
    for (int at = 0; at < asked.length; at++) {
      questions.add(name(pairs.get(at)), DisputeJudge.QUESTION, pairs.get(at).question());
      asked[at] = at % 5 - 2.5;
    }
    for (Question question : disputes.find(DisputeJudge.standard(), LIKELY, LIKELY)) {
      found.add(shown(question));
    }
    List<double[]> values = disputes.answers(asked);
    for (int at = 0; at < asked.length; at++) {
      answers.add(name(pairs.get(at)), DisputeJudge.ANSWERS, values.get(at));
    }
  }

  /** What ties two wordings and whether two know it, where all statements are said to be one. */
  private static void ties(Told told, EvidenceFile evidence) {
    SureTies ties = new SureTies((first, second) -> Optional.of(SAME));
    KnowerModel knowers = new KnowerModel(ENGLISH);
    for (Wording a : told.wordings()) {
      for (Wording b : told.wordings()) {
        if (a.report() < b.report()) {
          evidence.add(
              a.text() + " ~ " + b.text(),
              List.of("tie", "apart"),
              new double[] {ties.between(a, b), knowers.probability(List.of(a), List.of(b))});
        }
      }
    }
  }

  private static StatementComparison same() {
    Map<StatementRelation, Double> all = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      all.put(relation, relation == StatementRelation.SAME ? 1.0 : 0.0);
    }
    return new StatementComparison(all, false);
  }

  private static String shown(Question question) {
    List<Wording> wordings = question.wordings();
    return question.disputes().stream()
        .map(
            dispute ->
                dispute.kind()
                    + " "
                    + dispute.resolution()
                    + " "
                    + dispute.sides().stream()
                        .map(
                            side ->
                                side.answer()
                                    + " "
                                    + side.statements().stream()
                                        .map(at -> wordings.get(at).text())
                                        .toList()
                                    + (side.superseded() ? " (superseded)" : ""))
                        .collect(Collectors.joining(" / ")))
        .collect(Collectors.joining("; "));
  }

  private static String name(SlotDisputes.Pair pair) {
    return pair.a().text() + " ~ " + pair.b().text();
  }

  private static String shown(Wording wording) {
    return String.join(
        " | ",
        wording.text(),
        String.join(" ", wording.words()) + " : " + String.join(" ", wording.context()),
        String.join(" ", wording.names()),
        wording.amounts().stream().map(GoldenWordingsTest::shown).collect(Collectors.joining("; ")),
        wording.dates().stream()
            .flatMap(date -> date.date().stream())
            .map(PartialDate::iso)
            .collect(Collectors.joining(" ")),
        wording.attribution().flatMap(said -> said.entity()).orElse("-"),
        wording.informant().map(by -> by.kind() + " " + by.words() + " = " + by.key()).orElse("-"),
        wording.certainty() + (wording.negated() ? " negated" : ""),
        String.format(
            Locale.ROOT,
            "%.2f%s%s%s of %s",
            wording.position(),
            wording.isWhole() ? " whole" : "",
            wording.looksBack() ? " past" : "",
            wording.quotedShare() > 0 ? " quoted" : "",
            wording.family()),
        wording.besides().orElse("-"));
  }

  private static String shown(Amount amount) {
    return amount.answer() + " " + amount.bound() + " of " + new TreeSet<>(amount.of());
  }
}
