package org.twosource.distortion.propose;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Timex;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/** A sentence and its copy with what every proposer asks of them. For one thread. */
final class CopiedSentence {
  private static final double MAX_RATIO = 2;
  private static final int MAX_GAP = 8;

  /** Without words around that stand on both sides nothing is known of them. */
  private static final double UNKNOWN = .5;

  private final SentencePair pair;
  private final WordLinks links;
  private final List<Mention> names;
  private final List<Mention> namesAfter;
  private final List<Quantity> numbers;
  private final List<Quantity> numbersAfter;
  private final List<Timex> dates;
  private final List<Timex> datesAfter;
  private final ProposalEvidence common = new ProposalEvidence();

  CopiedSentence(SentencePair pair) {
    this.pair = pair;
    this.links = new WordLinks(pair);
    this.names = names(before());
    this.namesAfter = names(after());
    this.numbers = numbers(before());
    this.numbersAfter = numbers(after());
    this.dates = dates(before());
    this.datesAfter = dates(after());
    common
        .set("kept", links.kept())
        .set("known", links.known())
        .set(
            "length ratio",
            Math.min(MAX_RATIO, (double) after().size() / Math.max(1, before().size())))
        .set("open names before", openNames().size())
        .set("open names after", openNamesAfter().size())
        .set("open numbers after", openNumbersAfter().size())
        .set("open dates after", openDatesAfter().size())
        .set("more negations", more(Cue.Kind.NEGATION) + more(Cue.Kind.DENIAL))
        .set("more hedges", more(Cue.Kind.HEDGE) + more(Cue.Kind.ALLEGATION))
        .set("more plans", more(Cue.Kind.PLAN) + more(Cue.Kind.NEAR_MISS))
        .set("more sayings", sayings(after()) - sayings(before()));
  }

  private double more(Cue.Kind kind) {
    return after().cues(kind).size() - before().cues(kind).size();
  }

  private static double sayings(Side side) {
    return side.text().attributionsOver(side.span()).size();
  }

  /** What holds of the pair as a whole, to go on from. */
  ProposalEvidence evidence() {
    return common.copy();
  }

  SentencePair pair() {
    return pair;
  }

  Side before() {
    return pair.before();
  }

  Side after() {
    return pair.after();
  }

  WordLinks links() {
    return links;
  }

  List<Mention> names() {
    return names;
  }

  List<Mention> namesAfter() {
    return namesAfter;
  }

  /** The names that stand in no form in the copy. */
  List<Mention> openNames() {
    return names.stream()
        .filter(name -> !NameForms.stands(before(), name, after(), namesAfter))
        .toList();
  }

  /** The names of the copy that stand in no form before. */
  List<Mention> openNamesAfter() {
    return namesAfter.stream()
        .filter(name -> !NameForms.stands(after(), name, before(), names))
        .toList();
  }

  List<Quantity> numbers() {
    return numbers;
  }

  List<Quantity> numbersAfter() {
    return numbersAfter;
  }

  List<Quantity> openNumbersAfter() {
    return numbersAfter.stream()
        .filter(number -> numbers.stream().noneMatch(number::agrees))
        .toList();
  }

  List<Timex> dates() {
    return dates;
  }

  List<Timex> datesAfter() {
    return datesAfter;
  }

  List<Timex> openDatesAfter() {
    return datesAfter.stream()
        .filter(date -> dates.stream().noneMatch(other -> areOneTime(other, date)))
        .toList();
  }

  private static List<Mention> names(Side side) {
    return side.text().mentionsIn(side.span()).stream()
        .filter(Mention::isName)
        .filter(name -> !side.in(name.span()).isEmpty())
        .toList();
  }

  private static List<Quantity> numbers(Side side) {
    return side.text().quantitiesIn(side.span()).stream()
        .filter(number -> number.kind() != Quantity.Kind.NONE)
        .filter(number -> number.kind() != Quantity.Kind.LABEL)
        .filter(number -> number.unit() != Quantity.Unit.TIME_OF_DAY)
        .filter(number -> !side.in(number.figure()).isEmpty())
        .filter(number -> !isOfDate(side, number))
        .toList();
  }

  private static boolean isOfDate(Side side, Quantity number) {
    return side.text().timexesIn(number.figure()).stream()
        .anyMatch(time -> time.type() != Timex.Type.DURATION);
  }

  private static List<Timex> dates(Side side) {
    return side.text().timexesIn(side.span()).stream()
        .filter(time -> time.type() != Timex.Type.SET)
        .filter(time -> !side.in(time.span()).isEmpty())
        .toList();
  }

  /** Whether two expressions mean one time, one of them perhaps more exactly. */
  static boolean areOneTime(Timex one, Timex two) {
    return one.days() > 0 && one.days() == two.days()
        || !one.value().isEmpty()
            && !two.value().isEmpty()
            && (one.value().startsWith(two.value()) || two.value().startsWith(one.value()));
  }

  /** Mean over the content words of the best likeness in context, 0 to 1. */
  double cosine(List<Integer> before, List<Integer> after) {
    return before.stream()
        .filter(before()::isContent)
        .mapToDouble(
            i ->
                after.stream()
                    .filter(after()::isContent)
                    .mapToDouble(j -> links.cosine(i, j))
                    .max()
                    .orElse(0))
        .average()
        .orElse(0);
  }

  /** Whether words of the copy stand where the others stood. */
  boolean isInPlace(List<Integer> before, List<Integer> after) {
    Set<Integer> place = new HashSet<>(pair.gap(before.getFirst(), before.getLast(), MAX_GAP));
    before.forEach(i -> place.addAll(pair.replacement(i)));
    return after.stream().anyMatch(place::contains);
  }

  /** Whether two stretches hang on words that stand for each other. */
  boolean haveSameHead(List<Integer> before, List<Integer> after) {
    return links.areLinked(head(before(), before), head(after(), after));
  }

  /** The word a stretch hangs on, or -1. */
  static int head(Side side, List<Integer> words) {
    return top(side, words).map(side::head).orElse(-1);
  }

  /** The grammatical relation of a stretch. */
  static String relation(Side side, List<Integer> words) {
    return top(side, words).map(side::relation).orElse("");
  }

  private static Optional<Integer> top(Side side, List<Integer> words) {
    return words.stream().filter(i -> !words.contains(side.head(i))).findFirst();
  }

  /** Share of the content words hanging on a word whose counterparts hang on the other one. */
  double arguments(int i, int j) {
    List<Integer> own =
        before().grammar().dependents(i).filter(before()::isContent).boxed().toList();
    long kept =
        own.stream()
            .map(links::to)
            .filter(at -> at.isPresent() && after().head(at.getAsInt()) == j)
            .count();
    return own.isEmpty() ? 0 : (double) kept / own.size();
  }

  /** How far the words around two stretches stand for each other, 0 to 1. */
  double agreement(List<Integer> before, List<Integer> after) {
    Set<Integer> one = around(before(), before);
    Set<Integer> two = around(after(), after);
    long linked = one.stream().filter(i -> links.to(i).isPresent()).count();
    long known = two.stream().filter(j -> links.from(j).isPresent()).count();
    long both =
        one.stream()
            .map(links::to)
            .filter(at -> at.isPresent() && two.contains(at.getAsInt()))
            .count();
    long least = Math.min(linked, known);
    return least == 0 ? UNKNOWN : (double) both / least;
  }

  private static Set<Integer> around(Side side, List<Integer> words) {
    Set<Integer> around = new HashSet<>();
    for (int i : words) {
      int head = side.head(i);
      if (head >= 0) {
        around.add(head);
        if (!side.pos(head).equals("VERB") && side.head(head) >= 0) {
          around.add(side.head(head));
        }
        side.grammar().dependents(head).forEach(around::add);
      }
      side.grammar().dependents(i).forEach(around::add);
    }
    words.forEach(around::remove);
    around.removeIf(i -> !side.isContent(i));
    return around;
  }

  /** The cues that govern a word or hold it. */
  static List<Cue> cuesOver(Side side, int word) {
    Span span = side.token(word).span();
    return side.text().cuesIn(side.span()).stream()
        .filter(cue -> cue.scope().contains(span) || cue.span().overlaps(span))
        .toList();
  }

  IntStream wordsAfter() {
    return IntStream.range(0, after().size());
  }

  IntStream wordsBefore() {
    return IntStream.range(0, before().size());
  }
}
