package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.StorePlace;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;

/**
 * How much room a store takes: what is kept of the bytes as received, and everything else (reports,
 * stories, names, the state of placing, the index of words) by the length of the texts. The pages
 * made here have words that hardly pack; {@code -Dstore.pages=DIR} says the same of others.
 */
class StoreSizeTest {
  private static final double RAW = .45;
  private static final double DERIVED = 2.2;
  private static final int PAGES = 400;

  @TempDir Path folder;

  @Test
  void bytesReceivedAndBytesMade() throws IOException, SQLException {
    Path given = folder.resolve("pages");
    String other = System.getProperty("store.pages", "");
    if (other.isEmpty()) {
      pages(given);
    }
    StorePlace place = StorePlace.in(folder.resolve("store"));
    long[] text = {0};
    try (StoryService service = StoryService.open(place)) {
      Importer importer = new Importer(service, none -> {});
      List<Path> inputs = List.of(other.isEmpty() ? given : Path.of(other));
      new InputReader(Limits.standard()).read(inputs, importer);
      importer.finish();
      service.place(Progress.NONE);
      service.store().compact();
      Derived derived = new Derived(place.folder());
      SearchIndex.open(service.store(), derived.search(), derived.accounts()).close();
      service
          .store()
          .read(
              view -> {
                view.eachReport(
                    one -> text[0] += one.report().body().getBytes(StandardCharsets.UTF_8).length);
                return true;
              });
    }
    Path database = place.folder().resolve("twosource.db");
    long received = number(database, "select sum(bytes) from raw");
    long kept = number(database, "select sum(length(data)) from raw_part");
    long all = size(place.folder());
    double raw = (double) kept / received;
    double derived = (double) (all - kept) / text[0];
    System.out.printf(
        Locale.ROOT,
        "received %d, kept %.3f of it; text %d, everything else %.2f a byte: database %.2f, index of"
            + " words %.2f, placing %.2f%n",
        received,
        raw,
        text[0],
        derived,
        (double) (Files.size(database) - kept) / text[0],
        (double) size(place.folder().resolve("search")) / text[0],
        (double) size(place.folder().resolve("placing")) / text[0]);
    if (other.isEmpty()) {
      assertThat(raw).isLessThan(RAW);
      assertThat(derived).isLessThan(DERIVED);
    }
  }

  private static long size(Path what) throws IOException {
    try (Stream<Path> files = Files.walk(what)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }

  private static long number(Path database, String query) throws SQLException {
    try (Connection direct = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = direct.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** Pages of twelve sites, with what sites print around every article. */
  private static void pages(Path into) throws IOException {
    Files.createDirectories(into);
    Random random = new Random(3);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      words.add(word(random));
    }
    for (int page = 0; page < PAGES; page++) {
      int site = page % 12;
      Random ofSite = new Random(site);
      StringBuilder html = new StringBuilder("<!doctype html><html><head><title>Site " + site);
      html.append("</title><style>");
      for (int i = 0; i < 60; i++) {
        html.append(".c").append(ofSite.nextInt(9_999)).append("{margin:").append(i).append("px}");
      }
      html.append("</style></head><body><nav><ul>");
      for (int i = 0; i < 40; i++) {
        String link = words.get(ofSite.nextInt(words.size()));
        html.append("<li class=item><a href=\"/" + link + "\">" + link + "</a></li>");
      }
      html.append("</ul></nav><article>");
      for (int paragraph = 0; paragraph < 12; paragraph++) {
        html.append("<p>");
        for (int i = 0; i < 60; i++) {
          int zipf = (int) (words.size() * Math.pow(random.nextDouble(), 4));
          html.append(i == 0 ? "The" : words.get(zipf)).append(i % 14 == 13 ? ". " : " ");
        }
        html.append("it said.</p>");
      }
      html.append("</article></body></html>");
      Files.writeString(into.resolve("page-" + page + ".html"), html);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }
}
