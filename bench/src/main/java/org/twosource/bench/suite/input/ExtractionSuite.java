package org.twosource.bench.suite.input;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.format.Content;

/**
 * The text of the article and the date of publication out of web pages.
 *
 * <p>Article text: word 4-grams of the extracted against the true text, counted with repetition, a
 * page's precision and recall averaged over pages. Pages: passages that must be kept and passages
 * that must not, F over all. Dates: share of pages with the right day.
 */
public final class ExtractionSuite implements Suite {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE_WORDS = 4;

  /** A page that shows no date is labelled NaN, which is no JSON. */
  private static final ObjectMapper LENIENT =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final InputReader reader = new InputReader(Limits.standard());

  @Override
  public String name() {
    return "extraction";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast(
            "4-gram shingle F1, article-extraction",
            articles(data),
            .94,
            ".970 best, .947 readability.js, .860 boilerpipe"));
    Unpacked pages = Unpacked.of(data.file("extraction/pages/html.tar.xz"));
    figures.add(
        Figure.atLeast(
            "F of kept passages, pages", segments(data, pages), .90, ".924 trafilatura"));
    figures.add(
        Figure.atLeast("publication date right, pages", dates(data, pages), .88, ".903 htmldate"));
    return figures;
  }

  // ---- article text
  // ------------------------------------------------------------------------------

  private double articles(BenchData data) throws IOException {
    JsonNode truth = data.json("extraction/article-extraction/ground-truth.json");
    double precision = 0;
    double recall = 0;
    int pages = 0;
    for (var page : truth.properties()) {
      byte[] html =
          gunzip(data.file("extraction/article-extraction/html/" + page.getKey() + ".html.gz"));
      String body = body(html, page.getKey() + ".html", page.getValue().path("url").asText(""));
      Map<String, Integer> found = shingles(body);
      Map<String, Integer> wanted = shingles(page.getValue().path("articleBody").asText());
      int right = common(found, wanted);
      double pagePrecision = total(found) == 0 ? 0 : (double) right / total(found);
      double pageRecall = total(wanted) == 0 ? 0 : (double) right / total(wanted);
      show(page.getKey(), pagePrecision, pageRecall);
      precision += pagePrecision;
      recall += pageRecall;
      pages++;
    }
    precision /= pages;
    recall /= pages;
    return 2 * precision * recall / (precision + recall);
  }

  /** Lists the worst pages when asked for with -Dtwosource.verbose. */
  private static void show(String page, double precision, double recall) {
    if (Boolean.getBoolean("twosource.verbose") && (precision < .9 || recall < .9)) {
      System.err.printf("%s precision %.2f recall %.2f%n", page, precision, recall);
    }
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - SHINGLE_WORDS + 1) && !words.isEmpty(); i++) {
      shingles.merge(
          String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE_WORDS))),
          1,
          Integer::sum);
    }
    return shingles;
  }

  private static int common(Map<String, Integer> a, Map<String, Integer> b) {
    return a.entrySet().stream()
        .mapToInt(entry -> Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0)))
        .sum();
  }

  private static int total(Map<String, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  // ---- passages and dates
  // ------------------------------------------------------------------------

  private double segments(BenchData data, Unpacked pages) throws IOException {
    int kept = 0;
    int lost = 0;
    int wrong = 0;
    for (var page : data.json("extraction/pages/segments.json").properties()) {
      Optional<Path> file = pages.file(page.getValue().path("file").asText());
      if (file.isEmpty()) {
        continue;
      }
      String body = plain(body(Files.readAllBytes(file.get()), "page.html", page.getKey()));
      int pageLost = 0;
      int pageWrong = 0;
      for (JsonNode passage : page.getValue().path("with")) {
        boolean found = body.contains(plain(passage.asText()));
        kept += found ? 1 : 0;
        pageLost += found ? 0 : 1;
      }
      for (JsonNode passage : page.getValue().path("without")) {
        pageWrong += body.contains(plain(passage.asText())) ? 1 : 0;
      }
      if (Boolean.getBoolean("twosource.verbose") && pageLost + pageWrong > 0) {
        System.err.printf("%s lost %d wrong %d%n", file.get(), pageLost, pageWrong);
      }
      lost += pageLost;
      wrong += pageWrong;
    }
    return 2.0 * kept / (2.0 * kept + lost + wrong);
  }

  private double dates(BenchData data, Unpacked pages) throws IOException {
    int right = 0;
    int all = 0;
    for (var page :
        LENIENT.readTree(data.file("extraction/pages/dates.json").toFile()).properties()) {
      Optional<Path> file = pages.file(page.getValue().path("file").asText());
      if (file.isEmpty()) {
        continue;
      }
      all++;
      JsonNode date = page.getValue().path("date");
      String wanted = date.isTextual() ? date.asText() : "";
      String found =
          report(Files.readAllBytes(file.get()), "page.html", page.getKey())
              .flatMap(Report::published)
              .map(PartialDate::iso)
              .orElse("");
      boolean same = wanted.isEmpty() ? found.isEmpty() : found.startsWith(wanted);
      right += same ? 1 : 0;
      if (Boolean.getBoolean("twosource.verbose") && !same) {
        System.err.printf("%s date %s wanted %s%n", file.get(), found, wanted);
      }
    }
    return (double) right / all;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u200b]+", " ").strip();
  }

  private String body(byte[] page, String name, String url) {
    return report(page, name, url).map(Report::body).orElse("");
  }

  private Optional<Report> report(byte[] page, String name, String url) {
    Reading reading = reader.read(new Content(name, name, page, 0, url, ""));
    return reading.reports().stream().findFirst();
  }

  private static byte[] gunzip(Path file) throws IOException {
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return packed.readAllBytes();
    }
  }

  /** The files of a tar.xz archive, unpacked by the system's tar into a temporary folder. */
  record Unpacked(Map<String, Path> files) {

    static Unpacked of(Path archive) throws IOException {
      Map<String, Path> files = new HashMap<>();
      for (Path file : all(archive)) {
        files.putIfAbsent(file.getFileName().toString(), file);
      }
      return new Unpacked(files);
    }

    /** Every file of the archive, in the order of their paths; gone when the program ends. */
    static List<Path> all(Path archive) throws IOException {
      Path folder = Files.createTempDirectory("twosource-bench");
      try {
        int status =
            new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
          throw new IOException("tar could not unpack " + archive);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while unpacking " + archive, stop);
      }
      try (var walk = Files.walk(folder)) {
        List<Path> paths = walk.sorted().toList();
        // folders before what is in them, so that the files go first when the program ends
        paths.forEach(path -> path.toFile().deleteOnExit());
        return paths.stream().filter(Files::isRegularFile).toList();
      }
    }

    Optional<Path> file(String name) {
      return Optional.ofNullable(files.get(name));
    }
  }
}
