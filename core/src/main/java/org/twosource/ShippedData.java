package org.twosource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words, lists and weights that come with the program, by their checksums. The build writes
 * them into one small file, so that a run need not read every list to name it.
 */
final class ShippedData {
  private static final String SUMS = "shipped-data.sha256";
  private static final String BETWEEN = " *";

  private ShippedData() {}

  /** SHA-256 in hexadecimal, by path below {@code org/twosource}. */
  static Map<String, String> checksums() {
    try (InputStream file = ShippedData.class.getResourceAsStream(SUMS)) {
      if (file == null) {
        throw new IllegalStateException(SUMS + " is missing: the build did not run to its end");
      }
      Map<String, String> sums = new TreeMap<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int at = line.indexOf(BETWEEN);
        sums.put(line.substring(at + BETWEEN.length()), line.substring(0, at));
      }
      return sums;
    } catch (IOException broken) {
      throw new UncheckedIOException(SUMS, broken);
    }
  }
}
