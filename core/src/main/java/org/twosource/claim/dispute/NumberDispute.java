package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.claim.Amount;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.report.Span;
import org.twosource.text.Language;

/**
 * Two answers to one question of number. Rounding and bounds that fit are wording; a toll that a
 * report of a later day raises is an update, and so is a number that a later sentence takes back.
 */
public final class NumberDispute {
  /** Topics whose numbers grow while an event unfolds. */
  private static final Set<String> TOLLS =
      Set.of("#dead", "#hurt", "#missing", "#arrested", "#evacuated", "#homeless");

  private static final double DAYS_A_YEAR = 365.25;

  /** Years between two reports from which on a birthday is likelier than a mistake. */
  private static final double SHORTEST_AGEING = 0.5;

  private NumberDispute() {}

  /** How two numbers that answer one question differ. */
  static DisputedPair of(Wording a, Amount one, Wording b, Amount other) {
    boolean agree = one.agreesWith(other);
    boolean first = !agree && overtakes(b, other, a, one);
    boolean second = !agree && !first && overtakes(a, one, b, other);
    return new DisputedPair(
        kind(one),
        agree
            ? Dispute.Resolution.WORDING
            : first || second ? Dispute.Resolution.SUPERSEDED : Dispute.Resolution.OPEN,
        said(a, one).supersededIf(first),
        said(b, other).supersededIf(second));
  }

  /** Whether the second wording tells what became of what the first told. */
  private static boolean overtakes(Wording late, Amount now, Wording early, Amount old) {
    return isUpdate(early, old, late, now)
        || hasAged(early, old, late, now)
        || isRest(early, late)
        || isCorrection(early, old, late);
  }

  /** Whether somebody grew older between the two reports: 38, and 39 a year on. */
  private static boolean hasAged(Wording early, Amount younger, Wording late, Amount older) {
    Optional<LocalDate> from = early.published();
    Optional<LocalDate> to = late.published();
    if (!older.measure().equals("year-old") || from.isEmpty() || to.isEmpty()) {
      return false;
    }
    double years = ChronoUnit.DAYS.between(from.get(), to.get()) / DAYS_A_YEAR;
    double grown = older.value() - younger.value();
    return years >= SHORTEST_AGEING && grown > 0 && Math.abs(grown - years) <= 1;
  }

  /** The hour at which something happened is a question of date. */
  private static Dispute.Kind kind(Amount amount) {
    return amount.measure().equals("minute") ? Dispute.Kind.DATE : Dispute.Kind.NUMBER;
  }

  private static boolean isUpdate(Wording early, Amount small, Wording late, Amount large) {
    if (small.of().stream().noneMatch(TOLLS::contains) || small.value() > large.value()) {
      return false;
    }
    return early.isOlderThan(late);
  }

  /** Whether the later sentence tells how many there still are: "19 are still in hospital". */
  private static boolean isRest(Wording early, Wording late) {
    Set<String> still =
        Language.ofMost(List.of(late.annotated().text().language())).words("still-words");
    return early.isOlderThan(late)
        && late.sentence().tokens().stream()
            .anyMatch(
                token -> still.contains(token.normal()) && late.span().contains(token.span()));
  }

  /** Whether the later sentence takes the earlier number back itself: "six, not seven". */
  private static boolean isCorrection(Wording early, Amount old, Wording late) {
    Optional<LocalDate> before = early.published();
    Optional<LocalDate> after = late.published();
    if (before.isEmpty() || after.isEmpty() || before.get().isAfter(after.get())) {
      return false;
    }
    String figure = old.figure().in(early.annotated().body());
    String body = late.annotated().body();
    return late.annotated().cuesIn(late.sentence().span()).stream()
        .filter(cue -> cue.kind() == Cue.Kind.NEGATION)
        .map(cue -> body.substring(cue.span().end(), late.sentence().span().end()).strip())
        .anyMatch(rest -> startsWith(rest, figure));
  }

  private static boolean startsWith(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length())
        && (text.length() == word.length()
            || !Character.isLetterOrDigit(text.charAt(word.length())));
  }

  /** The number and the word after it. */
  private static ProposedSide said(Wording wording, Amount amount) {
    String body = wording.annotated().body();
    int end = amount.span().end();
    int limit = wording.span().end();
    if (amount.measure().equals("count") && end < limit && body.charAt(end) == ' ') {
      int word = end + 1;
      while (word < limit && Character.isLetter(body.charAt(word))) {
        word++;
      }
      end = word > end + 4 ? word : end;
    }
    return ProposedSide.of(wording, amount, new Span(amount.span().start(), end));
  }
}
