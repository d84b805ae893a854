package org.twosource.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is learned can be learned again, and says what it was learned from. */
class WeightsTest {
  private static final Path FOLDER =
      Path.of("..", "core", "src", "main", "resources", "org", "twosource", "weights");
  private static final Path OF_BENCH =
      Path.of("src", "main", "resources", "org", "twosource", "bench", "stance");
  private static final String CARD = ".card.md";

  /** Weights that a script makes, and where it stands: what cannot be learned in Java. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "compare.onnx-part", "bench/training/compare",
          "differences.onnx-part", "bench/training/compare");

  @Test
  void everyFileOfWeightsIsWrittenByATrainingCommandAndNoOther() throws IOException {
    Set<String> written =
        Heads.standard().stream()
            .flatMap(head -> head.files().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    written.addAll(SCRIPTS.keySet());
    assertThat(names(false)).isEqualTo(written);
    assertThat(SCRIPTS.values())
        .allSatisfy(script -> assertThat(Path.of("..", script, "train.py")).exists());
  }

  @Test
  void everyFileOfWeightsHasACardWithDataCommandAndFaults() throws IOException {
    for (String file : names(false)) {
      List<String> cards = cardsOf(file);
      assertThat(cards).as("the cards of " + file).hasSize(1);
      assertThat(cards.getFirst())
          .as("the card of " + file)
          .contains(SCRIPTS.getOrDefault(file, "./build train "), "Date: ", "Known faults: ")
          .containsPattern("Data: |Learned from: ");
    }
  }

  /** A card is named as its file is, or names the file in its first line. */
  private static List<String> cardsOf(String file) throws IOException {
    String stem = file.substring(0, file.lastIndexOf('.'));
    List<String> cards = new ArrayList<>();
    for (String card : names(true)) {
      Path inCore = FOLDER.resolve(card);
      String text = Files.readString(Files.exists(inCore) ? inCore : OF_BENCH.resolve(card));
      if (card.equals(stem + CARD) || text.lines().findFirst().orElse("").contains(file)) {
        cards.add(text);
      }
    }
    return cards;
  }

  private static Set<String> names(boolean cards) throws IOException {
    try (Stream<Path> files = Stream.concat(Files.list(FOLDER), Files.list(OF_BENCH))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CARD) == cards)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
