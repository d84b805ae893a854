package org.twosource.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a page without what does not name the page: scheme, {@code www.} and the hosts of
 * mobile and AMP printings, marks of where the reader came from, print and AMP endings, the
 * fragment. Two addresses that are equal here are printings of one page.
 *
 * @param host in lower case, without {@code www.}, {@code m.}, {@code mobile.} and {@code amp.}
 * @param path without a slash at its end; never empty, since a front page is no report
 * @param query what is left of it, sorted; empty where nothing is
 */
public record PageAddress(String host, String path, String query) {
  private static final Pattern HOST_PREFIX = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.");
  private static final Pattern PRINTING =
      Pattern.compile("(?i)(?:/amp|\\.amp|/amphtml|/print|/index\\.(?:html?|php)|/)+$");
  private static final Pattern AMP_PATH = Pattern.compile("(?i)^/amp(?=/)");

  private static final String MARKS = "/org/twosource/gazetteer/address-marks.txt";

  private static final Pattern MARK_FAMILY = Pattern.compile("(?:utm|at|pk|mtm|hsa)_.*");

  /** Parameters that say where the reader came from or how the page is to look; read once. */
  private static final class Held {
    static final Set<String> MARKS = read();

    private static Set<String> read() {
      try (InputStream file = PageAddress.class.getResourceAsStream(PageAddress.MARKS)) {
        if (file == null) {
          throw new IllegalStateException(PageAddress.MARKS + " is missing");
        }
        return new String(file.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException broken) {
        throw new UncheckedIOException(PageAddress.MARKS, broken);
      }
    }
  }

  /**
   * Reads an address.
   *
   * @return empty for what is no address of a page on the web, and for a front page
   */
  public static Optional<PageAddress> of(String address) {
    Optional<URI> uri = uri(address);
    if (uri.isEmpty() || uri.get().getHost() == null) {
      return Optional.empty();
    }
    String host = host(uri.get());
    String path = uri.get().getRawPath() == null ? "" : uri.get().getRawPath();
    path = PRINTING.matcher(AMP_PATH.matcher(path).replaceFirst("")).replaceFirst("");
    String query = query(uri.get().getRawQuery());
    return path.isEmpty() && query.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageAddress(host, path.isEmpty() ? "/" : path, query));
  }

  /** The host of an address as above; also of a front page. */
  public static Optional<String> hostOf(String address) {
    return uri(address).filter(uri -> uri.getHost() != null).map(PageAddress::host);
  }

  private static String host(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = HOST_PREFIX.matcher(host).replaceFirst("");
    return bare.contains(".") ? bare : host;
  }

  private static Optional<URI> uri(String address) {
    String stripped = address.strip();
    if (!stripped.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(stripped.replaceAll("[ |\"<>\\\\^`{}\\[\\]].*$", "")));
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  private static String query(@org.jspecify.annotations.Nullable String raw) {
    if (raw == null) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String pair : raw.split("[&;]")) {
      String name = pair.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !Held.MARKS.contains(name) && !MARK_FAMILY.matcher(name).matches()) {
        kept.add(pair);
      }
    }
    Collections.sort(kept);
    return String.join("&", kept);
  }
}
