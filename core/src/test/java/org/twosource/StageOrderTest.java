package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the architecture: who may import whom. */
class StageOrderTest {
  /**
   * The ten stages and, below annotate, what it is made of: {@code lexicon} and {@code encode}, and
   * beside it {@code compare}.
   */
  private static final List<String> STAGES =
      List.of(
          "report",
          "text",
          "lexicon",
          "encode",
          "compare",
          "annotate",
          "reuse",
          "story",
          "lineage",
          "distortion",
          "timeline",
          "claim",
          "brief");

  private static final int MOST_FILES = 40;
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "twosource");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

  /** Where each library may be imported, by the beginning of its package. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.jsoup", "report.format",
          "org.netpreserve", "report.format",
          "org.apache.pdfbox", "report.format.pdf",
          "ai.onnxruntime", "encode",
          "com.optimaize", "text");

  /**
   * What would break "nothing leaves the machine, same input, same output", and engines: {@code
   * archive} brings the pipeline to Spark, not Spark into it.
   */
  private static final List<String> FORBIDDEN =
      List.of(
          "java.net.Socket",
          "java.net.http",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "java.nio.channels.SocketChannel",
          "java.sql",
          "org.apache.spark",
          "org.apache.hadoop",
          "java.time.Clock",
          "java.util.concurrent.ThreadLocalRandom");

  @Test
  void aStageImportsOnlyEarlierStages() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      int own = STAGES.indexOf(stage(file));
      for (String imported : imports(file)) {
        if (own >= 0 && imported.startsWith("org.twosource.")) {
          int other = STAGES.indexOf(imported.split("\\.")[2]);
          if (other < 0 || other > own) {
            wrong.add(SOURCES.relativize(file) + " imports " + imported);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aSubPackageIsPrivateToItsStage() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      for (String imported : imports(file)) {
        String[] names = imported.split("\\.");
        boolean inSubPackage =
            imported.startsWith("org.twosource.")
                && names.length > 4
                && Character.isLowerCase(names[3].charAt(0));
        if (inSubPackage && !names[2].equals(stage(file))) {
          wrong.add(SOURCES.relativize(file) + " imports " + imported);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void subPackagesDoNotImportEachOther() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String own = subPackage(file);
      for (String imported : imports(file)) {
        String[] names = imported.split("\\.");
        boolean inSubPackage =
            imported.startsWith("org.twosource.")
                && names.length > 4
                && Character.isLowerCase(names[3].charAt(0));
        if (!own.isEmpty() && inSubPackage && !names[3].equals(own)) {
          wrong.add(SOURCES.relativize(file) + " imports " + imported);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyTheAssemblerOfAnnotateKnowsItsParts() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      boolean besides =
          stage(file).equals("annotate")
              && subPackage(file).isEmpty()
              && !file.endsWith("StandardAnnotator.java");
      for (String imported : imports(file)) {
        if (besides && imported.matches("org\\.twosource\\.annotate\\.[a-z].*")) {
          wrong.add(SOURCES.relativize(file) + " imports " + imported);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFolderHoldsMoreThanFortyFiles() throws IOException {
    Map<String, Long> files =
        sources().stream()
            .collect(
                Collectors.groupingBy(
                    file -> SOURCES.relativize(file).getParent() + "", Collectors.counting()));
    files.values().removeIf(count -> count <= MOST_FILES);
    assertThat(files).isEmpty();
  }

  @Test
  void aLibraryIsImportedInOnePlace() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String home = SOURCES.relativize(file).getParent() + "";
      for (String imported : imports(file)) {
        LIBRARIES.forEach(
            (library, place) -> {
              if (imported.startsWith(library) && !home.replace('/', '.').startsWith(place)) {
                wrong.add(SOURCES.relativize(file) + " imports " + imported);
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyWalksTheGrammarByItsLists() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      boolean made = file.endsWith("Grammar.java");
      if (!made
          && Files.readString(file).matches("(?s).*\\.(?:heads|relations|pos)\\(\\)\\.get\\(.*")) {
        wrong.add(SOURCES.relativize(file) + ": Grammar has head(), relation(), pos() and more");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingOpensASocketADatabaseOrAClock() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      for (String forbidden : FORBIDDEN) {
        if (source.contains(forbidden)) {
          wrong.add(SOURCES.relativize(file) + " names " + forbidden);
        }
      }
      Matcher clock =
          Pattern.compile(
                  "System\\.currentTimeMillis|System\\.nanoTime|(LocalDate|LocalDateTime|Instant|ZonedDateTime|Year|YearMonth)\\.now\\(|Math\\.random|new Random\\(\\)")
              .matcher(source);
      if (clock.find()) {
        wrong.add(SOURCES.relativize(file) + " uses " + clock.group());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<String> imports(Path file) throws IOException {
    return IMPORT.matcher(Files.readString(file)).results().map(match -> match.group(1)).toList();
  }

  private static String stage(Path file) {
    Path inside = SOURCES.relativize(file);
    return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
  }

  /** The sub-package of a stage that a file is in; empty for the stage itself. */
  private static String subPackage(Path file) {
    Path inside = SOURCES.relativize(file);
    return inside.getNameCount() > 2 ? inside.getName(1).toString() : "";
  }
}
