package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;

/** Sentences whose vectors say what they are about: one direction a subject, two for two. */
class SentenceChainTest {
  @Test
  void aReportAndItsCopyAreChainedFromEndToEnd() {
    SentenceChain chain = chain(about("a", "0", "1", "2", "3"), about("b", "0", "1", "2", "3"));
    assertThat(chain.links()).hasSize(4);
    assertThat(chain.ofA()).isEqualTo(1);
    assertThat(chain.throughout()).isEqualTo(.5);
  }

  @Test
  void oneSentenceIsMadeOfSeveralAndSeveralOfOne() {
    SentenceChain chain =
        chain(about("a", "0+1+2", "3", "4", "5"), about("b", "0", "1", "2", "3", "4+5"));
    assertThat(chain.links())
        .extracting(SentenceChain.Link::a, SentenceChain.Link::b)
        .containsExactly(
            tuple(List.of(0), List.of(0, 1, 2)),
            tuple(List.of(1), List.of(3)),
            tuple(List.of(2, 3), List.of(4)));
  }

  @Test
  void theSameFactsInAnotherOrderAreNoChain() {
    SentenceChain chain = chain(about("a", "0", "1", "2", "3"), about("b", "3", "2", "1", "0"));
    assertThat(chain.links()).hasSize(1);
  }

  @Test
  void whatAReportHasOfItsOwnLowersItsShare() {
    SentenceChain chain =
        chain(about("a", "0", "1", "2"), about("b", "0", "7", "1", "8", "2", "9"));
    assertThat(chain.ofA()).isEqualTo(1);
    assertThat(chain.ofB()).isEqualTo(.5);
    assertThat(chain.throughout()).isLessThan(.5);
  }

  @Test
  void fewSentencesAreWeakEvidence() {
    assertThat(chain(about("a", "0", "1"), about("b", "0", "1")).throughout())
        .isCloseTo(2 / 6.0, within(1e-9));
  }

  @Test
  void withoutVectorsThereIsNoChain() {
    assertThat(chain(HandMade.report("a", line("0")), about("b", "0")))
        .isEqualTo(SentenceChain.NONE);
  }

  private static SentenceChain chain(Annotated a, Annotated b) {
    return SentenceChain.of(SentenceChain.ChainSide.of(a), SentenceChain.ChainSide.of(b));
  }

  private static String line(String subject) {
    return "This line is about " + subject;
  }

  private static Annotated about(String id, String... subjects) {
    String[] lines = List.of(subjects).stream().map(SentenceChainTest::line).toArray(String[]::new);
    return HandMade.about(HandMade.report(id, lines), subjects);
  }
}
