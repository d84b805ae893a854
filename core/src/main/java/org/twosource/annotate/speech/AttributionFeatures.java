package org.twosource.annotate.speech;

import java.util.Arrays;
import java.util.List;
import org.twosource.encode.TokenFeatures;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * What the attribution tagger sees of a token besides the encoder's states: {@link TokenFeatures},
 * and where it stands to quotation marks, its sentence and its paragraph.
 */
public final class AttributionFeatures {
  private final Text text;
  private final List<Quote> quoted;

  public AttributionFeatures(Text text) {
    this(text, text.quotes().outer());
  }

  AttributionFeatures(Text text, List<Quote> quoted) {
    this.text = text;
    this.quoted = quoted;
  }

  /** The features of each token of one sentence. */
  public int[][] of(int sentence) {
    Sentence here = text.sentences().get(sentence);
    List<Token> tokens = here.tokens();
    int[][] features = TokenFeatures.of(tokens.stream().map(Token::text).toList());
    int paragraph = placeInParagraph(sentence);
    int quotes = quotesIn(here);
    for (int i = 0; i < features.length; i++) {
      int own = features[i].length;
      int[] more = Arrays.copyOf(features[i], own + 5);
      int state = state(tokens.get(i));
      more[own] = TokenFeatures.own(state);
      more[own + 1] = TokenFeatures.own(16 + Math.min(i, 3) * 4 + paragraph);
      more[own + 2] = TokenFeatures.own(32 + Math.min(features.length - 1 - i, 3));
      more[own + 3] = TokenFeatures.own(36 + quotes * 2 + (state > 0 ? 1 : 0));
      more[own + 4] = TokenFeatures.own(44 + neighbours(tokens, i));
      features[i] = more;
    }
    return features;
  }

  /**
   * 0 outside; 1 to 3 an opening, inner, closing place of a short quotation, 4 to 6 of a long one.
   */
  private int state(Token token) {
    for (Quote one : at(token.span())) {
      int size = one.inside().length() < 40 ? 0 : 3;
      if (token.start() < one.inside().start()) {
        return 1 + size;
      }
      if (token.end() > one.inside().end()) {
        return 3 + size;
      }
      return 2 + size + (one.continues() ? 7 : 0);
    }
    return 0;
  }

  private List<Quote> at(Span span) {
    int low = 0;
    int high = quoted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quoted.get(middle).whole().end() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < quoted.size() && quoted.get(low).whole().overlaps(span)
        ? List.of(quoted.get(low))
        : List.of();
  }

  /** 0 alone, 1 first, 2 within, 3 last. */
  private int placeInParagraph(int sentence) {
    int paragraph = text.sentences().get(sentence).paragraph();
    boolean first = sentence == 0 || text.sentences().get(sentence - 1).paragraph() != paragraph;
    boolean last =
        sentence + 1 == text.sentences().size()
            || text.sentences().get(sentence + 1).paragraph() != paragraph;
    if (first) {
      return last ? 0 : 1;
    }
    return last ? 3 : 2;
  }

  /** 0 no quotation in the sentence, 1 part of it is quoted, 2 all of it. */
  private int quotesIn(Sentence sentence) {
    List<Quote> here = at(sentence.span());
    if (here.isEmpty()) {
      return 0;
    }
    Span whole = here.getFirst().whole();
    return whole.start() <= sentence.start() && whole.end() >= sentence.end() ? 2 : 1;
  }

  /** Whether the tokens before and after are quoted, and marks. */
  private int neighbours(List<Token> tokens, int index) {
    int before = index == 0 ? 2 : state(tokens.get(index - 1)) > 0 ? 1 : 0;
    int after = index + 1 == tokens.size() ? 2 : state(tokens.get(index + 1)) > 0 ? 1 : 0;
    return before * 3 + after;
  }
}
