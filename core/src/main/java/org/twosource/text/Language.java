package org.twosource.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All words of one language, read from {@code language/xx.ini}.
 *
 * <p>The file has sections, {@code [speech-verbs]}; in a section, one entry a line, or several
 * separated by {@code |}. An entry is a word or phrase in lower case, or {@code key = value}. A
 * {@code #} at the start of a line begins a comment. The file's own header documents every section.
 */
public final class Language {
  private static final Map<String, Optional<Language>> KNOWN = new ConcurrentHashMap<>();

  private final String code;
  private final Map<String, Map<String, String>> sections;

  private Language(String code, Map<String, Map<String, String>> sections) {
    this.code = code;
    this.sections = sections;
  }

  /**
   * The language with this BCP 47 code, if the project has a file for it. A file is read once: its
   * words are constants of the program, so every caller shares them.
   */
  public static Optional<Language> find(String code) {
    String base = code.length() > 2 && code.charAt(2) == '-' ? code.substring(0, 2) : code;
    return base.matches("[a-z]{2,3}")
        ? KNOWN.computeIfAbsent(base, Language::load)
        : Optional.empty();
  }

  /**
   * The language of most of these codes, the first where two are as many; English where there is no
   * file for it.
   *
   * @param codes of the reports of one story
   */
  public static Language ofMost(List<String> codes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    codes.forEach(code -> counts.merge(code, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(most -> find(most.getKey()))
        .orElseGet(() -> find("en").orElseThrow());
  }

  private static Optional<Language> load(String base) {
    try (InputStream file =
        Language.class.getResourceAsStream("/org/twosource/language/" + base + ".ini")) {
      return file == null ? Optional.empty() : Optional.of(read(base, file));
    } catch (IOException failure) {
      throw new UncheckedIOException("language file " + base + ".ini", failure);
    }
  }

  /** Reads a language file; the stream is not closed. */
  public static Language read(String code, InputStream file) throws IOException {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = new LinkedHashMap<>();
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String entry = line.strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      if (entry.startsWith("[") && entry.endsWith("]")) {
        section =
            sections.computeIfAbsent(
                entry.substring(1, entry.length() - 1), name -> new LinkedHashMap<>());
      } else if (entry.contains(" = ")) {
        int equals = entry.indexOf(" = ");
        section.put(entry.substring(0, equals).strip(), entry.substring(equals + 3).strip());
      } else {
        for (String word : entry.split("\\|")) {
          if (!word.isBlank()) {
            section.put(word.strip(), "");
          }
        }
      }
    }
    return new Language(code, sections);
  }

  /** BCP 47, such as {@code en}. */
  public String code() {
    return code;
  }

  /** The entries of a section, in file order; empty when the file has no such section. */
  public Set<String> words(String section) {
    return new LinkedHashSet<>(map(section).keySet());
  }

  /** The entries of a section as a list, in file order. */
  public List<String> list(String section) {
    return new ArrayList<>(map(section).keySet());
  }

  /**
   * The {@code key = value} entries of a section, in file order; plain entries have the value "".
   */
  public Map<String, String> map(String section) {
    return sections.getOrDefault(section, Map.of());
  }

  public Set<String> sections() {
    return new LinkedHashSet<>(sections.keySet());
  }
}
