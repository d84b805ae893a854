package org.twosource.distortion.propose;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Cue;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.lexicon.Antonyms;
import org.twosource.lexicon.EditDistance;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;

/** A word of the copy that nothing before stands for, beside the word whose place it has. */
final class WordProposer implements Proposer {
  /** Words so much alike stand for each other. */
  private static final double ALIKE = .85;

  private static final double LIKENESS_WORTH = .3;
  private static final int BEFORE_PLACE = 5;
  private static final int BEHIND_PLACE = 3;
  private static final Set<String> MARKS = Set.of("ADP", "SCONJ");
  private static final Set<String> PLACING = Set.of("ADP", "ADV", "NOUN", "ADJ");
  private static final Set<String> TURNING = Set.of("VERB", "ADJ");

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    for (int j = 0; j < reading.after().size(); j++) {
      if (isPlain(reading.after(), j) && !isKnown(reading.links(), j)) {
        best(reading, drafts, j);
      }
    }
  }

  private static boolean isKnown(WordLinks links, int j) {
    return links.from(j).isPresent() && links.likenessOf(links.from(j).getAsInt(), j) > ALIKE;
  }

  private static boolean isKept(WordLinks links, int i) {
    return links.to(i).isPresent() && links.likenessOf(i, links.to(i).getAsInt()) > ALIKE;
  }

  private static void best(CopiedSentence reading, DraftProposals drafts, int j) {
    Side before = reading.before();
    Side after = reading.after();
    WordLinks links = reading.links();
    ProposalEvidence best = reading.evidence();
    int other = -1;
    double bestFit = -1;
    boolean isOpposite = false;
    for (int i = 0; i < before.size(); i++) {
      if (!isPlain(before, i) || isKept(links, i)) {
        continue;
      }
      boolean opposite = Antonyms.standard().areOpposite(before.normal(i), after.normal(j));
      boolean place = reading.isInPlace(List.of(i), List.of(j));
      boolean head = links.areLinked(before.head(i), after.head(j));
      double arguments = reading.arguments(i, j);
      boolean meets = place || head || arguments > 0 || links.areLinked(i, j);
      boolean alike = before.pos(i).equals(after.pos(j)) && after.isContent(j);
      double fit =
          (opposite ? 2 : 0)
              + (place ? 1 : 0)
              + (head ? 1 : 0)
              + arguments
              + LIKENESS_WORTH * links.likenessOf(i, j);
      if ((opposite || meets && alike) && fit > bestFit) {
        bestFit = fit;
        other = i;
        isOpposite = opposite;
        best =
            evidence(reading, i, j)
                .set("opposite", opposite)
                .set("in place", place)
                .set("same head", head)
                .set("arguments", arguments);
      }
    }
    if (other < 0) {
      return;
    }
    add(drafts, reading, Kind.WORDING_CHANGED, other, j, best);
    if (PLACING.contains(after.pos(j)) && isByPlace(after, j)) {
      add(drafts, reading, Kind.PLACE_CHANGED, other, j, best.copy());
    }
    if (isOpposite && TURNING.contains(after.pos(j))) {
      add(drafts, reading, Kind.NEGATION_CHANGED, other, j, best.copy());
    }
  }

  private static void add(
      DraftProposals drafts,
      CopiedSentence reading,
      Kind kind,
      int i,
      int j,
      ProposalEvidence evidence) {
    drafts.add(kind, reading.before().token(i).span(), reading.after().token(j).span(), evidence);
  }

  private static ProposalEvidence evidence(CopiedSentence reading, int i, int j) {
    Side before = reading.before();
    Side after = reading.after();
    WordLinks links = reading.links();
    return reading
        .evidence()
        .set(
            "synonym",
            Synonyms.standard()
                .share(WordForm.stem(before.normal(i)), WordForm.stem(after.normal(j))))
        .set("same relation", before.relation(i).equals(after.relation(j)))
        .set("verb", after.pos(j).equals("VERB"))
        .set("noun", after.pos(j).equals("NOUN"))
        .set("adjective", after.pos(j).equals("ADJ"))
        .set("adverb", after.pos(j).equals("ADV"))
        .set("best before", links.bestOf(i))
        .set("best after", links.bestTo(j))
        .set("letters", EditDistance.similarity(before.normal(i), after.normal(j)))
        .set("negation", isNegated(before, i) != isNegated(after, j))
        .set(
            "more cues before",
            CopiedSentence.cuesOver(before, i).size() - CopiedSentence.cuesOver(after, j).size());
  }

  private static boolean isNegated(Side side, int i) {
    return side.isUnder(i, Set.of(Cue.Kind.NEGATION));
  }

  private static boolean isByPlace(Side side, int j) {
    return IntStream.range(Math.max(0, j - BEHIND_PLACE), Math.min(side.size(), j + BEFORE_PLACE))
        .anyMatch(
            k ->
                side.text().mentionsIn(side.token(k).span()).stream()
                    .anyMatch(name -> name.type() == EntityType.PLACE));
  }

  /** A word with a meaning, or a preposition, that is no name and no time. */
  private static boolean isPlain(Side side, int i) {
    return (side.isContent(i) || MARKS.contains(side.pos(i)))
        && !side.pos(i).equals("PROPN")
        && Character.isLetter(side.normal(i).codePointAt(0))
        && side.text().mentionsIn(side.token(i).span()).stream().noneMatch(Mention::isName)
        && side.text().timexesIn(side.token(i).span()).isEmpty();
  }
}
