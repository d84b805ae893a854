package org.twosource.distortion.detect;

import static org.twosource.annotate.Cue.Kind.ALLEGATION;
import static org.twosource.annotate.Cue.Kind.APPROXIMATION;
import static org.twosource.annotate.Cue.Kind.HEDGE;
import static org.twosource.annotate.Cue.Kind.NEAR_MISS;
import static org.twosource.annotate.Cue.Kind.NEGATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/**
 * A hedge or an allegation that the copy left out: "may have died" became "died". A bound of a
 * number that went ("about 300" became "300") is a low one. Where something surer was put in its
 * place, it is {@link CertaintyRaised}.
 */
public final class HedgeDropped implements Detector {
  static final Set<Cue.Kind> KEPT_BY = Set.of(HEDGE, ALLEGATION, NEAR_MISS);

  /** Attributions with less confidence than this are not built upon. */
  private static final double MIN_CONFIDENCE = 0.5;

  /** Under these a clause is open without its condition. */
  private static final Set<Cue.Kind> OPEN = Set.of(HEDGE, NEAR_MISS);

  /** Share of the main clause that must stand for its condition to be missed. */
  private static final double MIN_KEPT = 0.7;

  /** A question stands so few steps of the grammar above what it asks. */
  private static final int MAX_STEPS = 4;

  @Override
  public Kind kind() {
    return Kind.HEDGE_DROPPED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (LostCue lost : lost(pair)) {
      if (!isReplaced(pair, lost)) {
        findings.add(finding(pair, lost, Severity.MEDIUM, 0.75));
      }
    }
    condition(pair).ifPresent(findings::add);
    for (LostCue lost : LostCue.in(pair, APPROXIMATION, Set.of(APPROXIMATION, HEDGE))) {
      findings.add(finding(pair, lost, Severity.LOW, 0.6));
    }
    return findings;
  }

  /**
   * What holds only under a condition, told without it: "will be used only if we are attacked". A
   * clause that says "would" or "may" still tells that something is wanting.
   */
  private static Optional<Finding> condition(SentencePair pair) {
    Side before = pair.before();
    DistortionWords words = DistortionWords.of(before.text());
    boolean conditional =
        IntStream.range(0, pair.after().size())
            .anyMatch(j -> words.conditions().contains(pair.after().normal(j)));
    for (int mark = 0; !conditional && mark < before.size(); mark++) {
      int clause = before.head(mark);
      int main = clause < 0 ? -1 : before.head(clause);
      boolean found =
          main >= 0
              && before.isParsed()
              && words.conditions().contains(before.normal(mark))
              && before.relation(mark).equals("mark")
              && before.relation(clause).equals("advcl")
              && before.pos(main).equals("VERB")
              && isTold(before, main)
              && pair.counterpart(main).isPresent()
              && !pair.after().isUnder(pair.counterpart(main).getAsInt(), OPEN);
      if (found && isLeftOut(pair, clause) && isOtherwiseKept(pair, main, clause)) {
        int first =
            mark > 0 && words.conditionFocus().contains(before.normal(mark - 1)) ? mark - 1 : mark;
        return Optional.of(
            new Finding(
                Kind.HEDGE_DROPPED,
                Optional.of(before.from(first, Math.max(mark, clause))),
                Optional.of(pair.after().token(pair.counterpart(main).getAsInt()).span()),
                Severity.MEDIUM,
                0.65,
                "the condition “" + before.words(before.from(first, clause)) + "” is gone"));
      }
    }
    return Optional.empty();
  }

  /** Whether a verb has a subject and no auxiliary that leaves it open: "would fail". */
  private static boolean isTold(Side side, int verb) {
    Set<String> open = DistortionWords.of(side.text()).conditionalAuxiliaries();
    List<Integer> own = side.grammar().dependents(verb).boxed().toList();
    return own.stream().anyMatch(i -> side.relation(i).startsWith("nsubj"))
        && own.stream().noneMatch(i -> open.contains(side.normal(i)));
  }

  /** Whether no content word of a clause has a counterpart. */
  private static boolean isLeftOut(SentencePair pair, int clause) {
    return IntStream.range(0, pair.before().size())
        .filter(i -> pair.before().grammar().isUnder(i, clause))
        .filter(pair.before()::isContent)
        .allMatch(i -> pair.counterpart(i).isEmpty());
  }

  /** Whether most of what hangs on the main word, the clause aside, stands in the copy. */
  private static boolean isOtherwiseKept(SentencePair pair, int main, int clause) {
    Set<String> focus = DistortionWords.of(pair.before().text()).conditionFocus();
    Grammar grammar = pair.before().grammar();
    List<Integer> rest =
        IntStream.range(0, pair.before().size())
            .filter(i -> grammar.isUnder(i, main) && !grammar.isUnder(i, clause))
            .filter(i -> !focus.contains(pair.before().normal(i)))
            .boxed()
            .toList();
    return pair.kept(rest) >= MIN_KEPT;
  }

  private static Finding finding(
      SentencePair pair, LostCue lost, Severity severity, double confidence) {
    return new Finding(
        Kind.HEDGE_DROPPED,
        Optional.of(lost.before(pair)),
        Optional.of(lost.after(pair)),
        severity,
        confidence,
        "“" + lost.words(pair) + "” is gone, what it qualified stayed");
  }

  /** The hedges and allegations that went and did not leave with a plan or a near miss. */
  static List<LostCue> lost(SentencePair pair) {
    List<LostCue> lost = new ArrayList<>(LostCue.in(pair, HEDGE, KEPT_BY));
    lost.addAll(LostCue.in(pair, ALLEGATION, Set.of(ALLEGATION, HEDGE, NEGATION)));
    lost.removeIf(
        cue ->
            PlanBecameFact.became(pair, cue.main())
                || isAsked(pair, cue)
                || isAbility(pair.before(), cue)
                || isNaming(pair.before(), cue)
                || isUnderKeptNegation(pair, cue)
                || isSomebodys(pair, cue));
    return lost;
  }

  /**
   * Whether the copy still says that it is only looked for: "checked for a possible concussion" is
   * "checked for a concussion".
   */
  private static boolean isAsked(SentencePair pair, LostCue lost) {
    Side before = pair.before();
    Set<String> inquiries = DistortionWords.of(before.text()).inquiryWords();
    return before
        .grammar()
        .up(before.head(lost.words().getFirst()))
        .limit(MAX_STEPS)
        .filter(over -> inquiries.contains(before.normal(over)) && !lost.words().contains(over))
        .anyMatch(over -> over < lost.words().getFirst() && pair.counterpart(over).isPresent());
  }

  /**
   * "Suspect" and "claim" as nouns: whom or what is meant may be called otherwise. "A claim that"
   * still is one.
   */
  private static boolean isNaming(Side before, LostCue lost) {
    int word = lost.words().getLast();
    boolean that = word + 1 < before.size() && before.relation(word + 1).equals("mark");
    return lost.words().size() == 1
        && before.pos(word).equals("NOUN")
        && !that
        && DistortionWords.of(before.text()).namingNouns().contains(before.normal(word));
  }

  /** "No evidence to suggest that" is "no evidence that". */
  private static boolean isUnderKeptNegation(SentencePair pair, LostCue lost) {
    Span cue = lost.cue().span();
    return pair.before().cues(NEGATION).stream()
        .filter(not -> not.scope().contains(cue) && !not.span().overlaps(cue))
        .anyMatch(
            not ->
                pair.before().in(not.span()).stream()
                    .anyMatch(i -> pair.counterpart(i).isPresent()));
  }

  /**
   * Whether the copy says whose words they are, which the sentence did not: "allegedly told them"
   * became "told them, the letter says". Not where it says that somebody proved it.
   */
  private static boolean isSomebodys(SentencePair pair, LostCue lost) {
    Side after = pair.after();
    DistortionWords language = DistortionWords.of(after.text());
    Set<String> proofs = language.provingVerbs();
    boolean view =
        lost.cue().kind() == ALLEGATION
            || lost.words().stream()
                .map(pair.before()::normal)
                .anyMatch(
                    word ->
                        language.tentativeVerbs().contains(word)
                            || language.hearsay().contains(word));
    if (!view) {
      return false;
    }
    Span words = after.token(lost.counterpart()).span();
    boolean told =
        after.text().attributionsOver(words).stream()
            .filter(said -> said.source().isPresent() && said.cue().isPresent())
            .filter(said -> said.confidence() >= MIN_CONFIDENCE)
            .map(said -> after.in(said.cue().get()))
            .anyMatch(
                cue ->
                    !cue.isEmpty()
                        && cue.stream().allMatch(j -> pair.origin(j).isEmpty())
                        && cue.stream().noneMatch(j -> proofs.contains(after.normal(j))));
    return told
        && pair.before().text().attributionsOver(lost.cue().span()).stream()
            .noneMatch(
                said -> said.cue().filter(cue -> !cue.overlaps(lost.cue().span())).isPresent());
  }

  /** "Could see" says no less than "saw". */
  private static boolean isAbility(Side before, LostCue lost) {
    Set<String> verbs = DistortionWords.of(before.text()).couldVerbs();
    return DistortionWords.of(before.text())
            .conditionalAuxiliaries()
            .contains(before.normal(lost.words().getFirst()))
        && verbs.contains(before.normal(lost.main()));
  }

  /** Whether words with a meaning of their own stand where the hedge stood. */
  static boolean isReplaced(SentencePair pair, LostCue lost) {
    return lost.instead().stream()
        .anyMatch(
            j ->
                pair.after().isContent(j)
                    && pair.origin(j).isEmpty()
                    && !pair.after().isUnder(j, PlanBecameFact.OPEN));
  }
}
