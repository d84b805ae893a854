package org.twosource.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTableTest {
  private final WordTable words = new WordTable();

  @Test
  void aWordIsOneObjectHoweverOftenItStands() {
    Word first = words.word(new String("Harbour"));
    assertThat(words.word(new String("Harbour"))).isSameAs(first);
    assertThat(first.text()).isEqualTo("Harbour");
    assertThat(first.normal()).isEqualTo("harbour");
    assertThat(first.isWord()).isTrue();
    assertThat(words.word("...").isWord()).isFalse();
  }

  @Test
  void waysOfWritingAWordShareItsNormalForm() {
    Word plain = words.word("don't");
    Word curly = words.word("Don’t");
    assertThat(curly).isNotEqualTo(plain);
    assertThat(curly.normal()).isSameAs(plain.normal());
  }

  @Test
  void longWordsAreReadAndNotKept() {
    String address = "www." + "a".repeat(100_000) + ".org";
    Word first = words.word(address);
    assertThat(words.word(address)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void aFullTableStillReadsWords() {
    for (int at = 0; at < WordTable.MOST; at++) {
      words.word("w" + at);
    }
    assertThat(words.word("late")).isEqualTo(words.word("late"));
    assertThat(words.word("w5")).isSameAs(words.word("w5"));
  }
}
