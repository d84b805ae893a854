package org.twosource.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** Made-up events, each told by a wire, a print of it, and a reporter of his own. */
public final class Events {
  private static final String[] PLACES = {
    "Kelm", "Ostrava Bay", "Harrow Ford", "Selwyn", "Tarn Mills", "Vell", "Dunmore Quay", "Pirrin"
  };
  private static final String[] THINGS = {
    "ferry", "reactor", "grain silo", "cable car", "dam", "tram depot", "school roof", "oil barge"
  };
  private static final String[] DOINGS = {
    "caught fire", "was shut", "sprang a leak", "collapsed", "was struck by lightning", "was sold"
  };
  private static final String[] NAMES = {
    "Mara Oldt", "Jon Verrin", "Ada Pell", "Tomas Rook", "Lena Brand", "Uwe Stahl", "Nia Coe"
  };

  private Events() {}

  /** Three reports an event, in order of publication. */
  public static List<Report> reports(int events) {
    Random random = new Random(11);
    List<Report> reports = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (int event = 0; event < events; event++) {
      String place = PLACES[event % PLACES.length] + (event < PLACES.length ? "" : " " + event);
      String thing = THINGS[random.nextInt(THINGS.length)];
      String doing = DOINGS[random.nextInt(DOINGS.length)];
      String name = NAMES[random.nextInt(NAMES.length)];
      int number = 3 + random.nextInt(60);
      String wire =
          "The "
              + thing
              + " of "
              + place
              + " "
              + doing
              + " on Monday and "
              + number
              + " people were led to safety, the fire brigade said. "
              + name
              + ", who runs the "
              + thing
              + ", spoke of a fault that nobody had seen coming. The road to "
              + place
              + " stays closed until the engineers have looked at the "
              + thing
              + ".";
      String own =
          name
              + " stood before the "
              + thing
              + " in "
              + place
              + " and shook her head. Neighbours heard a bang before the "
              + thing
              + " "
              + doing
              + ". "
              + number
              + " people from "
              + place
              + " spent the night in a gym.";
      reports.add(report("e" + event + "-wire", "Coast Wire", place, wire, day.plusDays(event)));
      reports.add(
          report(
              "e" + event + "-print",
              "Ledger",
              place,
              wire + " Residents were told to keep windows shut.",
              day.plusDays(event).plusDays(1)));
      reports.add(
          report("e" + event + "-own", "Kelm Herald", place, own, day.plusDays(event).plusDays(1)));
    }
    return reports;
  }

  /** The same, but of events that have no words in common, so that there are as many stories. */
  public static List<Report> varied(int events) {
    Random random = new Random(12);
    List<Report> reports = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (int event = 0; event < events; event++) {
      String place = name(random);
      String wire =
          "In "
              + place
              + " the "
              + words(random, 9)
              + ". "
              + name(random)
              + " "
              + words(random, 12)
              + ". The "
              + words(random, 10)
              + " of "
              + place
              + ".";
      String own = name(random) + " of " + place + " " + words(random, 14) + ".";
      LocalDate on = day.plusDays(event / 4);
      String id = "v" + event;
      reports.add(report(id + "-wire", "Coast Wire", place, wire, on));
      reports.add(report(id + "-print", "Ledger", place, wire + " So it was.", on.plusDays(1)));
      reports.add(report(id + "-own", "Kelm Herald", place, own, on.plusDays(1)));
    }
    return reports;
  }

  private static String name(Random random) {
    String word = word(random);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder(word(random));
    for (int i = 1; i < count; i++) {
      words.append(' ').append(word(random));
    }
    return words.toString();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private static Report report(String id, String outlet, String place, String body, LocalDate day) {
    return new Report(
        id,
        "events/" + id + ".txt",
        Optional.empty(),
        Optional.of(outlet),
        Optional.of("What happened in " + place),
        List.of(),
        List.of(),
        Optional.of(PartialDate.of(day)),
        Optional.empty(),
        body);
  }
}
