package org.twosource.claim;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Timex;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;

/**
 * One report's wording of something, before it is known who else states it: a clause, or several
 * short ones together.
 *
 * @param at its number among all wordings of the story, in story order, then text order
 * @param report the report's position in the story
 * @param family the family that the statement is of: the report's, or that of the report it took
 *     the passage from
 * @param span the clause; offsets into the report's body
 * @param words stems of its content words, sorted
 * @param context stems of the other content words of its sentence, sorted
 * @param names entity ids named in it, sorted
 * @param position 0 at the head of the report, 1 at its end
 */
public record Wording(
    int at,
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    Span span,
    Set<String> words,
    Set<String> context,
    Set<String> names,
    List<Amount> amounts,
    List<Timex> dates,
    Optional<Attribution> attribution,
    Optional<Informant> informant,
    Certainty certainty,
    boolean negated,
    double position) {

  /** Share of the shorter sentence's words at which two sentences of a family are copies. */
  private static final double COPIED = 0.6;

  /** Days after which what is told is the story's past, not the story. */
  private static final int PAST_DAYS = 300;

  /** The day its report was published; empty where only a month or year is known. */
  public Optional<LocalDate> published() {
    return annotated
        .text()
        .published()
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
  }

  /** Whether its report is of an earlier day than the other's; false where a day is not known. */
  public boolean isOlderThan(Wording other) {
    Optional<LocalDate> day = published();
    Optional<LocalDate> after = other.published();
    return day.isPresent() && after.isPresent() && day.get().isBefore(after.get());
  }

  public Citation cite() {
    return annotated.report().cite(span);
  }

  public String text() {
    return span.in(annotated.body());
  }

  /**
   * Whether it reads by itself: not "that they met", nor "The organisers, a club,", nor a part of a
   * quotation, nor "She is the first to visit" where "since the war ended" follows, nor "The hall
   * that a film made famous" where "burnt down" follows.
   */
  public boolean isWhole() {
    String text = text().strip();
    return text.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(1)
            .noneMatch(Character::isLowerCase)
        && !text.isEmpty()
        && ",;:-–—".indexOf(text.charAt(text.length() - 1)) < 0
        && !annotated.text().quotes().areCutBy(span)
        && !isRestricted()
        && isPredicated();
  }

  /** Whether something is said of something in it, as far as the grammar of its sentence knows. */
  private boolean isPredicated() {
    int[] own = ownWords();
    return annotated
        .syntax(sentence.index())
        .filter(
            grammar ->
                Arrays.stream(own)
                    .filter(word -> word < grammar.size())
                    .filter(word -> grammar.relation(word).matches("(nsubj|csubj|expl).*"))
                    .map(grammar::head)
                    .filter(head -> !grammar.relation(head).startsWith("acl"))
                    .noneMatch(head -> Arrays.binarySearch(own, head) >= 0))
        .filter(
            grammar ->
                Arrays.stream(own)
                    .noneMatch(word -> word < grammar.size() && grammar.head(word) < 0))
        .isEmpty();
  }

  /**
   * What it says beside the rest of its sentence: "but the outlook has turned darker" without the
   * first word. Empty where it is a whole sentence or only a part of what another clause says.
   */
  public Optional<String> besides() {
    int[] own = ownWords();
    Optional<Grammar> tree = annotated.syntax(sentence.index());
    if (own.length == 0 || tree.isEmpty() || own[own.length - 1] >= tree.get().size()) {
      return Optional.empty();
    }
    Grammar grammar = tree.get();
    boolean joined =
        Arrays.stream(own)
            .filter(word -> grammar.relation(word).matches("conj|parataxis"))
            .flatMap(word -> grammar.subject(word).stream())
            .anyMatch(subject -> Arrays.binarySearch(own, subject) >= 0);
    int first =
        Arrays.stream(own)
            .filter(word -> !grammar.relation(word).matches("cc|punct"))
            .findFirst()
            .orElse(own[0]);
    return joined
        ? Optional.of(
            new Span(sentence.tokens().get(first).start(), span.end()).in(annotated.body()).strip())
        : Optional.empty();
  }

  /** The places of its words in its sentence, ascending. */
  private int[] ownWords() {
    return IntStream.range(0, sentence.tokens().size())
        .filter(word -> span.contains(sentence.tokens().get(word).span()))
        .toArray();
  }

  /** Whether a clause behind it says when, why or on what condition it holds. */
  private boolean isRestricted() {
    int[] own = ownWords();
    return own.length > 0
        && annotated
            .syntax(sentence.index())
            .filter(
                grammar ->
                    IntStream.range(own[own.length - 1] + 1, grammar.size())
                        .filter(word -> grammar.relation(word).startsWith("advcl"))
                        .filter(word -> grammar.dependent(word, "mark").isPresent())
                        .map(grammar::head)
                        .anyMatch(head -> head >= own[0] && head <= own[own.length - 1]))
            .isPresent();
  }

  /** The statement for a reader: the whole sentence where it is only a part of one. */
  public String inWords() {
    return shown().in(annotated.body());
  }

  /** Where {@link #inWords()} stand; offsets into the report's body. */
  Span shown() {
    return isWhole() ? span : sentence.span();
  }

  public Statement statement() {
    return new Statement(
        cite(),
        attribution.flatMap(Attribution::entity),
        informant.map(Informant::words),
        certainty,
        family);
  }

  /** How much of it lies between quotation marks, 0 to 1. */
  double quotedShare() {
    int common =
        annotated.text().quotes().outer().stream()
            .map(Quote::inside)
            .filter(span::overlaps)
            .mapToInt(
                inside ->
                    Math.min(inside.end(), span.end()) - Math.max(inside.start(), span.start()))
            .sum();
    return (double) common / Math.max(1, span.length());
  }

  /** The part of it that answers a question, as {@code by} has it. */
  public Wording cutTo(Span part, Optional<Informant> by, Certainty how) {
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
        amounts,
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
  public boolean looksBack() {
    List<PartialDate> told = dates.stream().flatMap(date -> date.date().stream()).toList();
    Optional<PartialDate> day = annotated.text().published().date();
    if (told.isEmpty() || day.isEmpty()) {
      return false;
    }
    LocalDate past = day.get().earliest().minusDays(PAST_DAYS);
    return told.stream().map(PartialDate::latest).allMatch(date -> date.isBefore(past));
  }

  /**
   * Whether a difference from the other would be a change in copying: two reports of one family, in
   * sentences so alike that one stands for the other. What a copy adds on its own is its own
   * statement.
   */
  public boolean isCopyOf(Wording other) {
    if (report == other.report || !family.equals(other.family)) {
      return false;
    }
    Set<String> own = sentenceWords();
    Set<String> others = other.sentenceWords();
    long shared = own.stream().filter(others::contains).count();
    return shared >= COPIED * Math.min(own.size(), others.size());
  }

  private Set<String> sentenceWords() {
    Set<String> all = new TreeSet<>(words);
    all.addAll(context);
    return all;
  }

  /** Whether each passes on the words of somebody else. */
  public boolean isOfAnotherParty(Wording other) {
    return informant.isPresent()
        && other.informant.isPresent()
        && informant.get().kind() != Informant.Kind.OUTLET
        && other.informant.get().kind() != Informant.Kind.OUTLET
        && !isOfOneInformant(other);
  }

  /** Whether both pass on the same informant: "Rep. Trey Lund" is "Trey Lund". */
  public boolean isOfOneInformant(Wording other) {
    return informant.isPresent()
        && other.informant.isPresent()
        && informant.get().isSameAs(other.informant.get());
  }

  /** Where in the story it stands, for messages: {@code report:12-40}. */
  public String place() {
    return annotated.id() + ":" + span.start() + "-" + span.end();
  }
}
