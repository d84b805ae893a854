package org.twosource.annotate.names;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;

/**
 * Tells a capital that stands for its government from the town: "Beijing insisted" is the
 * government of China, "in Beijing" the town. A name of a capital, or of a seat like the Kremlin,
 * is a government when it is the subject of a verb of saying or deciding, when it has what only
 * governments have ("Beijing's anger"), or when it stands between two such ("between Washington and
 * Beijing").
 */
final class Metonyms {
  private Metonyms() {}

  static void read(
      List<NameMention> mentions,
      Gazetteer gazetteer,
      NameWords lists,
      Function<Gazetteer.Entry, Referent> referents) {
    for (NameMention mention : mentions) {
      if (mention.type != EntityType.PLACE) {
        continue;
      }
      Optional<Gazetteer.Entry> government =
          mention.senses.stream()
              .map(Gazetteer.Sense::entry)
              .filter(Gazetteer.Entry::seat)
              .findFirst()
              .flatMap(Gazetteer.Entry::state)
              .flatMap(gazetteer::state);
      if (government.isPresent() && acts(mention, lists)) {
        mention.type = EntityType.ORGANIZATION;
        mention.kind = Mention.Form.METONYM;
        mention.resolve(referents.apply(government.get()), 0.85);
      }
    }
  }

  static boolean acts(NameMention mention, NameWords lists) {
    String before = mention.before(1).equals("the") ? mention.before(2) : mention.before(1);
    String next = mention.after(1);
    if (next.equals("'s") || next.equals("'")) {
      return hasWhatGovernmentsHave(mention, lists);
    }
    boolean between =
        before.equals("between") && next.equals("and")
            || before.equals("and") && mention.before(3).equals("between");
    if (between) {
      return true;
    }
    if (lists.placePrepositions().contains(before)
        && !before.equals("from")
        && !before.equals("to")) {
      return false;
    }
    return isSubject(mention, before, lists);
  }

  private static boolean hasWhatGovernmentsHave(NameMention mention, NameWords lists) {
    for (int distance = 2; distance <= 4; distance++) {
      if (lists.actingNouns().contains(mention.after(distance))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb of saying or deciding follows, with auxiliaries and adverbs between. */
  private static boolean isSubject(NameMention mention, String before, NameWords lists) {
    if (lists.placePrepositions().contains(before) || before.equals("of")) {
      return false;
    }
    for (int distance = 1; distance <= 4; distance++) {
      int at = mention.to + distance - 1;
      if (at >= mention.words.size() || !mention.words.get(at).follows()) {
        return false;
      }
      String word = mention.after(distance);
      boolean verb =
          NameWords.isFormOf(lists.actingVerbs(), word)
              || NameWords.isFormOf(lists.speechVerbs(), word);
      if (verb && !isAuxiliary(word)) {
        return true;
      }
      if (!isAuxiliary(word)
          && !word.endsWith("ly")
          && !word.equals("not")
          && !word.equals("also")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isAuxiliary(String word) {
    return switch (word) {
      case "has",
          "have",
          "had",
          "is",
          "was",
          "will",
          "would",
          "could",
          "may",
          "might",
          "should",
          "must",
          "can",
          "did",
          "does",
          "be",
          "been",
          "never",
          "now",
          "still" ->
          true;
      default -> false;
    };
  }
}
