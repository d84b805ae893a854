package org.twosource.annotate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.lexicon.NameForm;

/**
 * Wikidata ids by name, from a local file that the user brings: one line an entity, {@code name TAB
 * type TAB Qid}, the type being person, organization, place or other; lines that begin with # are
 * comments and empty lines mean nothing. Other lines that do not fit are passed over and told by
 * {@link #unfit()}. Of two lines for one name and type the first counts. Names are compared without
 * regard to case and diacritics. Thread-safe.
 */
public final class WikidataIds {
  /** Knows no id. */
  public static final WikidataIds NONE = new WikidataIds(Map.of(), List.of(), Optional.empty());

  private final Map<String, String> ids;
  private final List<Integer> unfit;
  private final Optional<String> checksum;

  private WikidataIds(Map<String, String> ids, List<Integer> unfit, Optional<String> checksum) {
    this.ids = ids;
    this.unfit = List.copyOf(unfit);
    this.checksum = checksum;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   */
  public static WikidataIds read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Map<String, String> ids = new LinkedHashMap<>();
    List<Integer> unfit = new ArrayList<>();
    var lines =
        new LineNumberReader(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.strip().split("\\s*\t\\s*");
      if (cells.length >= 3 && isType(cells[1]) && cells[2].matches("Q[1-9]\\d*")) {
        ids.putIfAbsent(key(cells[0], cells[1]), cells[2]);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        unfit.add(lines.getLineNumber());
      }
    }
    return new WikidataIds(ids, unfit, Optional.of(sha256(bytes)));
  }

  /** The id of an entity by one of its names, e.g. {@code Q42}. */
  public Optional<String> find(String name, EntityType type) {
    return Optional.ofNullable(ids.get(key(name, type.label())));
  }

  /** How many names have an id. */
  public int size() {
    return ids.size();
  }

  /** Numbers of the lines that were passed over, the first line being 1. */
  public List<Integer> unfit() {
    return unfit;
  }

  /** SHA-256 of the file, in hexadecimal; absent where there is none. */
  public Optional<String> checksum() {
    return checksum;
  }

  private static boolean isType(String type) {
    for (EntityType known : EntityType.values()) {
      if (known.label().equalsIgnoreCase(type)) {
        return true;
      }
    }
    return false;
  }

  private static String key(String name, String type) {
    return type.toLowerCase(Locale.ROOT) + "\t" + NameForm.of(name);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
