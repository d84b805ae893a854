package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.StoryLinker;
import org.twosource.bench.generator.ReportStream;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.CandidateIndex.Candidate;
import org.twosource.reuse.SampledNgramIndex;
import org.twosource.text.PublicationOrder;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** One process and any number of tasks find the same, in whatever order the reports come. */
class SameAnswerTest {
  private static final int REPORTS = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final StandardAnnotator NOTHING =
      new StandardAnnotator(Optional.empty(), List.of(), StoryLinker.NONE);

  private static SparkSession spark;
  private static Account account;
  private static List<Report> reports;

  @TempDir Path folder;

  @BeforeAll
  static void readInOneProcess() {
    reports = new ArrayList<>();
    new ReportStream(REPORTS, 5).forEachRemaining(made -> reports.add(made.report()));
    account = byWords(reports);
    spark = LocalSpark.open();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** What {@code read} finds when it annotates nothing. */
  private static Account byWords(List<Report> reports) {
    Options options = Options.standard().withUntil(Stage.LINEAGE);
    Pipeline.Stages shipped = Pipeline.Stages.standard(options.withUntil(Stage.STORY));
    Pipeline.Stages byWords =
        new Pipeline.Stages(
            shipped.reader(),
            shipped.textBuilder(),
            Optional::empty,
            encoder -> NOTHING,
            shipped.storyFinder(),
            shipped.aligner(),
            shipped.lineageBuilder(),
            shipped.distortionFinder(),
            shipped.timelineBuilder(),
            shipped.claimMatcher(),
            shipped.briefBuilder());
    return new Pipeline(byWords, options, Progress.NONE)
        .read(new org.twosource.report.Reading(reports, List.of()));
  }

  @Test
  void oneTaskFindsWhatOneProcessFinds() throws Exception {
    assertSame(run(reports, 1, 1, 1));
  }

  @Test
  void sevenTasksAndThreeIndexesFindTheSame() throws Exception {
    assertSame(run(shuffled(2), 5, 7, 3));
  }

  private static List<Report> shuffled(long seed) {
    List<Report> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private Path run(List<Report> input, int files, int partitions, int indexes) throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int file = 0; file < files; file++) {
      List<String> lines = new ArrayList<>();
      for (int at = file; at < input.size(); at += files) {
        lines.add(line(input.get(at)));
      }
      Files.write(in.resolve("part-" + file + ".jsonl"), lines);
    }
    Path out = folder.resolve("out");
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
    Counters counters =
        Job.run(
            spark,
            new JobOptions(
                List.of(in.toString()),
                new JobOptions.Output(out.toString(), false, List.of("parquet", "jsonl")),
                new JobOptions.Division(partitions, indexes, 50_000),
                Tier.WORDS,
                JobOptions.Extras.NONE),
            Watch.NONE);
    assertThat(counters.input().read()).isEqualTo(REPORTS);
    assertThat(counters.input().stored()).isEqualTo(REPORTS);
    return out;
  }

  private static String line(Report report) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", report.id());
    line.put("text", report.body());
    report.headline().ifPresent(title -> line.put("title", title));
    report.outlet().ifPresent(outlet -> line.put("source", outlet));
    report.url().ifPresent(url -> line.put("url", url));
    report.published().map(PartialDate::iso).ifPresent(date -> line.put("date", date));
    report.credit().forEach(credit -> line.put("credit", credit));
    report.byline().forEach(author -> line.put("byline", author));
    return JSON.writeValueAsString(line);
  }

  private static void assertSame(Path out) throws IOException {
    assertThat(rows(out, "stories", "id", "title", "from", "to", "reports", "why"))
        .containsExactlyElementsOf(account.stories().stream().map(one -> story(one)).toList());
    assertThat(rows(out, "families", "story", "family", "reports", "origin"))
        .containsExactlyElementsOf(
            account.stories().stream()
                .flatMap(one -> one.lineage().families().stream().map(each -> family(one, each)))
                .toList());
    assertThat(rows(out, "derivations", "story", "from", "to", "share", "confidence", "evidence"))
        .containsExactlyElementsOf(
            account.stories().stream()
                .flatMap(
                    one -> one.lineage().derivations().stream().map(each -> derivation(one, each)))
                .toList());
    assertThat(rows(out, "candidates", "report", "candidate", "containment"))
        .containsExactlyElementsOf(candidates());
  }

  private static List<String> rows(Path out, String table, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(out.resolve(table + ".jsonl"))) {
      for (Path part : parts.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(JSON.writeValueAsString(((ObjectNode) JSON.readTree(line)).retain(columns)));
        }
      }
    }
    return rows;
  }

  private static String story(StoryAccount account) {
    ObjectNode row = JSON.createObjectNode();
    row.put("id", account.story().id());
    row.put("title", account.story().title());
    account.story().from().ifPresent(date -> row.put("from", date.iso()));
    account.story().to().ifPresent(date -> row.put("to", date.iso()));
    row.putPOJO("reports", account.story().reports());
    row.putPOJO("why", account.story().why());
    return text(row);
  }

  private static String family(StoryAccount account, Family family) {
    ObjectNode row = JSON.createObjectNode();
    row.put("story", account.story().id());
    row.put("family", family.id());
    row.putPOJO("reports", family.reports());
    row.put("origin", family.origin().id());
    return text(row);
  }

  private static String derivation(StoryAccount account, Derivation derivation) {
    ObjectNode row = JSON.createObjectNode();
    row.put("story", account.story().id());
    row.put("from", derivation.from());
    row.put("to", derivation.to());
    row.put("share", derivation.share());
    row.put("confidence", derivation.confidence());
    row.putPOJO("evidence", derivation.evidence());
    return text(row);
  }

  private static List<String> candidates() {
    StandardTextBuilder builder = new StandardTextBuilder();
    SampledNgramIndex index = new SampledNgramIndex();
    List<String> rows = new ArrayList<>();
    List<Text> texts =
        reports.stream().map(builder::build).sorted(PublicationOrder.ofTexts()).toList();
    for (Text text : texts) {
      for (Candidate candidate : index.find(text)) {
        ObjectNode row = JSON.createObjectNode();
        row.put("report", text.id());
        row.put("candidate", candidate.report());
        row.put("containment", candidate.containment());
        rows.add(text(row));
      }
      index.add(text);
    }
    return rows;
  }

  private static String text(ObjectNode row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
