package org.twosource.app.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of a page as far as it tells pages apart: without scheme, {@code www.}, fragment and
 * what campaigns append.
 *
 * @param host in lower case, without {@code www.}
 * @param rest path and query
 */
record Address(String host, String rest) {
  private static final Set<String> OF_CAMPAIGNS =
      Set.of("fbclid", "gclid", "cmp", "cmpid", "ns_campaign", "ref", "smid", "partner", "share");

  static Optional<Address> of(String url) {
    try {
      URI uri = new URI(url.strip());
      if (uri.getHost() == null) {
        return Optional.empty();
      }
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : kept(uri.getRawQuery());
      return Optional.of(
          new Address(
              uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""),
              path.replaceFirst("/+$", "") + (query.isEmpty() ? "" : "?" + query)));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static String kept(String query) {
    return Arrays.stream(query.split("&"))
        .filter(one -> !one.startsWith("utm_") && !OF_CAMPAIGNS.contains(one.split("=")[0]))
        .collect(Collectors.joining("&"));
  }

  /** Whether it names a page rather than a whole site. */
  boolean isOfPage() {
    return !rest.isEmpty();
  }

  String text() {
    return host + rest;
  }
}
