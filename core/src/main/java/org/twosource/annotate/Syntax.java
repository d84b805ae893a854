package org.twosource.annotate;

import java.util.List;

/**
 * The grammar of one sentence in Universal Dependencies terms; the lists run along {@code
 * Sentence.tokens()}.
 *
 * @param pos UPOS tags
 * @param heads index of the governing token in the sentence, -1 for the root
 * @param relations UD relation to the head
 */
public record Syntax(List<String> pos, List<Integer> heads, List<String> relations) {
  public Syntax {
    pos = List.copyOf(pos);
    heads = List.copyOf(heads);
    relations = List.copyOf(relations);
    if (pos.size() != heads.size() || heads.size() != relations.size()) {
      throw new IllegalArgumentException(
          "syntax lists differ: " + pos.size() + ", " + heads.size() + ", " + relations.size());
    }
  }
}
