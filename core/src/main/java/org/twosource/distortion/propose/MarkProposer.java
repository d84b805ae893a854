package org.twosource.distortion.propose;

import java.util.Map;
import java.util.OptionalInt;
import org.twosource.annotate.EntityType;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.Span;
import org.twosource.text.Language;

/** A word that stands on both sides behind another preposition: "from the port", "to the port". */
final class MarkProposer implements Proposer {

  @Override
  public void propose(Reading reading, Drafts drafts) {
    Side before = reading.before();
    Side after = reading.after();
    Map<String, String> opposites =
        Language.find(after.text().text().language())
            .map(language -> language.map("opposite-prepositions"))
            .orElse(Map.of());
    for (int j = 0; j < after.size(); j++) {
      int i = reading.links().from(j).orElse(-1);
      OptionalInt one = i < 0 ? OptionalInt.empty() : before.grammar().preposition(i);
      OptionalInt two = after.grammar().preposition(j);
      if (one.isEmpty() || two.isEmpty() || !after.isContent(j)) {
        continue;
      }
      String mark = before.normal(one.getAsInt());
      String other = after.normal(two.getAsInt());
      if (mark.equals(other)) {
        continue;
      }
      Span word = after.token(j).span();
      boolean time = !after.text().timexesIn(word).isEmpty();
      boolean place =
          after.text().mentionsIn(word).stream().anyMatch(name -> name.type() == EntityType.PLACE);
      boolean opposite =
          Antonyms.standard().areOpposite(mark, other)
              || other.equals(opposites.get(mark))
              || mark.equals(opposites.get(other));
      Evidence evidence =
          reading
              .evidence()
              .set("mark opposite", opposite)
              .set("mark direction", opposites.containsKey(mark) || opposites.containsKey(other))
              .set("place", place)
              .set("dated", time)
              .set("same head", reading.links().areLinked(before.head(i), after.head(j)))
              .set("letters", reading.links().likenessOf(i, j));
      drafts.add(
          time ? Kind.DATE_CHANGED : place ? Kind.PLACE_CHANGED : Kind.WORDING_CHANGED,
          stretch(before, one.getAsInt(), i),
          stretch(after, two.getAsInt(), j),
          evidence);
    }
  }

  private static Span stretch(Side side, int one, int two) {
    return side.from(Math.min(one, two), Math.max(one, two));
  }
}
