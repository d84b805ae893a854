package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twosource.reuse.CandidateIndex.Candidate;
import org.twosource.text.PublicationOrder;
import org.twosource.text.Text;

class SampledNgramIndexTest {
  private final SampledNgramIndex index = new SampledNgramIndex();
  private final Random random = new Random(7);

  @Test
  void aCutOfALongTextIsFoundThoughTheTwoAreUnlike() {
    String text = words(600);
    for (int at = 0; at < 200; at++) {
      index.add(text("other" + at, words(300)));
    }
    index.add(text("long", text));
    String cut = text.substring(0, text.indexOf(' ', text.length() / 6));
    assertThat(index.find(text("cut", cut + " " + words(20))))
        .extracting(Candidate::report)
        .containsExactly("long");
  }

  @Test
  void oneStockPhraseMakesNoCandidates() {
    for (int at = 0; at < 300; at++) {
      index.add(
          text("r" + at, words(150) + " for more news like this follow our channel " + words(150)));
    }
    assertThat(index.find(text("new", words(200) + " for more news like this follow our channel")))
        .isEmpty();
  }

  @Test
  void aPhraseInAThirdOfAllReportsCostsABoundedNumberOfSteps() {
    String phrase =
        " all rights reserved to the publisher of this page and its partners everywhere ";
    long before = 0;
    for (int at = 0; at < 3_000; at++) {
      Text text = text("r" + at, words(40) + (at % 3 == 0 ? phrase : " ") + words(10));
      before = index.steps();
      index.find(text);
      index.add(text);
    }
    assertThat(index.steps() - before).isLessThan(12L * (SharedGrams.MAX_REPORTS + 1));
  }

  @Test
  void fiveHundredPrintsOfOneTextGrowLinearly() {
    String text = words(400);
    long atHalf = 0;
    for (int at = 0; at < 500; at++) {
      if (at == 250) {
        atHalf = index.steps();
      }
      Text print = text("p" + at, text);
      assertThat(index.find(print)).hasSizeBetween(Math.min(at, 1), SharedGrams.MAX_REPORTS);
      index.add(print);
    }
    assertThat(index.steps()).isLessThan(3 * atHalf);
    assertThat(index.find(text("last", text)).getFirst().containment()).isGreaterThan(.9);
  }

  @Test
  void tenThousandReportsThatEachShareOneGramWithEverybodyStayCheap() {
    for (int at = 0; at < 10_000; at++) {
      Text text = text("r" + at, words(12) + " said in a statement on " + words(8));
      index.find(text);
      index.add(text);
    }
    assertThat(index.steps()).isLessThan(10_000L * 8 * (SharedGrams.MAX_REPORTS + 1));
  }

  @Test
  void memoryAReportStaysNearAKilobyteAndAHalf() {
    for (int at = 0; at < 2_000; at++) {
      index.add(text("r" + at, words(450)));
    }
    assertThat(index.bytes() / 2_000).isLessThan(1_500);
  }

  @Test
  void theOrderInWhichReportsWereHandedOverChangesNoCandidate() {
    List<Text> reports = new ArrayList<>();
    String passage = words(80);
    for (int at = 0; at < 150; at++) {
      reports.add(text("r" + at, words(60) + (at % 5 == 0 ? " " + passage : "")));
    }
    List<List<Candidate>> found = inOrder(reports);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(reports, new Random(round));
      assertThat(inOrder(reports)).isEqualTo(found);
    }
    assertThat(found.getLast()).isNotEmpty();
  }

  @Test
  void goingOnAfterReadingIsAsIfItHadNeverStopped() throws IOException {
    List<Text> reports = new ArrayList<>();
    String passage = words(80);
    for (int at = 0; at < 200; at++) {
      reports.add(text("r" + at, words(60) + (at % 2 == 0 ? " " + passage : "")));
    }
    List<List<Candidate>> whole = found(index, reports);
    for (int cut = 0; cut <= reports.size(); cut += 9) {
      SampledNgramIndex before = new SampledNgramIndex();
      found(before, reports.subList(0, cut));
      SampledNgramIndex after = SampledNgramIndex.read(new ByteArrayInputStream(written(before)));
      assertThat(found(after, reports.subList(cut, reports.size())))
          .isEqualTo(whole.subList(cut, reports.size()));
      assertThat(written(after)).isEqualTo(written(index));
    }
  }

  @Test
  void aDamagedIndexIsRefused() throws IOException {
    found(index, List.of(text("a", words(60)), text("b", words(60))));
    byte[] bytes = written(index);
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 16;
      assertThatThrownBy(() -> SampledNgramIndex.read(new ByteArrayInputStream(damaged)))
          .isInstanceOf(IOException.class);
    }
  }

  private static byte[] written(SampledNgramIndex index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    index.write(bytes);
    return bytes.toByteArray();
  }

  private static List<List<Candidate>> found(SampledNgramIndex index, List<Text> reports) {
    List<List<Candidate>> found = new ArrayList<>();
    for (Text report : reports) {
      found.add(index.find(report));
      index.add(report);
    }
    return found;
  }

  private static List<List<Candidate>> inOrder(List<Text> reports) {
    SampledNgramIndex index = new SampledNgramIndex();
    List<List<Candidate>> found = new ArrayList<>();
    for (Text report : reports.stream().sorted(PublicationOrder.ofTexts()).toList()) {
      found.add(index.find(report));
      index.add(report);
    }
    found.add(index.find(reports.stream().min(PublicationOrder.ofTexts()).orElseThrow()));
    return found;
  }

  @Test
  void textsWithoutSentencesHaveNoCandidates() {
    index.add(text("empty", ""));
    assertThat(index.find(text("empty", ""))).isEmpty();
    assertThat(index.size()).isEqualTo(1);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < count; at++) {
      double skewed = random.nextDouble();
      words.append(at == 0 ? "" : " ").append("w").append((int) (skewed * skewed * 9_000));
    }
    return words.toString();
  }

  private static Text text(String id, String body) {
    return HandMade.report(id, body).text();
  }
}
