package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words of a language live in its language file. What lists of words stand in Java today is written
 * down in {@code literal-words.txt}, a package and its number of words a line; the numbers only
 * fall. Counted are words of two letters or more in {@code Set.of}, {@code List.of} and {@code
 * Map.of} of two strings or more; names of sections and relations are among them.
 *
 * <p>Two sorts of lists are no words of a language: the names of a format, which stand in a class
 * of {@code report.format} that is called {@code ...Names} and holds nothing else, and the columns
 * of a file of weights, which are a constant called {@code FEATURES}.
 */
class LiteralWordsTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "twosource");
  private static final Path ALLOWED = Path.of("src", "test", "resources", "literal-words.txt");
  private static final Pattern LIST =
      Pattern.compile(
          "(?:Set\\.of|List\\.of|Map\\.of|Map\\.entry)\\(((?:\\s*\"[^\"]*\"\\s*,?){2,})\\)");
  private static final Pattern FORMAT_NAMES = Pattern.compile("report/format/\\w+Names\\.java");
  private static final Pattern METHOD = Pattern.compile("\\) (?:throws \\w+ )?\\{");
  private static final Pattern COLUMNS = Pattern.compile("FEATURES =\\s*$");
  private static final Pattern WORD = Pattern.compile("\"(?=[^\"]*[a-z]{2})[a-z' -]+\"");

  @Test
  void noStageGetsMoreWordsThanItHas() throws IOException {
    Map<String, Integer> allowed = allowed();
    Map<String, Integer> more = counted();
    more.entrySet().removeIf(one -> one.getValue() <= allowed.getOrDefault(one.getKey(), 0));
    assertThat(more).isEmpty();
  }

  @Test
  void aClassOfNamesOfAFormatHoldsNothingElse() throws IOException {
    for (Path file : sources()) {
      if (isNamesOfAFormat(file)) {
        String others = Files.readString(file).replaceFirst("private \\w+\\(\\) \\{}", "");
        assertThat(METHOD.matcher(others).find()).as(file.toString()).isFalse();
      }
    }
  }

  private static Map<String, Integer> allowed() throws IOException {
    Map<String, Integer> allowed = new TreeMap<>();
    for (String line : Files.readAllLines(ALLOWED)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split(" ");
        allowed.put(cells[0], Integer.valueOf(cells[1]));
      }
    }
    return allowed;
  }

  private static Map<String, Integer> counted() throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    for (Path file : sources()) {
      int words = isNamesOfAFormat(file) ? 0 : words(Files.readString(file));
      if (words > 0) {
        counted.merge(SOURCES.relativize(file).getName(0).toString(), words, Integer::sum);
      }
    }
    return counted;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(one -> one.toString().endsWith(".java")).toList();
    }
  }

  private static boolean isNamesOfAFormat(Path file) {
    return FORMAT_NAMES.matcher(SOURCES.relativize(file).toString().replace('\\', '/')).matches();
  }

  private static int words(String source) {
    int words = 0;
    Matcher list = LIST.matcher(source);
    while (list.find()) {
      boolean columns = COLUMNS.matcher(source).region(0, list.start()).find();
      words += columns ? 0 : (int) WORD.matcher(list.group(1)).results().count();
    }
    return words;
  }
}
