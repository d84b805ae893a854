package org.twosource.claim.grouping;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Amount;
import org.twosource.claim.Participants;
import org.twosource.claim.Wording;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.PartialDate;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.reuse.StatementTie;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Token;

/**
 * Whether one source may stand behind what another states: a tie of calibrated confidence between
 * two of their statements ({@link StatementTie}: words, grammar, vectors and the learned
 * comparison).
 *
 * <p>What the comparison does not see is asked first, and then there is no tie whatever it says: a
 * different number for one quantity, opposite polarity or words, another day; and no question, no
 * caption and no fragment stands behind anything. Without the model nothing is tied.
 *
 * <p>A comparison costs some 25 milliseconds of processor time; a story asks at most {@link
 * #MAX_COMPARED} times, the likeliest pairs first, and what was not asked is not tied. One story,
 * one thread.
 */
public final class SureTies {
  /** Pairs of sentences that are compared in one story. */
  static final int MAX_COMPARED = 600;

  /** Fewer words than these are no statement that another source could confirm. */
  private static final int MIN_TOKENS = 5;

  /** Letters from which on a word says something: "on" and "off" are opposites and say little. */
  private static final int CONTENT_LETTERS = 4;

  private final StatementTie tie = StatementTie.standard();
  private final StatementComparer comparer;
  private final Map<Long, Double> known = new HashMap<>();

  /** Who does what to whom, by the place of the wording. */
  private final Map<Integer, Map<String, Participants>> deeds = new HashMap<>();

  private int compared;

  public SureTies(StatementComparer comparer) {
    this.comparer = comparer;
  }

  /**
   * How sure it is that two statements of different reports have a whole statement in common.
   *
   * @return 0 to 1; 0 where something speaks against it, or where nothing is known
   */
  public double between(Wording a, Wording b) {
    Wording first = a.at() <= b.at() ? a : b;
    Wording second = a.at() <= b.at() ? b : a;
    return known.computeIfAbsent(
        (long) first.at() << 32 | second.at(), any -> strength(first, second));
  }

  /** Whether a tie of this strength counts. */
  public static boolean isSure(double strength) {
    return strength >= SURE;
  }

  /**
   * From here on a tie counts. Of the labelled pairs that stand in a corroborated claim .83 share a
   * statement (.89 of those that are certain; .68 by likeness alone), and .51 of the own-words
   * pairs are counted (bench/results/support.tsv, open data); .70 loses three quarters of the
   * agreements of written stories.
   */
  static final double SURE = .60;

  private double strength(Wording a, Wording b) {
    if (!states(a) || !states(b) || differ(a, b)) {
      return 0;
    }
    Optional<StatementSimilarity.ComparedSentence> left =
        StatementSimilarity.side(a.annotated(), a.sentence().index());
    Optional<StatementSimilarity.ComparedSentence> right =
        StatementSimilarity.side(b.annotated(), b.sentence().index());
    if (left.isEmpty() || right.isEmpty() || compared >= MAX_COMPARED) {
      return 0;
    }
    compared++;
    Optional<StatementComparison> comparison =
        comparer.compare(sentence(a), sentence(b)).filter(one -> !one.cut());
    if (comparison.isEmpty()) {
      return 0;
    }
    double shared = tie.shared(left.get(), right.get(), comparison.get());
    double entailed = tie.entailment(left.get(), right.get(), comparison.get());
    return Math.max(shared, onOneScale(entailed));
  }

  /** Moves the bar of entailment to that of sharing, the ends staying where they are. */
  private static double onOneScale(double entailed) {
    return entailed < StatementTie.ENTAILING
        ? entailed * SURE / StatementTie.ENTAILING
        : 1 - (1 - entailed) * (1 - SURE) / (1 - StatementTie.ENTAILING);
  }

  private static String sentence(Wording wording) {
    return wording.sentence().span().in(wording.annotated().body());
  }

  /** Whether it states something: prose, no question, no fragment. */
  static boolean states(Wording wording) {
    String sentence = sentence(wording).strip();
    return wording.sentence().part() == Part.Kind.BODY
        && wording.sentence().tokens().size() >= MIN_TOKENS
        && !sentence.endsWith("?");
  }

  /** Whether a slot that both fill is filled differently. */
  private boolean differ(Wording a, Wording b) {
    return a.negated() != b.negated()
        || !a.certainty().isOneKindWith(b.certainty())
        || amountsDiffer(a, b)
        || daysDiffer(a, b)
        || stagesDiffer(a, b)
        || doersDiffer(a, b)
        || areOpposite(a, b);
  }

  /** Another number of the same things, and none that agrees. */
  private static boolean amountsDiffer(Wording a, Wording b) {
    boolean differs = false;
    for (Amount one : a.amounts()) {
      for (Amount other : b.amounts()) {
        if (one.measure().equals(other.measure())) {
          if (one.agreesWith(other)) {
            return false;
          }
          boolean plain = one.of().isEmpty() || other.of().isEmpty();
          differs |= plain || one.of().stream().anyMatch(other.of()::contains);
        }
      }
    }
    return differs;
  }

  /** Both name days, and no day in common. */
  private static boolean daysDiffer(Wording a, Wording b) {
    Set<LocalDate> own = days(a);
    Set<LocalDate> others = days(b);
    return !own.isEmpty() && !others.isEmpty() && own.stream().noneMatch(others::contains);
  }

  private static Set<LocalDate> days(Wording wording) {
    Set<LocalDate> days = new HashSet<>();
    wording.dates().stream()
        .flatMap(timex -> timex.date().stream())
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .forEach(date -> days.add(date.earliest()));
    return days;
  }

  /** Both tell of one deed, and all that do so of two people's. */
  private boolean doersDiffer(Wording a, Wording b) {
    Map<String, Participants> own = deeds.computeIfAbsent(a.at(), any -> deeds(a));
    Map<String, Participants> others = deeds.computeIfAbsent(b.at(), any -> deeds(b));
    Set<String> shared = new HashSet<>(own.keySet());
    shared.retainAll(others.keySet());
    return !shared.isEmpty()
        && shared.stream()
            .allMatch(
                verb ->
                    Objects.requireNonNull(own.get(verb))
                        .areOthersThan(Objects.requireNonNull(others.get(verb))));
  }

  /** Who does what to whom in a clause, by the verb; of one verb the first. */
  private static Map<String, Participants> deeds(Wording wording) {
    Optional<Grammar> grammar = wording.annotated().syntax(wording.sentence().index());
    List<Token> tokens = wording.sentence().tokens();
    ContentWords words =
        new ContentWords(Language.ofMost(List.of(wording.annotated().text().language())));
    Map<String, Participants> deeds = new HashMap<>();
    for (int at = 0; grammar.isPresent() && at < tokens.size(); at++) {
      if (grammar.get().pos(at).equals("VERB")
          && words.isContent(tokens.get(at))
          && wording.span().contains(tokens.get(at).span())) {
        deeds.putIfAbsent(
            words.stem(tokens.get(at).normal()),
            Participants.of(wording, grammar.get(), at, words));
      }
    }
    return deeds;
  }

  /** Both tell of one process and no stage of it in common: "is charged" and "was convicted". */
  private static boolean stagesDiffer(Wording a, Wording b) {
    Set<String> own = stages(a);
    Set<String> others = stages(b);
    return own.stream().noneMatch(others::contains)
        && own.stream()
            .map(SureTies::process)
            .anyMatch(one -> others.stream().map(SureTies::process).anyMatch(one::equals));
  }

  private static Set<String> stages(Wording wording) {
    Map<String, String> known =
        Language.ofMost(List.of(wording.annotated().text().language())).map("process-stages");
    Set<String> stages = new HashSet<>();
    for (String word : words(wording)) {
      Optional.ofNullable(known.get(word)).ifPresent(stages::add);
    }
    return stages;
  }

  private static String process(String stage) {
    return stage.substring(0, stage.indexOf(':'));
  }

  /** A word of one has its opposite among the words that only the other has. */
  private static boolean areOpposite(Wording a, Wording b) {
    Antonyms antonyms = Antonyms.standard();
    List<String> own = words(a);
    List<String> others = words(b);
    List<String> onlyOwn = own.stream().filter(word -> lacks(others, word)).toList();
    List<String> onlyOthers = others.stream().filter(word -> lacks(own, word)).toList();
    return onlyOwn.stream()
        .anyMatch(word -> onlyOthers.stream().anyMatch(other -> antonyms.areOpposite(word, other)));
  }

  private static boolean lacks(List<String> words, String wanted) {
    return words.stream().noneMatch(word -> Antonyms.standard().areAlike(word, wanted));
  }

  /** The words of a clause that say something, as printed, in lower case. */
  private static List<String> words(Wording wording) {
    return wording.sentence().tokens().stream()
        .filter(token -> token.isWord() && wording.span().contains(token.span()))
        .map(Token::normal)
        .filter(word -> word.length() >= CONTENT_LETTERS)
        .toList();
  }
}
