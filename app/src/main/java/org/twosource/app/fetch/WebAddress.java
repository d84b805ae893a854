package org.twosource.app.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as people and servers write them. */
public final class WebAddress {
  private static final Pattern START = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^#]*)(?:#.*)?", Pattern.DOTALL);
  private static final int MAX_CHARACTERS = 8_000;

  private WebAddress() {}

  /** Whether somebody means an address, not a file. */
  public static boolean isMeant(String text) {
    return START.matcher(text.strip()).matches();
  }

  /**
   * The address without its fragment: letters of other scripts in a host as {@code xn--}, in a path
   * as percent signs, as browsers do. Empty for what is no address of HTTP, and for one with a name
   * and password in it, which would end up in outputs.
   */
  public static Optional<URI> parse(String text) {
    Matcher parts = PARTS.matcher(text.strip());
    if (text.length() > MAX_CHARACTERS || !parts.matches()) {
      return Optional.empty();
    }
    try {
      String rest = parts.group(3).isEmpty() ? "/" : escaped(parts.group(3));
      String start = rest.startsWith("/") ? rest : "/" + rest;
      URI uri =
          new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host(parts.group(2)) + start);
      boolean sound = uri.getHost() != null && uri.getRawUserInfo() == null && port(uri);
      return sound ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static boolean port(URI uri) {
    return uri.getPort() >= -1 && uri.getPort() != 0 && uri.getPort() <= 65_535;
  }

  /** Where a redirect leads, which may be told relative to where it stands. */
  static Optional<URI> resolve(URI from, String location) {
    String to = location.strip();
    if (isMeant(to)) {
      return parse(to);
    }
    if (to.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return Optional.empty();
    }
    try {
      return parse(from.resolve(escaped(to)).toString());
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static String host(String authority) {
    if (authority.startsWith("[") || authority.chars().allMatch(c -> c < 128)) {
      return authority;
    }
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return IDN.toASCII(host) + (colon < 0 ? "" : authority.substring(colon));
  }

  /** Percent signs for whatever may not stand in an address. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      boolean stray = code == '%' && !isHex(text, i);
      if (code > 126 || code < 33 || stray || "\"<>\\^`{|}[]".indexOf(code) >= 0) {
        for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
          escaped.append(String.format("%%%02X", b & 0xff));
        }
      } else {
        escaped.appendCodePoint(code);
      }
      i += Character.charCount(code);
    }
    return escaped.toString();
  }

  private static boolean isHex(String text, int percent) {
    return text.length() > percent + 2
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0;
  }

  /** The last part of the path, or the host: what a report of it is called. */
  public static String name(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String last = path.replaceFirst("/+$", "").replaceFirst(".*/", "");
    return last.isBlank() ? String.valueOf(address.getHost()) : last;
  }

  /** Scheme, host and port: what robots files and passwords are about. */
  static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
