package org.twosource.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.reuse.ContentWords;

/**
 * What one party says there is and another says there is not: "there are no talks, she said"
 * against "the bank is in talks, insiders say". Only between parties, never between a text and its
 * copy.
 */
final class DenialQuestions {
  private static final int MAX_SIDES = 3;
  private static final Pattern NONE =
      Pattern.compile(
          "\\bthere (?:is|are|was|were|had been|has been|have been) no (\\p{L}{4,})\\b",
          Pattern.CASE_INSENSITIVE);

  private final ContentWords contentWords;

  DenialQuestions(ContentWords contentWords) {
    this.contentWords = contentWords;
  }

  List<Contested> find(List<Wording> wordings) {
    List<Contested> found = new ArrayList<>();
    for (Wording denial : wordings) {
      Matcher none = NONE.matcher(denial.text());
      if (denial.informant().isEmpty() || !none.find()) {
        continue;
      }
      String noun = contentWords.stem(none.group(1).toLowerCase(java.util.Locale.ROOT));
      List<Wording> sides =
          wordings.stream()
              .filter(other -> other.words().contains(noun) && !other.negated())
              .filter(other -> other.sentence() != denial.sentence())
              .filter(other -> Disputes.areParties(denial, other))
              .filter(other -> !Disputes.isCopy(denial, other))
              .filter(other -> !NONE.matcher(other.text()).find())
              .limit(MAX_SIDES)
              .toList();
      if (!sides.isEmpty()) {
        List<Wording> all = new ArrayList<>(sides);
        all.add(denial);
        all.sort(java.util.Comparator.comparingInt(Wording::at));
        Wording side = sides.getFirst();
        found.add(
            new Contested(
                all,
                List.of(
                    new Dispute(
                        Dispute.Kind.NEGATION,
                        Dispute.Between.PARTIES,
                        Dispute.Resolution.OPEN,
                        all.indexOf(side),
                        all.indexOf(denial),
                        Disputes.shorten(side.text()) + " / " + Disputes.shorten(denial.text())))));
      }
    }
    return found;
  }
}
