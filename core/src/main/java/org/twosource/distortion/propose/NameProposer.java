package org.twosource.distortion.propose;

import java.util.List;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.lexicon.EditDistance;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;

/** A name of the copy that stands nowhere before, beside the name it may stand for. */
final class NameProposer implements Proposer {
  /** Letters so much alike are one name, spoiled. */
  private static final double SPOILED = .45;

  private static final double HALF = .5;
  private static final double RARITY = 10;
  private static final Set<EntityType> SEATS = Set.of(EntityType.PLACE, EntityType.ORGANIZATION);

  private record Choice(List<Kind> kinds, Span before, ProposalEvidence evidence, double fit) {}

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    List<Mention> open = reading.openNames();
    List<Mention> openAfter = reading.openNamesAfter();
    boolean only = open.size() == 1 && openAfter.size() == 1;
    for (Mention name : openAfter) {
      Choice best = null;
      for (Mention other : reading.names()) {
        boolean isOpen = open.contains(other);
        Choice choice = choice(reading, other, isOpen, name, only);
        boolean fits =
            isOpen && areKin(reading, other, name) || !isOpen && sharesAnEnd(reading, other, name);
        if (fits && (best == null || choice.fit() > best.fit())) {
          best = choice;
        }
      }
      if (best != null) {
        for (Kind kind : best.kinds()) {
          drafts.add(kind, best.before(), name.span(), best.evidence().copy());
        }
      }
    }
    lone(reading, drafts);
  }

  /**
   * One word of a person's name where the sentence before, once it names the person, has another.
   */
  private static void lone(CopiedSentence reading, DraftProposals drafts) {
    for (Mention name : reading.namesAfter()) {
      List<String> its = NameForms.words(reading.after(), name);
      if (its.size() != 1 || name.type() != EntityType.PERSON) {
        continue;
      }
      for (Mention other : reading.names()) {
        List<String> own = NameForms.words(reading.before(), other);
        if (own.size() < 2 || !own.contains(its.getFirst())) {
          continue;
        }
        boolean usual =
            reading.names().stream()
                .map(one -> NameForms.words(reading.before(), one))
                .anyMatch(
                    one -> one.size() == 1 && own.contains(one.getFirst()) && !one.equals(its));
        if (!usual) {
          continue;
        }
        boolean full =
            reading.namesAfter().stream()
                .anyMatch(one -> NameForms.words(reading.after(), one).containsAll(own));
        ProposalEvidence evidence =
            reading
                .evidence()
                .set("surname", true)
                .set("shares first", own.getFirst().equals(its.getFirst()))
                .set("shares last", own.getLast().equals(its.getFirst()))
                .set("after elsewhere", full)
                .set("person", true);
        drafts.add(Kind.NAME_CHANGED, other.span(), name.span(), evidence);
        drafts.add(Kind.NAME_GARBLED, other.span(), name.span(), evidence.copy());
      }
    }
  }

  private static boolean sharesAnEnd(CopiedSentence reading, Mention one, Mention two) {
    List<String> own = NameForms.words(reading.before(), one);
    List<String> its = NameForms.words(reading.after(), two);
    return !own.isEmpty()
        && !its.isEmpty()
        && (own.getFirst().equals(its.getFirst()) || own.getLast().equals(its.getLast()));
  }

  private static Choice choice(
      CopiedSentence reading, Mention one, boolean isOpen, Mention two, boolean only) {
    Side before = reading.before();
    Side after = reading.after();
    List<String> own = NameForms.words(before, one);
    List<String> its = NameForms.words(after, two);
    boolean words = !own.isEmpty() && !its.isEmpty();
    boolean last = words && own.getLast().equals(its.getLast());
    boolean first = words && own.getFirst().equals(its.getFirst());
    double letters = EditDistance.similarity(String.join("", own), String.join("", its));
    List<Integer> from = before.in(one.span());
    List<Integer> to = after.in(two.span());
    boolean place = reading.isInPlace(from, to);
    boolean head = reading.haveSameHead(from, to);
    String relation = CopiedSentence.relation(before, from);
    boolean same = relation.equals(CopiedSentence.relation(after, to));
    boolean entity = one.entity().equals(two.entity());
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("letters", letters)
            .set("in place", place)
            .set("same head", head)
            .set("same relation", same)
            .set("same entity", entity)
            .set("shares last", last)
            .set("shares first", first)
            .set("sureness", Math.min(one.confidence(), two.confidence()))
            .set("person", one.type() == EntityType.PERSON)
            .set("body", one.type() == EntityType.ORGANIZATION)
            .set("place", one.type() == EntityType.PLACE)
            .set("subject", relation.startsWith("nsubj"))
            .set("only one", only)
            .set("before elsewhere", !isOpen)
            .set(
                "rarity",
                to.stream()
                        .mapToDouble(j -> WordRarity.standard().of(after.normal(j)))
                        .min()
                        .orElse(0)
                    / RARITY);
    double fit = (isOpen ? 1 : 0) + letters + (place ? 1 : 0) + (head ? 1 : 0) + (same ? HALF : 0);
    boolean spoiled = entity || letters >= SPOILED && letters < 1;
    Kind other = one.type() == EntityType.PLACE ? Kind.PLACE_CHANGED : Kind.NAME_CHANGED;
    List<Kind> kinds =
        spoiled || last || first ? List.of(Kind.NAME_GARBLED, other) : List.of(other);
    return new Choice(kinds, one.span(), evidence, fit);
  }

  /**
   * A place stands for its government, and what could not be told apart may be anything; but the
   * town of "the Leipzig brewery" does not stand where the brewery's own name stood.
   */
  private static boolean areKin(CopiedSentence reading, Mention before, Mention after) {
    EntityType one = before.type();
    EntityType two = after.type();
    boolean alike =
        reading.before().saysWhich(before.span()) == reading.after().saysWhich(after.span());
    return one == two
        || alike
            && (one == EntityType.OTHER
                || two == EntityType.OTHER
                || SEATS.contains(one) && SEATS.contains(two));
  }
}
