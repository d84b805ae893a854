package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.annotate.Certainty;
import org.twosource.claim.Dispute;
import org.twosource.claim.Informant;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;

/**
 * What something is said to be, where parties or reports differ: one noun, two characterisations
 * with no word and no sense in common, held by two parties, at least one of them set against other
 * views; or an open charge and a party that insists on something else.
 */
public final class MeaningDispute {
  private static final int MAX_DISPUTES = 4;

  private final Synonyms synonyms;

  public MeaningDispute(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /** One question a subject that is disputed, in order of the subjects. */
  public List<Question> find(List<Characterisation> all) {
    Map<String, List<Characterisation>> bySubject = new TreeMap<>();
    all.forEach(one -> bySubject.computeIfAbsent(one.subject(), any -> new ArrayList<>()).add(one));
    List<Question> found = new ArrayList<>();
    bySubject.values().forEach(views -> contested(views).ifPresent(found::add));
    return found;
  }

  private Optional<Question> contested(List<Characterisation> views) {
    List<Dispute> disputes = new ArrayList<>();
    Set<Integer> sides = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        Characterisation a = views.get(i);
        Characterisation b = views.get(j);
        if (!differ(a, b)) {
          continue;
        }
        sides.add(i);
        sides.add(j);
        if (disputes.size() < MAX_DISPUTES && seen.add(key(a) + " / " + key(b))) {
          boolean parties =
              a.by().isPresent() && b.by().isPresent()
                  || a.wording().report() == b.wording().report();
          disputes.add(
              DisputedPair.open(Dispute.Kind.MEANING, said(a), said(b))
                  .between(parties ? Dispute.Between.PARTIES : Dispute.Between.REPORTS, i, j));
        }
      }
    }
    if (disputes.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> kept = sides.stream().sorted().toList();
    return Optional.of(
        new Question(
            kept.stream().map(at -> wording(views.get(at))).toList(),
            disputes.stream().map(dispute -> dispute.moved(kept::indexOf)).toList()));
  }

  private static ProposedSide said(Characterisation view) {
    return new ProposedSide(view.wording(), view.span(), String.join(" ", view.words()), false);
  }

  private static String key(Characterisation view) {
    return view.by().map(Informant::key).orElse("") + ":" + view.words();
  }

  private boolean differ(Characterisation a, Characterisation b) {
    boolean parties = a.by().isPresent() && b.by().isPresent();
    boolean opposed =
        parties
            ? !a.by().get().key().equals(b.by().get().key()) && (isSetApart(a) || isSetApart(b))
            : a.by().isPresent() && a.firmness() == Characterisation.Firmness.INSISTED
                || b.by().isPresent() && b.firmness() == Characterisation.Firmness.INSISTED;
    boolean told =
        a.wording().report() == b.wording().report()
            || !a.wording().family().equals(b.wording().family());
    return opposed && told && a.words().stream().noneMatch(word -> isLike(word, b.words()));
  }

  private static boolean isSetApart(Characterisation view) {
    return view.firmness() != Characterisation.Firmness.STATED;
  }

  private boolean isLike(String word, Set<String> others) {
    return others.stream()
        .anyMatch(
            other ->
                word.equals(other) || synonyms.share(WordForm.stem(word), WordForm.stem(other)));
  }

  private static Wording wording(Characterisation view) {
    Wording whole = view.wording();
    Certainty certainty =
        view.by().isPresent() && whole.certainty() == Certainty.ASSERTED
            ? Certainty.ATTRIBUTED
            : view.by().isEmpty() ? Certainty.ALLEGED : whole.certainty();
    return whole.cutTo(view.span(), view.by(), certainty);
  }
}
