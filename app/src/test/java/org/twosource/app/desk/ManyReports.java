package org.twosource.app.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.twosource.report.Report;

/**
 * As many reports as a large desk has, written into files without being held: of each event a wire
 * text, a print of it with a sentence more, and a text of a reporter's own. Events are of made-up
 * places, people and words, in English sentences, {@value #A_DAY} a day.
 */
public final class ManyReports {
  private static final int A_DAY = 400;
  private static final int OF_AN_EVENT = 3;
  private static final int IN_A_FILE = 2_000;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManyReports() {}

  /** Writes JSON Lines into a folder, the earliest first. */
  public static void write(Path folder, long reports) throws IOException {
    Files.createDirectories(folder);
    for (long from = 0; from < reports; from += IN_A_FILE) {
      Path file = folder.resolve(String.format(Locale.ROOT, "part-%06d.jsonl", from / IN_A_FILE));
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (long number = from; number < Math.min(reports, from + IN_A_FILE); number++) {
          out.write(line(number));
          out.newLine();
        }
      }
    }
  }

  /** One report as a line; the same number gives the same report. */
  public static String line(long number) {
    long event = number / OF_AN_EVENT;
    Words words = new Words(event);
    String place = words.name();
    String wire = wire(words, place);
    String person = words.name();
    LocalDate day = FIRST.plusDays(event / A_DAY);
    String text =
        switch ((int) (number % OF_AN_EVENT)) {
          case 0 -> wire;
          case 1 -> wire + " Residents of " + place + " were asked to " + words.word() + ".";
          default -> own(words, place, person);
        };
    String[] outlets = {"Coast Wire", "Ledger " + event % 40, "Herald of " + words.name()};
    int kind = (int) (number % OF_AN_EVENT);
    return JSON.createObjectNode()
        .put("id", "m" + event + "-" + kind)
        .put("title", "What happened in " + place)
        .put("source", outlets[kind])
        .put("date", (kind == 0 ? day : day.plusDays(1)).toString())
        .put("text", text)
        .toString();
  }

  /** The same as a report. */
  public static String line(Report report) {
    return JSON.createObjectNode()
        .put("id", report.id())
        .put("title", report.headline().orElse(""))
        .put("source", report.outlet().orElse(""))
        .put("date", report.published().orElseThrow().iso())
        .put("text", report.body())
        .toString();
  }

  private static String wire(Words words, String place) {
    return words.filled(
        "The ? ? of "
            + place
            + " was shut on Monday after the ? had been ? by a ?, and ? people were led out of the ?,"
            + " the ? said. Nobody knew how the ? could have ? the ? before it was ?. The ? of the ?"
            + " in "
            + place
            + " said that they would look at the ? and that it was not the first of its ?.");
  }

  private static String own(Words words, String place, String person) {
    return words.filled(
        person
            + " was at the ? in "
            + place
            + " when it was ?. \"We had a ? and then there was a ?,\" said "
            + person
            + ", who is a ? there. The ? had not been ? for a year, and what the ? did to it is not"
            + " known.");
  }

  /** Made-up words of one event. */
  private static final class Words {
    private final Random random;

    Words(long event) {
      random = new Random(event * 0x9E3779B97F4A7C15L + 12);
    }

    String filled(String sentences) {
      StringBuilder filled = new StringBuilder();
      for (char c : sentences.toCharArray()) {
        if (c == '?') {
          filled.append(word());
        } else {
          filled.append(c);
        }
      }
      return filled.toString();
    }

    String name() {
      String word = word() + word().substring(0, 2);
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    String word() {
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      return word.toString();
    }
  }
}
