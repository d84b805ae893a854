package org.twosource.distortion.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/** A party that has another part in a deed, or whose part another one has. */
final class PartyProposer implements Proposer {

  /** Verbs so much alike are one deed, whatever the words. */
  private static final double SAME_DEED = .7;

  private static final double SAME_VERB = .95;

  private enum Role {
    DOER,
    RECEIVER,
    OTHER
  }

  /**
   * A part in a deed.
   *
   * @param mark the preposition of another part, else empty
   * @param at the word that names the party
   */
  private record DeedPart(int deed, Role role, String mark, int at) {
    boolean isSameAs(DeedPart other) {
      return role == other.role && mark.equals(other.mark);
    }
  }

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    List<DeedPart> before = parts(reading.before());
    List<DeedPart> after = parts(reading.after());
    for (DeedPart one : before) {
      for (DeedPart two : after) {
        boolean party = areOneParty(reading, one.at(), two.at());
        boolean deed = reading.links().areLinked(one.deed(), two.deed());
        if (party && !one.isSameAs(two)) {
          otherPart(reading, drafts, one, two, before, after);
        } else if (deed && !party && one.isSameAs(two)) {
          otherParty(reading, drafts, one, two);
        }
      }
    }
  }

  private static void otherPart(
      CopiedSentence reading,
      DraftProposals drafts,
      DeedPart one,
      DeedPart two,
      List<DeedPart> before,
      List<DeedPart> after) {
    WordLinks links = reading.links();
    List<DeedPart> instead =
        after.stream()
            .filter(part -> part.deed() == two.deed() && part.at() != two.at())
            .filter(one::isSameAs)
            .toList();
    boolean exchanged =
        instead.stream()
            .anyMatch(
                part ->
                    before.stream()
                        .anyMatch(
                            old -> areOneParty(reading, old.at(), part.at()) && old.isSameAs(two)));
    List<DeedPart> others =
        links.areLinked(one.deed(), two.deed()) && isDoer(one) != isDoer(two)
            ? exchangedWith(reading, one, two, before, after)
            : List.of();
    if (!exchanged && !links.areLinked(one.deed(), two.deed())) {
      return;
    }
    boolean moved =
        isDoer(one) != isDoer(two)
            && links.areLinked(one.deed(), two.deed())
            && one.role() != Role.OTHER
            && two.role() != Role.OTHER;
    Grammar grammar = reading.before().grammar();
    ProposalEvidence evidence =
        roles(reading, one, two)
            .set("exchanged", exchanged)
            .set("exchanged both", !others.isEmpty())
            .set(
                "exchanged core",
                moved
                    && links.likenessOf(one.deed(), two.deed()) >= SAME_DEED
                    && others.stream().anyMatch(part -> part.role() != Role.OTHER))
            .set("turned", moved)
            .set(
                "turned same",
                moved
                    && links.likenessOf(one.deed(), two.deed()) >= SAME_VERB
                    && isVerb(reading.before(), one)
                    && isVerb(reading.after(), two))
            .set("other party", !instead.isEmpty())
            .set("verb", isVerb(reading.before(), one) && isVerb(reading.after(), two))
            .set(
                "voice changed",
                grammar.voice(one.deed()) != reading.after().grammar().voice(two.deed()))
            .set("letters", links.likenessOf(one.at(), two.at()))
            .set("named", reading.before().pos(one.at()).equals("PROPN"));
    drafts.add(
        Kind.ACTOR_SWAPPED,
        stretch(reading.before(), one),
        stretch(reading.after(), two),
        evidence);
  }

  private static void otherParty(
      CopiedSentence reading, DraftProposals drafts, DeedPart one, DeedPart two) {
    WordLinks links = reading.links();
    ProposalEvidence evidence =
        roles(reading, one, two)
            .set("before elsewhere", links.to(one.at()).isPresent())
            .set("after elsewhere", links.from(two.at()).isPresent())
            .set("same head", true)
            .set("best before", links.bestOf(one.at()))
            .set("best after", links.bestTo(two.at()))
            .set(
                "named",
                reading.before().pos(one.at()).equals("PROPN")
                    && reading.after().pos(two.at()).equals("PROPN"))
            .set("verb", isVerb(reading.before(), one));
    drafts.add(
        Kind.ACTOR_SWAPPED,
        reading.before().token(one.at()).span(),
        reading.after().token(two.at()).span(),
        evidence);
  }

  /** The other parts of the deed in the copy whose parties had this one's part before. */
  private static List<DeedPart> exchangedWith(
      CopiedSentence reading,
      DeedPart one,
      DeedPart two,
      List<DeedPart> before,
      List<DeedPart> after) {
    return after.stream()
        .filter(part -> part.deed() == two.deed() && part.at() != two.at())
        .filter(part -> isDoer(part) == isDoer(one))
        .filter(
            part ->
                before.stream()
                    .filter(old -> old.deed() == one.deed() && old.at() != one.at())
                    .filter(old -> isDoer(old) == isDoer(two))
                    .anyMatch(old -> areOneParty(reading, old.at(), part.at())))
        .toList();
  }

  private static boolean isDoer(DeedPart part) {
    return part.role() == Role.DOER;
  }

  /** Whether words that name parties, or what is said beside them, stand for each other. */
  private static boolean areOneParty(CopiedSentence reading, int i, int j) {
    WordLinks links = reading.links();
    if (links.areLinked(i, j)) {
      return true;
    }
    List<Integer> own = named(reading.before(), i);
    List<Integer> its = named(reading.after(), j);
    return own.stream().anyMatch(a -> its.stream().anyMatch(b -> links.areLinked(a, b)));
  }

  /** The word and the names that hang on it: "the bank, Harlow Credit", "minister Vane". */
  private static List<Integer> named(Side side, int at) {
    List<Integer> words = new ArrayList<>(List.of(at));
    side.grammar()
        .dependents(at, "appos|flat.*|compound")
        .filter(word -> side.pos(word).equals("PROPN") || side.relation(word).equals("appos"))
        .forEach(words::add);
    return words;
  }

  private static ProposalEvidence roles(CopiedSentence reading, DeedPart one, DeedPart two) {
    return reading
        .evidence()
        .set("verb likeness", reading.links().likenessOf(one.deed(), two.deed()))
        .set("doer before", one.role() == Role.DOER)
        .set("doer after", two.role() == Role.DOER)
        .set("receiver before", one.role() == Role.RECEIVER)
        .set("receiver after", two.role() == Role.RECEIVER);
  }

  private static boolean isVerb(Side side, DeedPart part) {
    return side.pos(part.deed()).equals("VERB");
  }

  private static Span stretch(Side side, DeedPart part) {
    return side.from(Math.min(part.deed(), part.at()), Math.max(part.deed(), part.at()));
  }

  private static List<DeedPart> parts(Side side) {
    Set<String> agents = DistortionWords.of(side.text()).agentMarks();
    List<DeedPart> parts = new ArrayList<>();
    for (int at = 0; at < side.size(); at++) {
      int deed = side.head(at);
      boolean party = side.pos(at).matches("NOUN|PROPN|NUM");
      if (!party || deed < 0 || !side.pos(deed).matches("VERB|NOUN")) {
        continue;
      }
      String relation = side.relation(at);
      String mark =
          side.grammar().preposition(at).stream().mapToObj(side::normal).findFirst().orElse("");
      boolean passive = side.grammar().voice(deed) == Grammar.Voice.PASSIVE;
      if (relation.startsWith("nsubj")) {
        parts.add(new DeedPart(deed, passive ? Role.RECEIVER : Role.DOER, "", at));
      } else if (relation.equals("obj")) {
        parts.add(new DeedPart(deed, Role.RECEIVER, "", at));
      } else if (relation.equals("nmod:poss") || isOblique(relation) && agents.contains(mark)) {
        parts.add(new DeedPart(deed, Role.DOER, "", at));
      } else if (relation.equals("iobj") || isOblique(relation)) {
        parts.add(new DeedPart(deed, Role.OTHER, mark, at));
      }
    }
    return parts;
  }

  private static boolean isOblique(String relation) {
    return relation.startsWith("obl") || relation.startsWith("nmod");
  }
}
