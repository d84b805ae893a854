package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentTest {
  private static Content bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      bytes[at] = (byte) values[at];
    }
    return Content.of("a/b.html.gz", "b.html.gz", bytes);
  }

  @Test
  void aBeginningIsHeldByteForByteAndZeroIsAByteLikeAnyOther() {
    assertThat(bytes(0x1f, 0x8b).beginsWith(0x1f, 0x8b)).isTrue();
    assertThat(bytes(0x1f).beginsWith(0x1f, 0x8b)).isFalse();
    assertThat(bytes(0x1f, 0x8c, 9).beginsWith(0x1f, 0x8b)).isFalse();
    assertThat(bytes(0xff, 0, 1).beginsWith(0xff, 0)).isTrue();
    assertThat(bytes(0xff, 7, 1).beginsWith(0xff, 0)).isFalse();
  }

  @Test
  void minusOneStandsForAnyByte() {
    assertThat(bytes('P', 'K', 5, 6).beginsWith('P', 'K', -1, -1)).isTrue();
    assertThat(bytes('P', 'K', 5).beginsWith('P', 'K', -1, -1)).isFalse();
    assertThat(bytes('P', 'L', 5, 6).beginsWith('P', 'K', -1, -1)).isFalse();
  }

  @Test
  void aHeadIsNoLongerThanTheContentAndAStemHasNoEndings() {
    assertThat(bytes('a', 0xe9).head(5)).isEqualTo("a\u00e9");
    assertThat(bytes('a', 'b', 'c').head(2)).isEqualTo("ab");
    assertThat(bytes().stem()).isEqualTo("b");
  }
}
