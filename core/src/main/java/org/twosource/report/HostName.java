package org.twosource.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** What the host of an address says of who runs it. */
public final class HostName {
  private static final String LIST = "/org/twosource/gazetteer/second-level-labels.txt";

  /** Labels that stand before the country in the addresses of some countries. */
  private static final Set<String> SECOND_LEVEL = read();

  private HostName() {}

  /** The label that somebody registered: {@code dailyherald} of {@code news.dailyherald.co.uk}. */
  public static String own(String host) {
    String[] labels = host.split("\\.");
    boolean country =
        labels.length > 2
            && labels[labels.length - 1].length() == 2
            && SECOND_LEVEL.contains(labels[labels.length - 2]);
    return labels[Math.max(0, labels.length - (country ? 3 : 2))];
  }

  private static Set<String> read() {
    try (InputStream file = HostName.class.getResourceAsStream(LIST)) {
      if (file == null) {
        throw new IllegalStateException(LIST + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(LIST, broken);
    }
  }
}
