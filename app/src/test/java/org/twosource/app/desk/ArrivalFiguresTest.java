package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.StorePlace;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;

/**
 * What one report costs that arrives at a store: read, kept, placed and indexed by itself, in
 * stores of several sizes. Takes minutes: {@code -Darrival=FILE}, a stream of reports as JSON
 * Lines; see scripts/arrival-figures.sh.
 */
class ArrivalFiguresTest {
  private static final int SMALLEST = 2_000;
  private static final int ARRIVALS = Integer.getInteger("arrival.each", 64);

  @TempDir Path folder;
  private final StringBuilder table = new StringBuilder("metric\tvalue\ttarget\treached\tfloor\n");

  @Test
  void costOfAnArrival() throws IOException {
    String stream = System.getProperty("arrival", "");
    Assumptions.assumeFalse(stream.isEmpty(), "run by a script");
    List<String> lines = Files.readAllLines(Path.of(stream));
    StorePlace place = StorePlace.in(folder.resolve("store"));
    List<Integer> sizes =
        Stream.iterate(SMALLEST, size -> size + ARRIVALS <= lines.size(), size -> 2 * size)
            .toList();
    try (StoryService service = StoryService.open(place)) {
      Derived derived = new Derived(place.folder());
      take(service, lines.subList(0, 1));
      SearchIndex index = SearchIndex.open(service.store(), derived.search(), derived.accounts());
      int known = 1;
      for (int size : sizes) {
        take(service, lines.subList(known, size));
        service.place(Progress.NONE);
        index = again(index, derived);
        for (int warm = 0; warm < 4; warm++) {
          take(service, lines.subList(size + warm, size + warm + 1));
          service.place(Progress.NONE);
          index = again(index, derived);
        }
        List<Long> waits = new ArrayList<>();
        long taking = 0;
        long placing = 0;
        long indexing = 0;
        for (int at = size + 4; at < size + ARRIVALS; at++) {
          long began = System.nanoTime();
          long first = cpu();
          take(service, lines.subList(at, at + 1));
          long taken = cpu();
          service.place(Progress.NONE);
          long placed = cpu();
          index = again(index, derived);
          taking += taken - first;
          placing += placed - taken;
          indexing += cpu() - placed;
          waits.add(System.nanoTime() - began);
        }
        double each = 1e6 * (ARRIVALS - 4);
        known = size + ARRIVALS;
        waits.sort(null);
        shown("CPU milliseconds an arrival, " + size, (taking + placing + indexing) / each);
        shown("of these to place it, " + size, placing / each);
        shown("of these to index it, " + size, indexing / each);
        shown("milliseconds that half of them took, " + size, waits.get(waits.size() / 2) / 1e6);
      }
      index.close();
      String digest = StoryService.digest(service.store());
      if (Boolean.getBoolean("arrival.rebuild")) {
        assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
      }
      System.out.println("digest " + digest);
    }
    String target = System.getProperty("arrival.out", "");
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target), table);
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

  private static void take(StoryService service, List<String> lines) {
    Importer importer = new Importer(service, one -> {});
    InputReader reader = new InputReader(Limits.standard());
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      reader.read(Content.of("stream", "stream-" + line.hashCode() + ".json", bytes), importer);
    }
    importer.finish();
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
