package org.twosource.annotate.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.EntityType;

/**
 * The names the project knows beforehand: states with their capitals and demonyms, regions, big
 * cities, common bodies and firms, things that look like names of people, given names, and family
 * names that come first. Read from {@code gazetteer/}; the first line of each file names source,
 * licence and date. Immutable.
 *
 * <p>One form may have several readings ("Georgia"); the first is the commonest in world news.
 */
public final class Gazetteer {

  /** What sort of thing an entry is. */
  public enum Kind {
    STATE,
    REGION,
    CITY,
    /** A house or street that stands for a government: the Kremlin, Downing Street. */
    SEAT,
    ORGANIZATION,
    THING
  }

  /**
   * Something the gazetteer knows.
   *
   * @param state name of the state it is, lies in or governs from; empty where there is none
   * @param seat whether its name can stand for the government of {@code state}
   */
  public record Entry(String name, Kind kind, Optional<String> state, boolean seat) {

    /** The type of a mention of it that does not act. */
    public EntityType type() {
      return switch (kind) {
        case STATE, REGION, CITY, SEAT -> EntityType.PLACE;
        case ORGANIZATION -> EntityType.ORGANIZATION;
        case THING -> EntityType.OTHER;
      };
    }
  }

  /**
   * One way to read a form.
   *
   * @param demonym whether the form names the people or is the adjective, not the place itself
   */
  public record Sense(Entry entry, boolean demonym) {}

  private final Map<String, List<Sense>> forms = new LinkedHashMap<>();

  /** Stands among the states, because Brussels speaks for it, and is an organisation. */
  private static final String EUROPEAN_UNION = "EU";

  private final Map<String, Entry> states = new LinkedHashMap<>();
  private final Map<String, Entry> statesByName = new LinkedHashMap<>();
  private final Map<String, String> givenNames = new LinkedHashMap<>();
  private final Set<String> familyNamesFirst = new LinkedHashSet<>();
  private int maxWords = 1;

  private Gazetteer() {}

  /** The gazetteer that comes with the program. */
  public static Gazetteer standard() {
    return Held.STANDARD;
  }

  /** Read when first asked for, and once: it never changes. */
  private static final class Held {
    static final Gazetteer STANDARD = load();
  }

  private static Gazetteer load() {
    var gazetteer = new Gazetteer();
    gazetteer.readStates(rows("states.tsv"));
    gazetteer.readRegions(rows("regions.tsv"));
    gazetteer.readCities(rows("cities.tsv"));
    gazetteer.readNamed(rows("organizations.tsv"), Kind.ORGANIZATION);
    gazetteer.readNamed(rows("things.tsv"), Kind.THING);
    gazetteer.readGivenNames(rows("given-names.txt"));
    for (List<String> row : rows("family-first.tsv")) {
      gazetteer.familyNamesFirst.addAll(Arrays.asList(row.get(0).split(" ")));
    }
    return gazetteer;
  }

  private void readStates(List<List<String>> rows) {
    for (List<String> row : rows) {
      String name = row.get(0);
      Kind kind = row.get(1).equals(EUROPEAN_UNION) ? Kind.ORGANIZATION : Kind.STATE;
      var state = new Entry(name, kind, Optional.of(name), false);
      states.put(row.get(1), state);
      statesByName.put(name, state);
      add(name, state, false);
      values(row, 2).forEach(other -> add(other, state, false));
      values(row, 3).forEach(people -> add(people, state, true));
      List<String> capitals = values(row, 4);
      if (!capitals.isEmpty()) {
        var capital = new Entry(capitals.get(0), Kind.CITY, Optional.of(name), true);
        capitals.forEach(form -> add(form, capital, false));
      }
      for (String seat : values(row, 5)) {
        add(seat, new Entry(seat, Kind.SEAT, Optional.of(name), true), false);
      }
    }
  }

  private void readRegions(List<List<String>> rows) {
    for (List<String> row : rows) {
      var region = new Entry(row.get(0), Kind.REGION, stateOf(row), false);
      add(row.get(0), region, false);
      values(row, 2).forEach(other -> add(other, region, false));
      values(row, 3).forEach(people -> add(people, region, true));
    }
  }

  private void readCities(List<List<String>> rows) {
    for (List<String> row : rows) {
      boolean seat = forms.containsKey(row.get(0));
      if (seat) { // Brussels: already the seat of the European Union
        continue;
      }
      var city = new Entry(row.get(0), Kind.CITY, stateOf(row), false);
      add(row.get(0), city, false);
      values(row, 2).forEach(other -> add(other, city, false));
    }
  }

  private void readNamed(List<List<String>> rows, Kind kind) {
    for (List<String> row : rows) {
      var entry = new Entry(row.get(0), kind, Optional.empty(), false);
      add(row.get(0), entry, false);
      values(row, 1).forEach(other -> add(other, entry, false));
    }
  }

  private void readGivenNames(List<List<String>> rows) {
    for (List<String> row : rows) {
      String line = row.get(0);
      int colon = line.indexOf(": ");
      String gender = line.substring(0, colon);
      for (String name : line.substring(colon + 2).split(" ")) {
        givenNames.merge(name, gender, (known, more) -> known.equals(more) ? known : "-");
      }
    }
  }

  private Optional<String> stateOf(List<String> row) {
    return row.size() > 1
        ? Optional.ofNullable(states.get(row.get(1))).map(Entry::name)
        : Optional.empty();
  }

  private void add(String form, Entry entry, boolean demonym) {
    List<Sense> senses = forms.computeIfAbsent(form, unused -> new ArrayList<>());
    var sense = new Sense(entry, demonym);
    if (!senses.contains(sense)) {
      senses.add(sense);
    }
    maxWords = Math.max(maxWords, form.split("[ -]").length);
  }

  private static List<String> values(List<String> row, int column) {
    return column < row.size() && !row.get(column).isBlank()
        ? Arrays.asList(row.get(column).split("\\|"))
        : List.of();
  }

  private static List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream stream =
        Gazetteer.class.getResourceAsStream("/org/twosource/gazetteer/" + file)) {
      if (stream == null) {
        throw new IOException("no such resource");
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(Arrays.asList(line.split("\t")));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("gazetteer/" + file, failure);
    }
    return rows;
  }

  /** The readings of a form as written, commonest first; empty when it is not known. */
  public List<Sense> senses(String form) {
    String key = form.replace('’', '\'');
    List<Sense> senses = forms.get(key);
    if (senses == null && key.length() > 3 && key.equals(key.toUpperCase(Locale.ROOT))) {
      senses = forms.get(titleCase(key));
    }
    return senses == null ? List.of() : List.copyOf(senses);
  }

  /** "NEW DELHI" as "New Delhi". */
  static String titleCase(String capitals) {
    var text = new StringBuilder(capitals.toLowerCase(Locale.ROOT));
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || !Character.isLetter(text.charAt(i - 1))) {
        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return text.toString();
  }

  /** Words of the forms that end in a full stop, as written: "Calif.", "Va.". */
  public Set<String> abbreviations() {
    Set<String> abbreviations = new LinkedHashSet<>();
    for (String form : forms.keySet()) {
      for (String word : form.split("[ .](?=.)")) {
        if (word.endsWith(".") && word.length() > 2) {
          abbreviations.add(word);
        }
      }
    }
    return abbreviations;
  }

  /** The most words a form has, hyphens counted as spaces. */
  public int maxWords() {
    return maxWords;
  }

  /** The state of this name, or the European Union. */
  public Optional<Entry> state(String name) {
    return Optional.ofNullable(statesByName.get(name));
  }

  /** "m", "f" or "-" for a given name, empty for a word that is not known as one. */
  public Optional<String> gender(String givenName) {
    return Optional.ofNullable(givenNames.get(givenName));
  }

  public boolean isGivenName(String word) {
    return givenNames.containsKey(word);
  }

  /** Whether the word is a family name of a language that puts the family name first. */
  public boolean isFamilyNameFirst(String word) {
    return familyNamesFirst.contains(word);
  }
}
