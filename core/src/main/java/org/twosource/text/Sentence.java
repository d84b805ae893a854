package org.twosource.text;

import java.util.List;
import org.twosource.report.Span;

/**
 * One sentence, or a fragment that stands like one (a caption without a full stop).
 *
 * @param index position among {@link Text#sentences()}
 * @param span offsets into the report's body, without surrounding white space
 * @param part the role of the part it stands in
 * @param paragraph number of the paragraph it stands in, from 0
 * @param broken whether bad copying seems to have cut it ("war. from Russia"); kept as it stands
 * @param tokens in order, inside {@code span}
 */
public record Sentence(
    int index, Span span, Part.Kind part, int paragraph, boolean broken, List<Token> tokens) {
  public Sentence {
    tokens = TokenList.of(tokens);
  }

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }

  /**
   * The hash of the normal form of every word ({@link Word#hashCode}), in order; marks are left
   * out. The array is shared: do not write to it.
   */
  public int[] wordHashes() {
    return TokenList.of(tokens).hashes();
  }
}
