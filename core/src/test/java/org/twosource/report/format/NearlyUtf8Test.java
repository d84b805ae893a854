package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are UTF-8 but for a few, by the table of well-formed sequences (Unicode 3.9). */
class NearlyUtf8Test {
  @ParameterizedTest
  @CsvSource({
    "61 62, true", // ASCII alone
    "c3 a9, true",
    "c1 81, false", // an overlong form begins nothing
    "df bf, true",
    "e0 a0 80, true",
    "ef bf bd, true",
    "f0 9f 98 80, true",
    "f4 8f bf bf, true", // the last character there is
    "f5 80 80 80, false", // beyond it
    "e9 74 e9, false", // Latin-1
    "c3 a9 e9, true", // as many strays as whole ones
    "c3 a9 e9 e9, false",
    "c3, false", // cut off
    "e2 82, false",
    "a9, false" // a follower alone
  })
  void wholeSequencesOutweighTheStrays(String hex, boolean isNearly) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex.strip());
    assertThat(Decoding.isNearlyUtf8(bytes))
        .as(new String(bytes, StandardCharsets.ISO_8859_1))
        .isEqualTo(isNearly);
  }
}
