package org.twosource.text;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The tokens of a sentence, and the hashes of its words side by side: who looks for word sequences
 * in millions of reports reads these alone. Immutable.
 */
final class TokenList extends AbstractList<Token> implements RandomAccess {
  private final Token[] tokens;
  private final int[] hashes;

  private TokenList(Token[] tokens) {
    this.tokens = tokens;
    int[] own = new int[tokens.length];
    int count = 0;
    for (Token token : tokens) {
      if (token.isWord()) {
        own[count++] = token.word().hashCode();
      }
    }
    hashes = count == own.length ? own : Arrays.copyOf(own, count);
  }

  static TokenList of(List<Token> tokens) {
    return tokens instanceof TokenList list
        ? list
        : new TokenList(List.copyOf(tokens).toArray(new Token[0]));
  }

  @Override
  public Token get(int index) {
    return tokens[index];
  }

  @Override
  public int size() {
    return tokens.length;
  }

  int[] hashes() {
    return hashes;
  }
}
