package org.twosource.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Timex;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * One report's wording of something, before it is known who else states it: a clause, or several
 * short ones together.
 *
 * @param at its number among all wordings of the story, in story order, then text order
 * @param report the report's position in the story
 * @param family the family the report belongs to
 * @param span the clause; offsets into the report's body
 * @param words stems of its content words, sorted
 * @param context stems of the other content words of its sentence, sorted
 * @param names entity ids named in it, sorted
 * @param position 0 at the head of the report, 1 at its end
 */
record Wording(
    int at,
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    Span span,
    Set<String> words,
    Set<String> context,
    Set<String> names,
    List<Quantity> quantities,
    List<Timex> dates,
    Optional<Attribution> attribution,
    Optional<Informant> informant,
    Certainty certainty,
    boolean negated,
    double position) {

  /** Days after which what is told is the story's past, not the story. */
  private static final int PAST_DAYS = 300;

  /** The day its report was published; empty where only a month or year is known. */
  Optional<LocalDate> published() {
    return annotated
        .text()
        .published()
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
  }

  /** Whether its report is of an earlier day than the other's; false where a day is not known. */
  boolean isOlderThan(Wording other) {
    Optional<LocalDate> day = published();
    Optional<LocalDate> after = other.published();
    return day.isPresent() && after.isPresent() && day.get().isBefore(after.get());
  }

  Citation cite() {
    return annotated.report().cite(span);
  }

  String text() {
    return span.in(annotated.body());
  }

  /**
   * Whether it reads by itself: not "that they met", nor "The organisers, a club,", nor a part of a
   * quotation.
   */
  boolean isWhole() {
    String text = text().strip();
    return text.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(1)
            .noneMatch(Character::isLowerCase)
        && !text.isEmpty()
        && ",;:-–—".indexOf(text.charAt(text.length() - 1)) < 0
        && count(text, '“') == count(text, '”')
        && count(text, '"') % 2 == 0;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  /** The statement for a reader: the whole sentence where it is only a part of one. */
  String inWords() {
    return isWhole() ? text() : sentence.span().in(annotated.body());
  }

  Statement statement() {
    return new Statement(
        cite(),
        attribution.flatMap(Attribution::entity),
        informant.map(Informant::words),
        certainty);
  }

  /** The part of it that answers a question, as {@code by} has it. */
  Wording cutTo(Span part, Optional<Informant> by, Certainty how) {
    return new Wording(
        at,
        annotated,
        report,
        family,
        sentence,
        part.union(span).equals(span) ? span : part,
        words,
        context,
        names,
        quantities,
        dates,
        attribution,
        by,
        how,
        negated,
        position);
  }

  /**
   * Whether it tells of something at least {@link #PAST_DAYS} before its report: an earlier event
   * that the report looks back on.
   */
  boolean looksBack() {
    List<PartialDate> told = dates.stream().flatMap(date -> date.date().stream()).toList();
    Optional<PartialDate> day = annotated.text().published().date();
    if (told.isEmpty() || day.isEmpty()) {
      return false;
    }
    LocalDate past = day.get().earliest().minusDays(PAST_DAYS);
    return told.stream().map(PartialDate::latest).allMatch(date -> date.isBefore(past));
  }

  /** Where in the story it stands, for messages: {@code report:12-40}. */
  String place() {
    return annotated.id() + ":" + span.start() + "-" + span.end();
  }
}
