package org.twosource.claim.dispute;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Wording;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Token;

/**
 * What a dispute is about, in words: its kind, and what its first two answers have in common beside
 * what they answer, as the first puts it ("number: people on the jetty").
 */
public final class QuestionWords {
  /** Content words of a question, at most. */
  private static final int MAX_WORDS = 7;

  /** Other words between two of them that are printed too; more are left out. */
  private static final int MAX_BETWEEN = 2;

  private static final String LEFT_OUT = " … ";

  private final ContentWords contentWords;

  public QuestionWords(ContentWords contentWords) {
    this.contentWords = contentWords;
  }

  /**
   * @param wordings of the claim, in the order of its statements
   */
  public String of(Dispute dispute, List<Wording> wordings) {
    String kind = dispute.kind().label();
    Set<String> other = new HashSet<>();
    Wording second = wordings.get(dispute.b().statement());
    for (Token token : second.sentence().tokens()) {
      if (!isAnswer(dispute.b(), second, token) && contentWords.isContent(token)) {
        other.add(contentWords.stem(token.normal()));
      }
    }
    String shared = shared(dispute.a(), wordings.get(dispute.a().statement()), other);
    return shared.isEmpty() ? kind : kind + ": " + shared;
  }

  /** The words of a side's sentence that are shared, with what stands between near ones. */
  private String shared(DisputeSide side, Wording wording, Set<String> other) {
    List<Token> tokens = wording.sentence().tokens();
    Set<String> told = new HashSet<>();
    StringBuilder words = new StringBuilder();
    int last = -1;
    for (int at = 0; at < tokens.size() && told.size() < MAX_WORDS; at++) {
      Token token = tokens.get(at);
      if (isAnswer(side, wording, token)
          || !contentWords.isContent(token)
          || !other.contains(contentWords.stem(token.normal()))
          || !told.add(contentWords.stem(token.normal()))) {
        continue;
      }
      boolean isNear =
          last >= 0
              && at - last - 1 <= MAX_BETWEEN
              && tokens.subList(last, at).stream().noneMatch(one -> isAnswer(side, wording, one));
      if (isNear) {
        int from = tokens.get(last).end();
        words.append(wording.annotated().body(), from, token.end());
      } else {
        words.append(last >= 0 ? LEFT_OUT : "").append(token.text());
      }
      last = at;
    }
    return words.toString().replaceAll("\\s+", " ");
  }

  /** Whether a word is of the answer; one that is a whole statement holds the question too. */
  private static boolean isAnswer(DisputeSide side, Wording wording, Token token) {
    return !side.span().equals(wording.span()) && side.span().overlaps(token.span());
  }
}
