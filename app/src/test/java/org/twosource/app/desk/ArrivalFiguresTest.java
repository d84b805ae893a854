package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.MovedClock;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.StorePlace;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;

/**
 * What a report costs that arrives with others: read, kept, placed and indexed, in stores of
 * several sizes. Takes minutes: {@code -Darrival=FILE}, a stream of reports as JSON Lines; see
 * scripts/arrival-figures.sh.
 */
class ArrivalFiguresTest {
  private static final int SMALLEST = 2_000;

  /** What comes in a second at 50 a second. */
  private static final int TOGETHER = 50;

  private static final int ARRIVALS = Integer.getInteger("arrival.each", 1_000);
  private static final int WARM_UP = 200;

  /** Fifty a second on one core leave so much for each. */
  private static final int MOST_MILLIS = 20;

  /** How many reports later one comes that is late, on the mean. */
  private static final double LATER = 500;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final StringBuilder table = new StringBuilder("metric\tvalue\ttarget\treached\tfloor\n");

  @Test
  void costOfAnArrival() throws IOException {
    String stream = System.getProperty("arrival", "");
    Assumptions.assumeFalse(stream.isEmpty(), "run by a script");
    List<Arriving> reports = read(Path.of(stream));
    measure("in order", reports);
    measure("one in ten late, one in ten undated", shaken(reports));
    String target = System.getProperty("arrival.out", "");
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target), table);
    }
  }

  /**
   * A report of the stream.
   *
   * @param published also when it arrives, unless it is late
   */
  private record Arriving(ObjectNode json, Instant published, double place) {}

  /** The reports of a day at even distances. */
  private static List<Arriving> read(Path stream) throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    Map<String, Integer> ofDay = new HashMap<>();
    String day = "";
    for (String line : Files.readAllLines(stream)) {
      ObjectNode json = (ObjectNode) JSON.readTree(line);
      day = json.path("date").asText(day);
      json.put("date", day);
      lines.add(json);
      ofDay.merge(day, 1, Integer::sum);
    }
    List<Arriving> read = new ArrayList<>();
    Map<String, Integer> met = new HashMap<>();
    for (ObjectNode json : lines) {
      String own = json.path("date").asText();
      int at = met.merge(own, 1, Integer::sum) - 1;
      Instant published =
          LocalDate.parse(own)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .plusSeconds(Duration.ofDays(1).toSeconds() * at / ofDay.get(own));
      json.put("date", published.toString());
      read.add(new Arriving(json, published, read.size()));
    }
    return read;
  }

  private static List<Arriving> shaken(List<Arriving> reports) {
    Random random = new Random(5);
    List<Arriving> shaken = new ArrayList<>();
    for (Arriving one : reports) {
      ObjectNode json = one.json().deepCopy();
      double later = random.nextInt(10) == 0 ? -LATER * Math.log(1 - random.nextDouble()) : 0;
      if (random.nextInt(10) == 0) {
        json.remove("date");
      }
      shaken.add(new Arriving(json, one.published(), one.place() + later));
    }
    shaken.sort(Comparator.comparingDouble(Arriving::place));
    return shaken;
  }

  private void measure(String name, List<Arriving> reports) throws IOException {
    Path at = folder.resolve(name.replaceAll("\\W", "-"));
    StorePlace place = StorePlace.in(at);
    MovedClock clock = new MovedClock(reports.getFirst().published());
    Derived derived = new Derived(place.folder());
    List<Integer> sizes =
        Stream.iterate(SMALLEST, size -> size + ARRIVALS <= reports.size(), size -> 2 * size)
            .toList();
    try (StoryService service = new StoryService(place.open(), derived, clock, 2)) {
      SearchIndex index = SearchIndex.open(service.store(), derived.search(), derived.accounts());
      int known = 0;
      for (int size : sizes) {
        take(service, clock, reports.subList(known, size));
        service.place(Progress.NONE);
        index = again(index, derived);
        long taking = 0;
        long placing = 0;
        long indexing = 0;
        int counted = 0;
        for (known = size; known + TOGETHER <= size + ARRIVALS; known += TOGETHER) {
          long first = cpu();
          take(service, clock, reports.subList(known, known + TOGETHER));
          long taken = cpu();
          service.arrive();
          long placed = cpu();
          index = again(index, derived);
          if (known - size >= WARM_UP) {
            taking += taken - first;
            placing += placed - taken;
            indexing += cpu() - placed;
            counted += TOGETHER;
          }
        }
        long began = cpu();
        while (!service.isSettled()) {
          service.settle(Duration.ofSeconds(1));
        }
        long settling = cpu() - began;
        String of = name + ", " + size + " reports: ";
        double each = 1e6 * counted;
        double all = (taking + placing + indexing) / each;
        table.append(
            String.format(
                Locale.ROOT,
                "%sCPU milliseconds an arrival\t%.1f\t%d\t%s\t%n",
                of,
                all,
                MOST_MILLIS,
                all <= MOST_MILLIS ? "yes" : "no"));
        shown(of + "of these to place it", placing / each);
        shown(of + "of these to index it", indexing / each);
        shown(of + "CPU milliseconds an arrival to settle it later", settling / 1e6 / ARRIVALS);
      }
      index.close();
      String digest = StoryService.digest(service.store());
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
    }
  }

  private static SearchIndex again(SearchIndex index, Derived derived) {
    SearchIndex next = index.again(derived.search(), derived.accounts());
    index.close();
    return next;
  }

  private void shown(String name, double value) {
    String line = String.format(Locale.ROOT, "%s\t%.1f\t\t\t%n", name, value);
    table.append(line);
    System.out.print(line);
  }

  private static void take(StoryService service, MovedClock clock, List<Arriving> reports) {
    Importer importer = new Importer(service, one -> {});
    InputReader reader = new InputReader(Limits.standard());
    for (Arriving one : reports) {
      if (one.published().isAfter(clock.instant())) {
        clock.set(one.published());
      }
      byte[] bytes = one.json().toString().getBytes(StandardCharsets.UTF_8);
      String name = one.json().path("id").asText() + ".json";
      reader.read(Content.of("stream", name, bytes), importer);
    }
    importer.finish();
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
