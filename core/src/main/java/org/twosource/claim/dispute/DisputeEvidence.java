package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * What is seen of two wordings of different reports before it is judged, first, whether they answer
 * one question, and second, whether they answer it differently ({@link DisputeJudge}).
 *
 * <p>The first is the same in both directions; of the second the wording of the earlier report
 * comes first.
 */
final class DisputeEvidence {
  /** What speaks for one question, beside the features of the sentences. */
  private static final List<String> WORDING_FEATURES =
      List.of(
          "stands out, least",
          "stands out, most",
          "shared words (Dice)",
          "rarest shared word",
          "other people",
          "words met, least",
          "words met, most",
          "worst gap",
          "person slot",
          "organization slot",
          "day agrees",
          "position, first",
          "position, apart",
          "question",
          "one looks back");

  /** In the order of {@link #question}. */
  static final List<String> QUESTION_FEATURES =
      Stream.concat(StatementSimilarity.FEATURES.stream(), WORDING_FEATURES.stream()).toList();

  /** In the order of {@link #answers}. */
  static final List<String> ANSWER_FEATURES =
      List.of(
          "one question",
          "one question, squared",
          "one question, from -2",
          "outdoes its rivals, least",
          "outdoes its rivals, most",
          "sentence vectors",
          "stands out, least",
          "shared words (Dice)",
          "words of the shorter",
          "negation on one side",
          "negation in one sentence",
          "denial in one sentence",
          "what is negated is met",
          "plan on one side",
          "plan in the later",
          "hedge on one side",
          "topic of numbers shared, not the number",
          "nearness of the numbers",
          "count slot",
          "measure slot",
          "date slot",
          "person slot",
          "nobody named as source",
          "one source named by both",
          "a direct quotation",
          "later tells news",
          "later sentence tells news",
          "one family",
          "one looks back",
          "position, first",
          "position, apart",
          "days between",
          "negations of the earlier report",
          "negations of the later report");

  /** Reports further apart than this are all late. */
  private static final int MAX_DAYS = 3;

  private static final Set<Cue.Kind> TURNING =
      EnumSet.of(Cue.Kind.NEGATION, Cue.Kind.DENIAL, Cue.Kind.POSTPONEMENT);

  private static final WordRarity RARITY = WordRarity.standard();

  private final Set<String> updateWords;
  private final Set<String> retractionWords;
  private final Wording a;
  private final Wording b;
  private final SlotWords wordsA;
  private final SlotWords wordsB;
  private final Map<Slot.Sort, Optional<Slot>> slots = new EnumMap<>(Slot.Sort.class);

  DisputeEvidence(
      Wording a,
      SlotWords wordsA,
      Wording b,
      SlotWords wordsB,
      Set<String> updateWords,
      Set<String> retractionWords) {
    this.a = a;
    this.b = b;
    this.wordsA = wordsA;
    this.wordsB = wordsB;
    this.updateWords = updateWords;
    this.retractionWords = retractionWords;
  }

  Optional<Slot> slot(Slot.Sort sort) {
    return slots.computeIfAbsent(sort, any -> Slot.of(any, a, b, wordsA, wordsB));
  }

  private double alike(Slot.Sort sort) {
    return slot(sort).map(slot -> Math.max(0, slot.alike())).orElse(0.0);
  }

  /**
   * What speaks for both answering one question.
   *
   * @param sentences features of the two sentences
   * @param least by how much each is nearer than the next of its report, the lesser
   */
  double[] question(double[] sentences, double least, double most) {
    double metA = wordsA.metBy(wordsB);
    double metB = wordsB.metBy(wordsA);
    return DoubleStream.concat(
            DoubleStream.of(sentences),
            DoubleStream.of(
                least,
                most,
                dice(),
                rarestShared(),
                namesOthers() ? 1 : 0,
                Math.min(metA, metB),
                Math.max(metA, metB),
                Math.max(wordsA.worstGap(wordsB), wordsB.worstGap(wordsA)) / 10,
                alike(Slot.Sort.PERSON),
                alike(Slot.Sort.ORGANIZATION),
                daysAgree() ? 1 : 0,
                Math.min(a.position(), b.position()),
                Math.abs(a.position() - b.position()),
                isQuestion(a) || isQuestion(b) ? 1 : 0,
                a.looksBack() != b.looksBack() ? 1 : 0))
        .toArray();
  }

  /**
   * What speaks for both answering it differently.
   *
   * @param asked log odds of one question
   * @param least by how much they outdo their rivals in that, the lesser
   * @param cosine of the sentences
   * @param standsOut by how much each sentence is nearer than the next, the lesser
   * @param negations share of each report's wordings that hold a negation
   */
  double[] answers(
      double asked,
      double least,
      double most,
      double cosine,
      double standsOut,
      Map<Integer, Double> negations) {
    return new double[] {
      asked,
      asked * asked,
      Math.max(asked, -2),
      least,
      most,
      cosine,
      standsOut,
      dice(),
      Math.log1p(Math.min(a.words().size(), b.words().size())),
      oneSided(Cue.Kind.NEGATION, false),
      oneSided(Cue.Kind.NEGATION, true),
      oneSided(Cue.Kind.DENIAL, true),
      Math.max(deniedIn(wordsA, b, wordsB), deniedIn(wordsB, a, wordsA)),
      oneSided(Cue.Kind.PLAN, false),
      holds(b, Cue.Kind.PLAN, false) && !holds(a, Cue.Kind.PLAN, false) ? 1 : 0,
      oneSided(Cue.Kind.HEDGE, false),
      sharesTopic() ? 1 : 0,
      nearness(),
      alike(Slot.Sort.COUNT),
      alike(Slot.Sort.MEASURE),
      alike(Slot.Sort.DATE),
      alike(Slot.Sort.PERSON),
      a.informant().isEmpty() && b.informant().isEmpty() ? 1 : 0,
      a.isOfOneInformant(b) ? 1 : 0,
      isDirect(a) || isDirect(b) ? 1 : 0,
      tellsNews(b, b.span()) ? 1 : 0,
      tellsNews(b, b.sentence().span()) ? 1 : 0,
      a.family().equals(b.family()) ? 1 : 0,
      a.looksBack() != b.looksBack() ? 1 : 0,
      Math.min(a.position(), b.position()),
      Math.abs(a.position() - b.position()),
      daysBetween(),
      negations.getOrDefault(a.report(), 0.0),
      negations.getOrDefault(b.report(), 0.0)
    };
  }

  /** What the two differ in: the slot that stands most alike, else how it is put. */
  DisputedPair difference(Dispute.Resolution resolution) {
    return DifferingSlot.between(a, b, this, wordsA, wordsB, resolution);
  }

  double denied() {
    return Math.max(deniedIn(wordsA, b, wordsB), deniedIn(wordsB, a, wordsA));
  }

  boolean isDenial() {
    return oneSided(Cue.Kind.NEGATION, false) + oneSided(Cue.Kind.DENIAL, true) > 0;
  }

  /**
   * Whether one of the two denies, in its own clause, what the other speaks of, and neither takes
   * back what was told before.
   */
  boolean isOpenDenial() {
    boolean a = deniesSomething(this.a);
    return a != deniesSomething(this.b)
        && (a ? wordsA.isDenialOf(wordsB) : wordsB.isDenialOf(wordsA))
        && !mayNot(a ? this.a : this.b)
        && !takesBack(this.a)
        && !takesBack(this.b);
  }

  /** Whether a word turns, rejects or calls off something: "no march", "cancelled its march". */
  private static boolean deniesSomething(Wording wording) {
    return TURNING.stream().anyMatch(kind -> holds(wording, kind, false));
  }

  /**
   * "They could not be reached", "he cannot stop them": what is beyond or forbidden somebody. It
   * denies no deed.
   */
  private static boolean mayNot(Wording wording) {
    Language language = Language.ofMost(List.of(wording.annotated().text().language()));
    Set<String> modals = language.words("modal-auxiliaries");
    Set<String> negations = language.words("grammar-negations");
    List<Token> tokens = wording.sentence().tokens();
    return wording
        .annotated()
        .syntax(wording.sentence().index())
        .filter(
            grammar ->
                IntStream.range(0, Math.min(tokens.size(), grammar.size()))
                    .filter(word -> wording.span().contains(tokens.get(word).span()))
                    .filter(word -> grammar.relation(word).startsWith("aux"))
                    .filter(word -> modals.contains(tokens.get(word).normal()))
                    .map(grammar::head)
                    .anyMatch(
                        verb ->
                            grammar
                                .dependents(verb)
                                .anyMatch(word -> negations.contains(tokens.get(word).normal()))))
        .isPresent();
  }

  private boolean takesBack(Wording wording) {
    return wording.sentence().tokens().stream()
        .anyMatch(token -> retractionWords.contains(token.normal()));
  }

  private static double deniedIn(SlotWords words, Wording other, SlotWords others) {
    return holds(other, Cue.Kind.NEGATION, false) ? 0 : words.deniedBy(others);
  }

  private double dice() {
    double shared = weight(shared());
    double all = weight(a.words()) + weight(b.words());
    return all == 0 ? 0 : 2 * shared / all;
  }

  private Set<String> shared() {
    Set<String> shared = new TreeSet<>(a.words());
    shared.retainAll(b.words());
    return shared;
  }

  private static double weight(Set<String> words) {
    return words.stream().mapToDouble(RARITY::of).sum();
  }

  private double rarestShared() {
    return shared().stream().mapToDouble(RARITY::of).max().orElse(0);
  }

  private boolean namesOthers() {
    Set<String> own = people(a);
    Set<String> others = people(b);
    return !own.isEmpty() && !others.isEmpty() && own.stream().noneMatch(others::contains);
  }

  private static Set<String> people(Wording wording) {
    Set<String> people = new HashSet<>();
    for (Mention mention : Slot.mentions(wording, EntityType.PERSON)) {
      people.add(mention.entity());
    }
    return people;
  }

  private boolean daysAgree() {
    for (Timex one : a.dates()) {
      Optional<PartialDate> date = one.date();
      for (Timex other : b.dates()) {
        if (date.isPresent() && other.date().filter(date.get()::agreesWith).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isQuestion(Wording wording) {
    return wording.sentence().span().in(wording.annotated().body()).strip().endsWith("?");
  }

  static boolean holds(Wording wording, Cue.Kind kind, boolean sentence) {
    Span span = sentence ? wording.sentence().span() : wording.span();
    return wording.annotated().cuesIn(span).stream().anyMatch(cue -> cue.kind() == kind);
  }

  private double oneSided(Cue.Kind kind, boolean sentence) {
    return holds(a, kind, sentence) != holds(b, kind, sentence) ? 1 : 0;
  }

  private boolean sharesTopic() {
    return differing()
        .anyMatch(
            pair ->
                pair.one().of().stream()
                    .anyMatch(of -> of.startsWith("#") && pair.other().of().contains(of)));
  }

  /** How near the nearest two numbers of one measure are that differ: lesser by greater. */
  private double nearness() {
    return differing().mapToDouble(Two::ratio).max().orElse(0);
  }

  private record Two(Amount one, Amount other) {
    double ratio() {
      double less = Math.min(one.value(), other.value());
      double more = Math.max(one.value(), other.value());
      return less <= 0 ? 0 : less / more;
    }
  }

  private Stream<Two> differing() {
    return a.amounts().stream()
        .flatMap(one -> b.amounts().stream().map(other -> new Two(one, other)))
        .filter(two -> two.one().measure().equals(two.other().measure()))
        .filter(two -> !two.one().agreesWith(two.other()));
  }

  private double daysBetween() {
    Optional<LocalDate> first = a.published();
    Optional<LocalDate> second = b.published();
    return first.isPresent() && second.isPresent()
        ? Math.min(MAX_DAYS, ChronoUnit.DAYS.between(first.get(), second.get()))
        : 0;
  }

  private static boolean isDirect(Wording wording) {
    return wording.attribution().filter(by -> by.kind() == Attribution.Kind.DIRECT).isPresent();
  }

  private boolean tellsNews(Wording wording, Span span) {
    return wording.sentence().tokens().stream()
        .anyMatch(token -> span.contains(token.span()) && updateWords.contains(token.normal()));
  }

  /** Whether one is a plan and the other is not. */
  boolean isOfAnotherStatus() {
    return (a.certainty() == Certainty.PLANNED) != (b.certainty() == Certainty.PLANNED)
        || oneSided(Cue.Kind.PLAN, false) > 0
        || oneSided(Cue.Kind.POSTPONEMENT, true) > 0;
  }
}
