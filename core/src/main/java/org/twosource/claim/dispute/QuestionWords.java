package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Wording;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Token;

/**
 * What a dispute is about, in words: its kind, and what its first two answers have in common beside
 * what they answer ("number: people, jetty").
 */
public final class QuestionWords {
  private static final int MAX_WORDS = 5;

  private final ContentWords contentWords;

  public QuestionWords(ContentWords contentWords) {
    this.contentWords = contentWords;
  }

  /**
   * @param wordings of the claim, in the order of its statements
   */
  public String of(Dispute dispute, List<Wording> wordings) {
    Map<String, String> first = words(dispute.a(), wordings);
    Map<String, String> second = words(dispute.b(), wordings);
    List<String> shared = new ArrayList<>();
    first.forEach(
        (stem, word) -> {
          if (second.containsKey(stem) && shared.size() < MAX_WORDS) {
            shared.add(word);
          }
        });
    String kind = dispute.kind().label();
    return shared.isEmpty() ? kind : kind + ": " + String.join(", ", shared);
  }

  /** The content words of a side's sentence by their stems, its answer left out. */
  private Map<String, String> words(DisputeSide side, List<Wording> wordings) {
    Wording wording = wordings.get(side.statement());
    boolean part = !side.span().equals(wording.span());
    Map<String, String> words = new LinkedHashMap<>();
    for (Token token : wording.sentence().tokens()) {
      boolean answer = part && side.span().overlaps(token.span());
      if (!answer && contentWords.isContent(token)) {
        words.putIfAbsent(contentWords.stem(token.normal()), token.text());
      }
    }
    return words;
  }
}
