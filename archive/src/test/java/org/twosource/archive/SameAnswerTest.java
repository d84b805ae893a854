package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.report.Reading;
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

  private static SparkSession spark;
  private static Answer answer;
  private static List<Report> reports;

  @TempDir Path folder;

  @BeforeAll
  static void readInOneProcess() {
    reports = MadeUpArchive.reports(REPORTS, 5);
    answer = Answer.of(OneProcess.byWords(new Reading(reports, List.of())));
    spark = LocalSpark.open();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void oneTaskFindsWhatOneProcessFinds() throws Exception {
    assertSame(run(reports, 1, 1, 1));
  }

  @Test
  void sevenTasksAndThreeIndexesFindTheSame() throws Exception {
    assertSame(run(MadeUpArchive.shuffled(reports, 2), 5, 7, 3));
  }

  private Path run(List<Report> input, int files, int partitions, int indexes) throws Exception {
    Path in = folder.resolve("in");
    MadeUpArchive.write(input, in, files);
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

  private static void assertSame(Path out) throws IOException {
    Answer found = Answer.of(out);
    assertThat(found.stories()).containsExactlyElementsOf(answer.stories());
    assertThat(found.families()).containsExactlyElementsOf(answer.families());
    assertThat(found.derivations()).containsExactlyElementsOf(answer.derivations());
    assertThat(found.digest()).isEqualTo(answer.digest());
    assertThat(Answer.rows(out, "candidates", "report", "candidate", "containment"))
        .containsExactlyElementsOf(candidates());
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
        rows.add(Answer.text(row));
      }
      index.add(text);
    }
    return rows;
  }
}
