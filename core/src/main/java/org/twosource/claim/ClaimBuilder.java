package org.twosource.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.claim.dispute.Disputes;
import org.twosource.claim.dispute.OneQuestion;
import org.twosource.claim.dispute.QuestionWords;
import org.twosource.claim.dispute.SameAnswers;
import org.twosource.claim.grouping.Reasons;
import org.twosource.claim.grouping.SureTies;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OutletCredits;
import org.twosource.report.ContentIds;
import org.twosource.report.Handle;

/** Makes claims of drafts: what is in dispute, how it stands, and why its statements are one. */
final class ClaimBuilder {
  private final Disputes disputes;
  private final Reasons reasons;
  private final Decisions decisions;
  private final Lineage lineage;
  private final OutletCredits credits;
  private final KnowerModel knowers;
  private final SureTies sure;
  private final SharedWords shared;
  private final QuestionWords questionWords;
  private final ContentIds ids = new ContentIds();

  ClaimBuilder(
      Disputes disputes,
      Reasons reasons,
      Decisions decisions,
      Lineage lineage,
      OutletCredits credits,
      KnowerModel knowers,
      SureTies sure,
      SharedWords shared,
      QuestionWords questionWords) {
    this.disputes = disputes;
    this.reasons = reasons;
    this.decisions = decisions;
    this.lineage = lineage;
    this.credits = credits;
    this.knowers = knowers;
    this.sure = sure;
    this.shared = shared;
    this.questionWords = questionWords;
  }

  /** The claim of a draft, under a label. */
  Claim claim(String label, ClaimDraft draft) {
    List<Wording> wordings = draft.wordings();
    Set<String> families = new LinkedHashSet<>();
    wordings.forEach(wording -> families.add(wording.family()));
    List<Dispute> disputed =
        new ArrayList<>(
            draft
                .known()
                .orElseGet(
                    () ->
                        draft.answers().isEmpty()
                            ? disputes.find(wordings)
                            : disputes.ofNumbers(wordings, draft.answers())));
    draft.added().forEach(one -> disputed.removeIf(other -> other.kind() == one.kind()));
    disputed.addAll(draft.added());
    disputed.replaceAll(dispute -> SameAnswers.in(dispute, wordings));
    disputed.replaceAll(dispute -> settled(dispute, wordings));
    List<Dispute> asked =
        OneQuestion.joined(disputed).stream()
            .map(dispute -> dispute.withQuestion(questionWords.of(dispute, wordings)))
            .toList();
    Support support = support(draft, families, asked, Set.of());
    String shown = nearest(draft).inWords();
    if (support.families() > 1 && !draft.isContested()) {
      SharedWords.Shown found = shown(draft, support);
      Set<String> notBorneOut = new LinkedHashSet<>();
      support.backings().forEach(backing -> notBorneOut.add(backing.family()));
      notBorneOut.removeAll(found.families());
      notBorneOut.removeIf(family -> isJoinedByTheReader(family, wordings));
      shown = found.words();
      if (!notBorneOut.isEmpty()) {
        support = support(draft, families, asked, notBorneOut);
      }
    }
    List<String> why = new ArrayList<>(support.why());
    decisions
        .joined(wordings)
        .forEach(decision -> why.add("one claim by your decision: " + decision.label()));
    why.addAll(decisions.partedFrom(wordings));
    return stated(label, draft, asked, support, shown, why);
  }

  /** What the reader puts together is borne out by his word. */
  private boolean isJoinedByTheReader(String family, List<Wording> wordings) {
    return wordings.stream()
        .filter(wording -> wording.family().equals(family))
        .anyMatch(wording -> wordings.stream().anyMatch(one -> decisions.areJoined(wording, one)));
  }

  private Support support(
      ClaimDraft draft, Set<String> families, List<Dispute> disputes, Set<String> notBorneOut) {
    List<Wording> wordings = draft.wordings();
    return draft.question().equals(ClaimDraft.SPELLINGS)
        ? Support.ofSpellings(wordings)
        : Support.of(
            wordings,
            families,
            disputes,
            draft.question().isEmpty(),
            lineage,
            credits,
            knowers,
            sure,
            decisions,
            notBorneOut);
  }

  /** What all sources state, where it is known; else what most bear out. */
  private SharedWords.Shown shown(ClaimDraft draft, Support support) {
    return shared.of(
        nearest(draft),
        draft.wordings().stream().filter(this::isCurrent).toList(),
        support.backings());
  }

  /** The claim with the statements that a sure tie, a dispute or its own source holds in it. */
  private Claim stated(
      String label,
      ClaimDraft draft,
      List<Dispute> disputes,
      Support support,
      String shown,
      List<String> why) {
    Set<Integer> left = new TreeSet<>(support.untied());
    for (Dispute dispute : disputes) {
      dispute.sides().forEach(side -> left.removeAll(side.statements()));
    }
    ClaimDraft told = draft.without(left);
    List<Wording> wordings = told.wordings();
    Map<String, Informant> informants = new LinkedHashMap<>();
    wordings.forEach(
        wording -> wording.informant().ifPresent(by -> informants.putIfAbsent(by.key(), by)));
    return new Claim(
        new Handle(ids.of('c', wordings.getFirst().cite()), label),
        shown,
        wordings.stream().map(Wording::statement).toList(),
        (int) wordings.stream().map(wording -> wording.annotated().id()).distinct().count(),
        support.families(),
        informants.values().stream().map(Informant::words).distinct().toList(),
        support.standing(),
        disputes.stream()
            .map(dispute -> dispute.moved(at -> told.at(draft.wordings().get(at))))
            .toList(),
        why,
        merges(told),
        support.collapses(),
        support.backings(),
        told.related().stream()
            .map(alike -> new Related(alike.wording().cite(), alike.score()))
            .toList());
  }

  /** What a correction has taken back is no longer in dispute with what took its place. */
  private Dispute settled(Dispute dispute, List<Wording> wordings) {
    boolean a = isWithdrawn(dispute.a(), wordings);
    boolean b = isWithdrawn(dispute.b(), wordings);
    return a == b || dispute.sides().size() > 2
        ? dispute
        : new Dispute(
            dispute.kind(),
            dispute.between(),
            Dispute.Resolution.SUPERSEDED,
            dispute.a().supersededIf(a),
            dispute.b().supersededIf(b));
  }

  /** The wording nearest the origin, but for one that a correction has taken back. */
  private Wording nearest(ClaimDraft draft) {
    return isCurrent(draft.nearest())
        ? draft.nearest()
        : draft.wordings().stream().filter(this::isCurrent).findFirst().orElse(draft.nearest());
  }

  private boolean isCurrent(Wording wording) {
    return lineage.withdrawalOf(wording.cite()).isEmpty();
  }

  private boolean isWithdrawn(DisputeSide side, List<Wording> wordings) {
    return side.statements().stream().noneMatch(at -> isCurrent(wordings.get(at)));
  }

  private List<Merge> merges(ClaimDraft draft) {
    if (!draft.question().isEmpty()) {
      return reasons.ofQuestion(draft.wordings(), draft.question());
    }
    List<Merge> merges = new ArrayList<>(reasons.ofGroup(draft.wordings()));
    draft.added().stream()
        .map(
            one ->
                reasons.ofDispute(
                    draft.wordings(),
                    one.a().statement(),
                    one.b().statement(),
                    ClaimDraft.question(one)))
        .forEach(merges::add);
    return List.copyOf(merges);
  }
}
