package org.twosource.distortion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.twosource.compare.Difference;
import org.twosource.compare.DifferenceReader;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.propose.Proposal;
import org.twosource.distortion.propose.ProposalEvidence;
import org.twosource.distortion.propose.Proposers;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;
import org.twosource.reuse.LinearModel;

/**
 * Weighs what may have changed between a sentence and its copy, and says what has. Detectors and
 * proposers name the places; a logistic regression a kind weighs the evidence of words, grammar and
 * annotations; where that leaves something open, the learned reader of differences is asked, once a
 * pair, and both together decide. The confidence of a finding is what they say of it, calibrated on
 * events that neither had seen (docs/notes/distortion.md).
 *
 * <p>Without a model, or without weights for the language, the detectors alone speak. Keeps nothing
 * but how often the reader may still be asked; as thread-safe as the reader it was given.
 */
public final class ChangeJudge {
  private static final String FOLDER = "/org/twosource/weights/";

  /** The columns of the second step, before one for each kind. */
  public static final List<String> FEATURES =
      List.of("proposed", "replaced", "lost", "differs", "entails");

  /**
   * What is less likely by words and grammar alone is not looked at further. From .05 to .20 not
   * one more change of the written pairs is lost, and less than half of the pairs are read.
   */
  private static final double OPEN = .20;

  /**
   * From here on a change that only the evidence proposes is shown. The next bar is .05 higher than
   * the learned probabilities ask for: of honest written copies .06 are charged instead of .07, of
   * the changes one in thirty less is found, on events that neither step knows (change.card.md).
   */
  public static final double PROPOSED = .50;

  /** The same of one that a detector found. */
  public static final double FOUND = .35;

  /** The same where each side has nearly all words of the other: there detectors seldom err. */
  public static final double FOUND_CLOSE = .15;

  /** From here on each side has so many words of the other that one exchanged stands out. */
  private static final double LIKE = .60;

  /** From here on each side has nearly all words of the other. */
  private static final double CLOSE = .80;

  /** From here on what the detectors find stands: of 148 honest copies not one more is charged. */
  private static final double NEAR_COPY = .90;

  /**
   * From here on the reader is believed of a word, and of the pair, though the evidence says
   * little: "voted to raise", "voted to cut". Of 145 honest copies of events that it does not know
   * none reaches both, of 167 changed ones in which nothing else is found three do.
   */
  private static final double SURE = .90;

  /** Sorts of words whose exchange turns a near copy; names and numbers are the detectors'. */
  private static final Set<String> TURNING = Set.of("VERB", "ADJ", "ADV", "NOUN", "ADP");

  /** Pairs of more words, multiplied, are left to the detectors: the evidence grows with both. */
  private static final int MAX_CELLS = 40_000;

  /** Kinds of which too few examples are known to weigh them: their detector's word stands. */
  private static final Set<Kind> UNWEIGHED = EnumSet.of(Kind.GARBLED);

  /** Who says it may stand in the next sentence, which the pair does not hold; a detector looks. */
  private static final Set<Kind> NEEDS_DETECTOR = EnumSet.of(Kind.ATTRIBUTION_DROPPED);

  private static final double NEVER_SHOWN = 2;

  /**
   * How likely a number is another one that a detector found, of the same things in the same place:
   * 16 of 23 in the labelled pairs, 11 of 13 in the half that nothing was looked at in. The
   * regression is learned from numbers that stand on both sides too, and says less.
   */
  private static final double OTHER_NUMBER = .70;

  private static final double ROUNDING = 1e-9;

  /** Kinds whose words are gone rather than others: the words before tell of them. */
  private static final Set<Kind> LOSSES =
      EnumSet.of(
          Kind.ATTRIBUTION_DROPPED,
          Kind.HEDGE_DROPPED,
          Kind.CERTAINTY_RAISED,
          Kind.PLAN_BECAME_FACT,
          Kind.NEAR_MISS_BECAME_EVENT,
          Kind.NEGATION_CHANGED);

  private static final Comparator<Finding> IN_TEXT_ORDER =
      Comparator.comparing((Finding found) -> found.after().or(found::before).orElseThrow())
          .thenComparing(Finding::kind);

  private static final double NEVER = 1e-4;
  private static final double GRAVE_RATIO = .3;

  private final Detectors detectors;
  private final DifferenceReader reader;
  private final AtomicInteger left;

  private ChangeJudge(Detectors detectors, DifferenceReader reader, int readings) {
    this.detectors = detectors;
    this.reader = reader;
    this.left = new AtomicInteger(readings);
  }

  /** The standard detectors, weighed with what a reader says. */
  public static ChangeJudge with(DifferenceReader reader) {
    return new ChangeJudge(Detectors.standard(), reader, Integer.MAX_VALUE);
  }

  /** The detectors alone: what they find is what is said. */
  public static ChangeJudge ofDetectors(Detectors detectors) {
    return new ChangeJudge(detectors, DifferenceReader.SILENT, 0);
  }

  /**
   * The same judge, whose reader is asked so many times; afterwards the detectors alone speak.
   *
   * @param readings 0 or more
   */
  ChangeJudge upTo(int readings) {
    return new ChangeJudge(detectors, reader, readings);
  }

  /**
   * Whether hardly a content word of either side is without its counterpart, or one: of a short
   * sentence one is much.
   */
  static boolean isNearCopy(SentencePair pair) {
    return isNearlyIn(pair) && isNearlyIn(pair.swapped());
  }

  private static boolean isNearlyIn(SentencePair pair) {
    long content =
        IntStream.range(0, pair.before().size()).filter(pair.before()::isContent).count();
    return (1 - keptShare(pair)) * content <= Math.max(1, (1 - NEAR_COPY) * content) + ROUNDING;
  }

  private static boolean isLike(SentencePair pair) {
    return keptShare(pair) >= LIKE && keptShare(pair.swapped()) >= LIKE;
  }

  private static double keptShare(SentencePair pair) {
    return pair.kept(IntStream.range(0, pair.before().size()).boxed().toList());
  }

  private record Judged(Proposal proposal, double probability) {

    /** Whether both point at the same words, a detector's where one found it. */
    boolean touches(Judged other) {
      boolean found = proposal.finding().isPresent() && other.proposal.finding().isPresent();
      return found
          ? proposal.finding().get().touches(other.proposal.finding().get())
          : proposal.touches(other.proposal);
    }
  }

  /**
   * What the copy changed, each change once, in the order of the text. Cost: where each side has
   * not nearly all words of the other, one reading of the pair, some 25 milliseconds of processor
   * time.
   */
  public List<Finding> find(SentencePair pair) {
    if (!isOpen(pair)) {
      return detectors.find(pair);
    }
    return isNearCopy(pair)
        ? both(detectors.find(pair), judged(pair).orElse(List.of()))
        : judged(pair)
            .map(found -> both(found, Detectors.standing(pair)))
            .orElseGet(() -> detectors.find(pair));
  }

  /** Whether the reader may be asked of a pair; the detectors alone speak of the others. */
  private boolean isOpen(SentencePair pair) {
    boolean english = pair.before().text().text().language().startsWith("en");
    long cells = (long) pair.before().size() * pair.after().size();
    return reader != DifferenceReader.SILENT
        && left.get() > 0
        && english
        && pair.before().isParsed()
        && cells <= MAX_CELLS
        && (!isNearCopy(pair) || hasOtherWord(pair) || hasOtherMarks(pair));
  }

  /** Whether a word stands in quotation marks on one side alone. */
  private static boolean hasOtherMarks(SentencePair pair) {
    return IntStream.range(0, pair.before().size())
        .filter(i -> pair.counterpart(i).isPresent())
        .anyMatch(
            i ->
                pair.before().isQuoted(i) != pair.after().isQuoted(pair.counterpart(i).getAsInt()));
  }

  private static boolean hasOtherWord(SentencePair pair) {
    return pair.edits().stream()
        .filter(edit -> edit.kind() == Edit.Kind.REPLACED)
        .anyMatch(
            edit ->
                pair.before().in(edit.before()).stream()
                        .anyMatch(at -> TURNING.contains(pair.before().pos(at)))
                    && pair.after().in(edit.after()).stream()
                        .anyMatch(at -> TURNING.contains(pair.after().pos(at))));
  }

  /** What was found, and what else was found elsewhere. */
  private static List<Finding> both(List<Finding> found, List<Finding> more) {
    List<Finding> all = new ArrayList<>(found);
    more.stream().filter(one -> found.stream().noneMatch(one::touches)).forEach(all::add);
    all.sort(IN_TEXT_ORDER);
    return all;
  }

  private Optional<Difference> read(SentencePair pair) {
    left.decrementAndGet();
    return reader.read(
        pair.before().words(pair.before().span()), pair.after().words(pair.after().span()));
  }

  /** The exchanged word of which the reader is surest, if it is sure. */
  private static Optional<Finding> sureWord(SentencePair pair, Difference difference) {
    if (difference.differs() < SURE) {
      return Optional.empty();
    }
    int before = pair.before().span().start();
    int after = pair.after().span().start();
    return pair.edits().stream()
        .filter(edit -> edit.kind() == Edit.Kind.REPLACED)
        .filter(edit -> sureOf(edit, difference, before, after) >= SURE)
        .max(Comparator.comparingDouble(edit -> sureOf(edit, difference, before, after)))
        .map(
            edit ->
                new Finding(
                    Kind.WORDING_CHANGED,
                    Optional.of(edit.before()),
                    Optional.of(edit.after()),
                    Severity.MEDIUM,
                    Math.min(difference.differs(), sureOf(edit, difference, before, after)),
                    why(
                        Kind.WORDING_CHANGED,
                        pair.before().words(edit.before()),
                        pair.after().words(edit.after()))));
  }

  private static double sureOf(Edit edit, Difference difference, int before, int after) {
    return Math.max(
        within(edit.before(), before).map(difference::mostBefore).orElse(0.0),
        within(edit.after(), after).map(difference::mostAfter).orElse(0.0));
  }

  /** Empty when the reader knows nothing. */
  private Optional<List<Finding>> judged(SentencePair pair) {
    List<Judged> open =
        proposals(pair).stream()
            .map(proposal -> new Judged(proposal, proposed(proposal)))
            .filter(judged -> judged.probability() >= OPEN)
            .toList();
    if (open.isEmpty() && !(isLike(pair) && hasOtherWord(pair))) {
      return Optional.of(List.of());
    }
    return read(pair)
        .map(
            difference -> {
              List<Finding> found =
                  findings(
                      pair,
                      open.stream()
                          .map(judged -> judged(judged, difference, pair))
                          .sorted(
                              Comparator.comparingDouble(Judged::probability)
                                  .reversed()
                                  .thenComparing(judged -> judged.proposal().kind()))
                          .toList());
              return found.isEmpty()
                  ? sureWord(pair, difference).map(List::of).orElse(found)
                  : found;
            });
  }

  /** What is proposed of a pair, with what the detectors found. */
  public List<Proposal> proposals(SentencePair pair) {
    List<Finding> found =
        detectors.all().stream().flatMap(detector -> detector.find(pair).stream()).toList();
    return Proposers.of(pair, found);
  }

  /** The probability by words, grammar and annotations alone. */
  public static double proposed(Proposal proposal) {
    if (UNWEIGHED.contains(proposal.kind())) {
      return proposal.finding().map(Finding::confidence).orElse(0.0);
    }
    double learned =
        Objects.requireNonNull(Held.KINDS.get(proposal.kind())).probability(proposal.evidence());
    return isOtherNumber(proposal) ? Math.max(learned, OTHER_NUMBER) : learned;
  }

  private static boolean isOtherNumber(Proposal proposal) {
    return proposal.kind() == Kind.NUMBER_CHANGED
        && proposal.finding().isPresent()
        && proposal.evidence()[ProposalEvidence.FEATURES.indexOf("clash")] > 0;
  }

  /**
   * The values of {@link #columns}, for the model of the second step.
   *
   * @param proposed the probability of the first step
   * @param before where the stretch that was read starts in the body before
   * @param after the same of the copy
   */
  public static double[] read(
      Proposal proposal, double proposed, Difference difference, int before, int after) {
    double[] row = new double[FEATURES.size() + Kind.values().length];
    Optional<Span> from = proposal.before().flatMap(span -> within(span, before));
    Optional<Span> to = proposal.after().flatMap(span -> within(span, after));
    row[0] = logOdds(proposed);
    double old = logOdds(from.map(difference::mostBefore).orElse(0.0));
    double now = logOdds(to.map(difference::mostAfter).orElse(0.0));
    boolean loss = LOSSES.contains(proposal.kind());
    row[loss ? 2 : 1] = loss ? old : (old + now) / 2;
    row[3] = logOdds(difference.differs());
    row[4] = difference.relation().firstEntailsSecond();
    row[FEATURES.size() + proposal.kind().ordinal()] = 1;
    return row;
  }

  /** The place in a stretch that starts at {@code start}; none of what lies before it. */
  private static Optional<Span> within(Span span, int start) {
    return span.start() < start
        ? Optional.empty()
        : Optional.of(new Span(span.start() - start, span.end() - start));
  }

  /** The columns of {@link #read}. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(FEATURES);
    for (Kind kind : Kind.values()) {
      columns.add(kind.label());
    }
    return columns;
  }

  private static double logOdds(double probability) {
    double inside = Math.min(1 - NEVER, Math.max(NEVER, probability));
    return Math.log(inside / (1 - inside));
  }

  private static Judged judged(Judged open, Difference difference, SentencePair pair) {
    if (UNWEIGHED.contains(open.proposal().kind())) {
      return open;
    }
    double[] row =
        read(
            open.proposal(),
            open.probability(),
            difference,
            pair.before().span().start(),
            pair.after().span().start());
    return new Judged(open.proposal(), Held.MODEL.probability(row));
  }

  private static List<Finding> findings(SentencePair pair, List<Judged> sorted) {
    List<Judged> kept = new ArrayList<>();
    for (Judged judged : sorted) {
      boolean counts =
          judged.probability() >= bar(judged.proposal())
              || judged.probability() >= FOUND_CLOSE && judged.proposal().finding().isPresent();
      if (counts && kept.stream().noneMatch(one -> isOneChange(one, judged))) {
        kept.add(judged);
      }
    }
    return kept.stream().map(judged -> finding(pair, judged)).sorted(IN_TEXT_ORDER).toList();
  }

  /** From where on a proposal is shown. */
  public static double bar(Proposal proposal) {
    if (proposal.finding().isEmpty()) {
      return NEEDS_DETECTOR.contains(proposal.kind()) ? NEVER_SHOWN : PROPOSED;
    }
    double kept = proposal.evidence()[ProposalEvidence.FEATURES.indexOf("kept")];
    double known = proposal.evidence()[ProposalEvidence.FEATURES.indexOf("known")];
    return Math.min(kept, known) >= CLOSE ? FOUND_CLOSE : FOUND;
  }

  /** A lost source and what else changed on the same words are two things. */
  private static boolean isOneChange(Judged one, Judged other) {
    boolean source = one.proposal().kind() == Kind.ATTRIBUTION_DROPPED;
    boolean otherSource = other.proposal().kind() == Kind.ATTRIBUTION_DROPPED;
    return source == otherSource && one.touches(other);
  }

  /** In the detector's words, where one found it. */
  private static Finding finding(SentencePair pair, Judged judged) {
    Proposal proposal = judged.proposal();
    double probability = judged.probability();
    return proposal
        .finding()
        .map(
            found ->
                new Finding(
                    found.kind(),
                    found.before(),
                    found.after(),
                    severity(proposal, found, probability),
                    probability,
                    found.why()))
        .orElseGet(
            () ->
                new Finding(
                    proposal.kind(),
                    proposal.before(),
                    proposal.after(),
                    severity(proposal),
                    probability,
                    why(pair, proposal)));
  }

  /** The detector's, unless it is too unlikely or too likely for that. */
  private static Severity severity(Proposal proposal, Finding found, double probability) {
    if (probability < bar(proposal)) {
      return Severity.LOW;
    }
    return found.severity() == Severity.LOW && probability >= PROPOSED
        ? severity(proposal)
        : found.severity();
  }

  private static Severity severity(Proposal proposal) {
    return switch (proposal.kind()) {
      case PLAN_BECAME_FACT, NEAR_MISS_BECAME_EVENT, NEGATION_CHANGED, ACTOR_SWAPPED ->
          Severity.HIGH;
      case NUMBER_CHANGED ->
          proposal.evidence()[ProposalEvidence.FEATURES.indexOf("ratio")] >= GRAVE_RATIO
              ? Severity.HIGH
              : Severity.MEDIUM;
      case ATTRIBUTION_DROPPED,
          HEDGE_DROPPED,
          CERTAINTY_RAISED,
          DATE_CHANGED,
          PLACE_CHANGED,
          NAME_CHANGED,
          NAME_GARBLED,
          QUOTE_ALTERED,
          QUOTE_BOUNDARY,
          WORDING_CHANGED,
          GARBLED ->
          Severity.MEDIUM;
    };
  }

  private static String why(SentencePair pair, Proposal proposal) {
    return why(
        proposal.kind(),
        proposal.before().map(span -> pair.before().words(span)).orElse(""),
        proposal.after().map(span -> pair.after().words(span)).orElse(""));
  }

  private static String why(Kind kind, String from, String to) {
    String what =
        switch (kind) {
          case ATTRIBUTION_DROPPED -> "who says it is gone";
          case HEDGE_DROPPED -> "what made it less than certain is gone";
          case CERTAINTY_RAISED -> "it is told more surely";
          case PLAN_BECAME_FACT -> "what was open is told as done";
          case NEAR_MISS_BECAME_EVENT -> "what nearly happened is told as having happened";
          case NEGATION_CHANGED -> "one of the two denies it";
          case NUMBER_CHANGED -> "another number, or of something else";
          case DATE_CHANGED -> "another time, or of something else";
          case PLACE_CHANGED -> "another place or direction";
          case NAME_CHANGED -> "another name";
          case NAME_GARBLED -> "the name is spoiled";
          case ACTOR_SWAPPED -> "somebody else does it or has it done to them";
          case QUOTE_ALTERED -> "the quoted words differ";
          case QUOTE_BOUNDARY -> "the marks stand elsewhere";
          case WORDING_CHANGED -> "a word of another meaning";
          case GARBLED -> "the sentence is broken";
        };
    return "“" + from + "”, “" + to + "”: " + what;
  }

  /** Read when first needed, and once: they never change. */
  private static final class Held {
    static final Map<Kind, LinearModel> KINDS = kinds();
    static final LinearModel MODEL = LinearModel.load(FOLDER + "change-read.txt", columns());

    private static Map<Kind, LinearModel> kinds() {
      Map<Kind, LinearModel> kinds = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        kinds.put(
            kind,
            LinearModel.load(
                FOLDER + "change-" + kind.label() + ".txt", ProposalEvidence.FEATURES));
      }
      return kinds;
    }
  }
}
