package org.twosource.distortion.propose;

import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;

/**
 * A name of the copy where another name of its type stood: subject of the same deed, holder of the
 * same office, in the same place. Both may stand on both sides; but what is only where something is
 * or one of several ("Norway, Peru and Chile") has no part that another could have taken.
 */
final class SlotProposer implements Proposer {
  private static final String BESIDE = "appos|compound|flat|nmod|nmod:poss";

  /**
   * Where a name stands.
   *
   * @param anchor the word it hangs on, or that hangs on it
   * @param relation how, with the voice of a deed and the preposition
   */
  private record NameSlot(Mention name, List<Integer> words, int anchor, String relation) {}

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    List<NameSlot> before = slots(reading.before(), reading.names());
    for (NameSlot two : slots(reading.after(), reading.namesAfter())) {
      for (NameSlot one : before) {
        if (reading.links().areLinked(one.anchor(), two.anchor())
            && one.relation().equals(two.relation())
            && areKin(one.name(), two.name())
            && !isSame(reading, one.name(), two.name())) {
          add(reading, drafts, one, two, before);
        }
      }
    }
  }

  private static void add(
      CopiedSentence reading,
      DraftProposals drafts,
      NameSlot one,
      NameSlot two,
      List<NameSlot> slotsBefore) {
    boolean standsBefore =
        reading.names().stream().anyMatch(name -> isSame(reading, name, two.name()));
    boolean standsAfter =
        reading.namesAfter().stream().anyMatch(name -> isSame(reading, one.name(), name));
    boolean together =
        slotsBefore.stream()
            .anyMatch(
                other ->
                    other.anchor() == one.anchor() && isSame(reading, other.name(), two.name()));
    boolean place = one.name().type() == EntityType.PLACE;
    boolean deed = reading.before().pos(one.anchor()).equals("VERB");
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("slot", true)
            .set("same head", true)
            .set("same relation", true)
            .set("verb", deed)
            .set("verb likeness", reading.links().likenessOf(one.anchor(), two.anchor()))
            .set("before elsewhere", standsAfter)
            .set("after elsewhere", standsBefore)
            .set("other party", together)
            .set("person", one.name().type() == EntityType.PERSON)
            .set("body", one.name().type() == EntityType.ORGANIZATION)
            .set("place", place)
            .set("subject", one.relation().startsWith("nsubj"))
            .set("sureness", Math.min(one.name().confidence(), two.name().confidence()));
    drafts.add(
        place ? Kind.PLACE_CHANGED : Kind.NAME_CHANGED,
        one.name().span(),
        two.name().span(),
        evidence);
    boolean part = deed || one.relation().matches("(is|beside) .*");
    if (standsBefore && part) {
      drafts.add(Kind.ACTOR_SWAPPED, one.name().span(), two.name().span(), evidence.copy());
    }
  }

  private static boolean areKin(Mention one, Mention two) {
    return one.type() == two.type();
  }

  private static boolean isSame(CopiedSentence reading, Mention one, Mention two) {
    return one.entity().equals(two.entity())
        || NameForms.stands(reading.before(), one, reading.after(), List.of(two))
            && NameForms.words(reading.before(), one).stream()
                .anyMatch(NameForms.words(reading.after(), two)::contains);
  }

  private static List<NameSlot> slots(Side side, List<Mention> names) {
    List<NameSlot> slots = new ArrayList<>();
    Grammar grammar = side.grammar();
    for (Mention name : names) {
      List<Integer> words = side.in(name.span());
      int top =
          words.stream().filter(at -> !words.contains(side.head(at))).findFirst().orElseThrow();
      int head = side.head(top);
      String relation = side.relation(top);
      if (head >= 0 && !relation.matches(BESIDE)) {
        String voice = side.pos(head).equals("VERB") ? " " + grammar.voice(head) : "";
        slots.add(new NameSlot(name, words, head, relation + voice + " " + mark(side, top)));
      } else if (head >= 0 && !words.contains(head)) {
        slots.add(new NameSlot(name, words, head, kindOf(relation) + " " + mark(side, top)));
        governed(side, name, words, head).forEach(slots::add);
      }
      grammar
          .dependents(top)
          .filter(at -> !words.contains(at) && side.pos(at).equals("NOUN"))
          .filter(at -> side.relation(at).matches(BESIDE))
          .forEach(at -> slots.add(new NameSlot(name, words, at, kindOf(side.relation(at)) + " ")));
    }
    return slots;
  }

  /** What the noun does that a name is beside: "minister Vane said". */
  private static List<NameSlot> governed(Side side, Mention name, List<Integer> words, int noun) {
    int head = side.head(noun);
    boolean role = side.relation(words.getFirst()).matches("appos|compound|flat");
    if (head < 0 || !role || !side.pos(head).equals("VERB")) {
      return List.of();
    }
    String voice = " " + side.grammar().voice(head);
    return List.of(
        new NameSlot(name, words, head, side.relation(noun) + voice + " " + mark(side, noun)));
  }

  /** An apposition says who somebody is; another noun's name says whose or where it is. */
  private static String kindOf(String relation) {
    return relation.matches("appos|flat") ? "is" : relation.startsWith("nmod") ? "of" : "beside";
  }

  private static String mark(Side side, int word) {
    return side.grammar().preposition(word).stream().mapToObj(side::normal).findFirst().orElse("");
  }
}
