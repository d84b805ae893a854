package org.twosource.bench.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.twosource.encode.Weights;

/** Where weights and their cards are written: the resources of core. */
public record WeightsFolder(Path folder) {

  /** The date a card names as that of its training: {@code 2026-11-26}. */
  static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /**
   * Writes {@code name.bin} and {@code name.card.md}.
   *
   * @param card what it was learned from, with licence, seed, date, scores and known faults
   */
  public void write(String name, Weights weights, String card) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
    Files.writeString(folder.resolve(name + ".card.md"), card);
    System.out.printf("%s: %d bytes%n", file, Files.size(file));
  }
}
