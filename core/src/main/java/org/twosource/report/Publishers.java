package org.twosource.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows publishers under their several names: a list that comes with the program, and what the user
 * adds ({@code --outlets FILE}). What no list knows goes by its name without blanks and by the own
 * part of its host, so that "City Herald" and {@code www.cityherald.co.uk} are one.
 *
 * <p>A list has one line a name: outlet, alias or host, owner, separated by tabs; owner may be left
 * out, and {@code -} as the outlet says that a host carries pages of others and names no publisher.
 * Immutable, for any thread.
 */
public final class Publishers {
  private static final String SHIPPED = "/org/twosource/gazetteer/outlets.tsv";
  private static final String CARRIER = "-";

  private static final int MIN_LETTERS = 3;

  /** Shorter pieces of a title are sections ("Metro", "World"), but for initials ("BBC"). */
  private static final int MIN_PIECE = 6;

  private final Map<String, Entry> byName;
  private final Map<String, Entry> byHost;

  private record Entry(String outlet, Optional<String> owner) {}

  private Publishers(Map<String, Entry> byName, Map<String, Entry> byHost) {
    this.byName = Map.copyOf(byName);
    this.byHost = Map.copyOf(byHost);
  }

  private static final class Shipped {
    static final Publishers STANDARD = read();

    private static Publishers read() {
      try (InputStream file = Publishers.class.getResourceAsStream(SHIPPED)) {
        if (file == null) {
          throw new IllegalStateException(SHIPPED + " is missing");
        }
        return new Publishers(Map.of(), Map.of())
            .with(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException broken) {
        throw new UncheckedIOException(SHIPPED, broken);
      }
    }
  }

  /** The list that comes with the program. */
  public static Publishers standard() {
    return Shipped.STANDARD;
  }

  /**
   * With more lines, which win over those that are there. Blank lines and lines that begin with
   * {@code #} are passed over.
   *
   * @throws IllegalArgumentException for a line that is none of the list, with its number
   */
  public Publishers with(List<String> lines) {
    Map<String, Entry> names = new HashMap<>(byName);
    Map<String, Entry> hosts = new HashMap<>(byHost);
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length < 2 || fields[0].isBlank() || fields[1].isBlank()) {
        throw new IllegalArgumentException(
            "line " + (at + 1) + ": an outlet, a tab, and an alias or host are needed: " + line);
      }
      String outlet = fields[0].strip();
      Optional<String> owner =
          Optional.of(fields.length > 2 ? fields[2].strip() : "").filter(name -> !name.isEmpty());
      Entry entry = new Entry(outlet, owner);
      if (!outlet.equals(CARRIER)) {
        names.put(letters(outlet), entry);
      }
      for (String alias : fields[1].split("\\|")) {
        String name = alias.strip();
        if (isHost(name)) {
          hosts.put(name.toLowerCase(Locale.ROOT), entry);
        } else if (!name.isEmpty()) {
          names.put(letters(name), entry);
        }
      }
    }
    return new Publishers(names, hosts);
  }

  /**
   * The publisher of a report.
   *
   * @param outlet as metadata or masthead name it
   * @param url the address of the page
   */
  public Optional<Publisher> of(Optional<String> outlet, Optional<String> url) {
    Optional<String> name = outlet.map(String::strip).filter(text -> !text.isEmpty());
    Optional<String> host =
        name.filter(Publishers::isHost)
            .map(text -> text.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
            .or(() -> url.flatMap(PageAddress::hostOf));
    Optional<String> printed = name.filter(text -> !isHost(text));
    Optional<Entry> known =
        printed
            .flatMap(this::named)
            .or(() -> host.flatMap(this::at).filter(entry -> !entry.outlet().equals(CARRIER)));
    Set<String> keys = new LinkedHashSet<>();
    Optional<String> label = host.filter(one -> at(one).isEmpty()).map(Publishers::label);
    label.filter(one -> one.length() >= MIN_LETTERS).ifPresent(keys::add);
    if (known.isPresent()) {
      keys.add(letters(known.get().outlet()));
      return Optional.of(new Publisher(known.get().outlet(), known.get().owner(), keys));
    }
    printed
        .map(text -> letters(title(text, label)))
        .filter(one -> !one.isEmpty())
        .ifPresent(keys::add);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Publisher(
                printed.map(text -> title(text, label)).or(() -> host).orElseThrow(),
                Optional.empty(),
                keys));
  }

  /** The outlet that a list has under this name; empty for what no list knows. */
  public Optional<String> known(String name) {
    return Optional.ofNullable(byName.get(letters(name)))
        .map(Entry::outlet)
        .filter(outlet -> !outlet.equals(CARRIER));
  }

  /** The outlet of that name, or of one that the title of a feed or page is made of. */
  private Optional<Entry> named(String name) {
    Optional<Entry> whole = Optional.ofNullable(byName.get(letters(name)));
    if (whole.isPresent()) {
      return whole;
    }
    for (String piece : pieces(name)) {
      boolean section = piece.length() < MIN_PIECE && !piece.equals(piece.toUpperCase(Locale.ROOT));
      Optional<Entry> entry =
          section ? Optional.empty() : Optional.ofNullable(byName.get(letters(piece)));
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  private Optional<Entry> at(String host) {
    for (String part = host; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
      Entry entry = byHost.get(part);
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The piece of a title that the host is named by, else all of it. */
  private static String title(String name, Optional<String> label) {
    return pieces(name).stream()
        .filter(piece -> label.filter(letters(piece)::equals).isPresent())
        .findFirst()
        .orElse(name);
  }

  private static List<String> pieces(String title) {
    return List.of(title.split("\\s+[-–—|»:·]\\s+|:\\s+|\\s*[|»]\\s*"));
  }

  private static boolean isHost(String name) {
    return name.matches("(?i)[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}");
  }

  /** Letters and digits in lower case, without an article at the beginning. */
  private static String letters(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceFirst("^the\\s+", "");
    return letters.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The own part of a host: {@code dailyherald} of {@code news.dailyherald.co.uk}. */
  private static String label(String host) {
    String letters = HostName.own(host).replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.startsWith("the") && letters.length() > 6 ? letters.substring(3) : letters;
  }
}
