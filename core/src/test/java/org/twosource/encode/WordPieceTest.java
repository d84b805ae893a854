package org.twosource.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private final List<String> pieces =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "resume", "u", ".", "s", "'",
          "中", "国", "emb", "##ass", "##y", "“", "a");
  private final WordPiece wordPiece = new WordPiece(ids());

  private Map<String, Integer> ids() {
    Map<String, Integer> ids = new HashMap<>();
    IntStream.range(0, pieces.size()).forEach(id -> ids.put(pieces.get(id), id));
    return ids;
  }

  private List<String> cut(String word) {
    return IntStream.of(wordPiece.pieces(word)).mapToObj(pieces::get).toList();
  }

  @Test
  void longestPiecesFromTheLeftCoverAWord() {
    assertThat(cut("unaffable")).containsExactly("un", "##aff", "##able");
    assertThat(cut("Embassy")).containsExactly("emb", "##ass", "##y");
  }

  @Test
  void accentsAndCaseAreDropped() {
    assertThat(cut("RÉSUMÉ")).containsExactly("resume");
    assertThat(cut("re\u0301sume\u0301")).containsExactly("resume");
  }

  @Test
  void punctuationAndCjkStandAlone() {
    assertThat(cut("U.S.")).containsExactly("u", ".", "s", ".");
    assertThat(cut("中国")).containsExactly("中", "国");
    assertThat(cut("'s")).containsExactly("'", "s");
  }

  @Test
  void aWordWithoutACoverIsOneUnknown() {
    assertThat(cut("unaffz")).containsExactly("[UNK]");
    assertThat(cut("a".repeat(101))).containsExactly("[UNK]");
    assertThat(cut("\u0000\u200b")).containsExactly("[UNK]");
  }
}
