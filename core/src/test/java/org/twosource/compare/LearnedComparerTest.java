package org.twosource.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.twosource.compare.StatementRelation.SAME;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.twosource.encode.PairEncoder;
import org.twosource.encode.PairScores;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnedComparerTest {
  private static final String ARRESTED = "Police arrested two men after the robbery.";
  private static final String WERE_ARRESTED = "Two men were arrested by police after the robbery.";
  private static final String FERRY = "The ferry went down near Harlow late on Monday.";
  private static final String BANK = "The central bank raised its interest rate by half a point.";

  /** Another processor rounds the int8 products differently. */
  private static final double PROCESSOR = .03;

  private final LearnedComparer comparer = LearnedComparer.standard();

  @AfterAll
  void close() {
    comparer.close();
  }

  @Test
  void statementsThatSayTheSameEntailEachOther() {
    StatementComparison comparison = comparer.compare(ARRESTED, WERE_ARRESTED).orElseThrow();
    assertThat(comparison.probability(SAME)).isCloseTo(.941, within(PROCESSOR));
    assertThat(comparison.firstEntailsSecond()).isCloseTo(.976, within(PROCESSOR));
    assertThat(comparison.shared()).isGreaterThan(.95);
  }

  @Test
  void statementsOfOtherSubjectsShareNothing() {
    StatementComparison comparison = comparer.compare(BANK, FERRY).orElseThrow();
    assertThat(comparison.entailment()).isCloseTo(.011, within(PROCESSOR));
    assertThat(comparison.shared()).isLessThan(.15);
  }

  @Test
  void theOtherOrderGivesTheMirrorImage() {
    String more = "Eleven people died when the ferry sank off Harlow, police said.";
    StatementComparison comparison = comparer.compare(more, FERRY).orElseThrow();
    StatementComparison turned = comparer.compare(FERRY, more).orElseThrow();
    assertThat(turned.firstEntailsSecond()).isEqualTo(comparison.secondEntailsFirst());
    assertThat(turned.turned()).isEqualTo(comparison);
  }

  @Test
  void theSameStatementsGiveTheSameWhateverWasComparedBefore() {
    StatementComparison before = comparer.compare(ARRESTED, WERE_ARRESTED).orElseThrow();
    try (LearnedComparer fresh = LearnedComparer.standard()) {
      fresh.compare(BANK, FERRY.repeat(20));
      assertThat(fresh.compare(ARRESTED, WERE_ARRESTED)).contains(before);
    }
  }

  @Test
  void threadsThatAskAtOnceGetOneAnswer() throws Exception {
    try (LearnedComparer fresh = LearnedComparer.standard();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Optional<StatementComparison>> asking = () -> fresh.compare(ARRESTED, FERRY);
      List<Future<Optional<StatementComparison>>> answers =
          threads.invokeAll(List.of(asking, asking, asking, asking));
      for (Future<Optional<StatementComparison>> answer : answers) {
        assertThat(answer.get()).isEqualTo(comparer.compare(ARRESTED, FERRY)).isPresent();
      }
    }
  }

  @Test
  void aStatementOfThreeThousandWordsIsReadInPartAndSaysSo() {
    String endless = "the ferry sank ".repeat(1_000);
    assertThat(comparer.compare(endless, FERRY).orElseThrow().cut()).isTrue();
    assertThat(comparer.compare(ARRESTED, FERRY).orElseThrow().cut()).isFalse();
  }

  @Test
  void aClauseFollowsFromASentenceThatSaysMoreWithOrWithoutItsFullStop() {
    for (String[] pair :
        List.of(
            new String[] {"A man was fatally shot by police on Friday.", "A man was killed"},
            new String[] {"Ten people died and the mayor resigned.", "Ten people died."},
            new String[] {
              "Police said the driver fled and two people were hurt.", "two were hurt"
            })) {
      StatementComparison comparison = comparer.compare(pair[0], pair[1]).orElseThrow();
      assertThat(comparison.firstSurelyEntailsSecond()).as(pair[1]).isTrue();
    }
    assertThat(comparer.compare(BANK, "The bank raised its rate"))
        .isEqualTo(comparer.compare(BANK, "The bank raised its rate."));
  }

  @Test
  void nothingIsKnownOfAnEmptyStatement() {
    assertThat(comparer.compare("  ", FERRY)).isEmpty();
    assertThat(comparer.compare(FERRY, "")).isEmpty();
  }

  @Test
  void withoutAModelNothingIsKnown() {
    assertThat(LearnedComparer.on(Optional.empty()).compare(BANK, FERRY)).isEmpty();
    assertThat(StatementComparer.SILENT.compare(BANK, FERRY)).isEmpty();
  }

  @Test
  void aPairIsReadOnce() {
    Counted counted = new Counted();
    LearnedComparer onCounted = LearnedComparer.on(Optional.of(counted));
    onCounted.compare(BANK, FERRY);
    onCounted.compare(FERRY, BANK);
    onCounted.compare(BANK, ARRESTED);
    assertThat(counted.asked.get()).isEqualTo(2);
  }

  private static final class Counted implements PairEncoder {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Optional<PairScores> encode(String first, String second) {
      asked.incrementAndGet();
      return Optional.of(
          new PairScores(List.of(.5, .1, .1, .1, .1, .1), List.of(), List.of(), .5, false));
    }

    @Override
    public void close() {}
  }
}
