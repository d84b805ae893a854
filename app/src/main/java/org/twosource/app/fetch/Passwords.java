package org.twosource.app.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names and passwords of sites, by host and port. A password goes to its own host and to no other
 * that a redirect leads to, and never over http unless the file says so.
 */
public final class Passwords {
  public static final Passwords NONE = new Passwords(Map.of());

  private final Map<String, String> byOrigin;

  private Passwords(Map<String, String> byOrigin) {
    this.byOrigin = Map.copyOf(byOrigin);
  }

  /**
   * Reads a file with a line {@code ORIGIN NAME PASSWORD} for each site, {@code #} before remarks;
   * the origin is {@code post.example} for https, or {@code http://post.example}.
   *
   * @throws IOException also for a file that others may read, and for a line of another form; says
   *     which line, never what stands in it
   */
  public static Passwords read(Path file) throws IOException {
    refuseIfShared(file);
    Map<String, String> byOrigin = new HashMap<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\s+", 3);
      Optional<URI> site =
          WebAddress.parse(WebAddress.isMeant(parts[0]) ? parts[0] : "https://" + parts[0]);
      if (parts.length < 3 || site.isEmpty()) {
        throw new IOException(file + ": line " + (i + 1) + " is not ORIGIN NAME PASSWORD");
      }
      byte[] both = (parts[1] + ":" + parts[2]).getBytes(StandardCharsets.UTF_8);
      byOrigin.put(origin(site.get()), "Basic " + Base64.getEncoder().encodeToString(both));
    }
    return new Passwords(byOrigin);
  }

  /** Refuses a file of secrets that others may read. */
  public static void refuseIfShared(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
    may.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    if (!may.isEmpty()) {
      throw new IOException(file + " may be read by others; chmod 600 it");
    }
  }

  /** What the header Authorization says to an address. */
  Optional<String> of(URI address) {
    return Optional.ofNullable(byOrigin.get(origin(address)));
  }

  private static String origin(URI address) {
    int standard = address.getScheme().equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? standard : address.getPort();
    return address.getScheme()
        + "://"
        + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT)
        + ":"
        + port;
  }
}
