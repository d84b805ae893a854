package org.twosource.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Wikidata ids by name, from a local file that the user brings: one line an entity, {@code name TAB
 * type TAB Qid}, the type being person, organization, place or other; lines that begin with # are
 * comments, other lines that do not fit are passed over. Names are compared without regard to case
 * and diacritics.
 */
public final class WikidataIds {
  /** Knows no id. */
  public static final WikidataIds NONE = new WikidataIds(Map.of());

  private final Map<String, String> ids;

  private WikidataIds(Map<String, String> ids) {
    this.ids = ids;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read as UTF-8
   */
  public static WikidataIds read(Path file) throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t");
      if (!line.startsWith("#") && cells.length >= 3 && cells[2].strip().matches("Q\\d+")) {
        ids.putIfAbsent(key(cells[0].strip(), cells[1].strip()), cells[2].strip());
      }
    }
    return new WikidataIds(ids);
  }

  public Optional<String> find(String name, EntityType type) {
    return Optional.ofNullable(ids.get(key(name, type.label())));
  }

  private static String key(String name, String type) {
    return type.toLowerCase(Locale.ROOT) + "\t" + PersonName.fold(name);
  }
}
