package org.twosource.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twosource.bench.BenchData;

/** Reads Universal Dependencies in CoNLL-U form; empty nodes and multiword lines are left out. */
public final class Treebank {

  /**
   * One sentence; the lists run along its words.
   *
   * @param heads index of the governing word, -1 for the root
   */
  public record Tree(
      List<String> words,
      List<String> pos,
      List<Integer> heads,
      List<String> relations,
      List<String> lemmas) {}

  private Treebank() {}

  /** The trees of a file, named from the data's folder. */
  public static List<Tree> read(BenchData data, String name) throws IOException {
    return read(data.file(name));
  }

  private static List<Tree> read(Path file) throws IOException {
    List<Tree> trees = new ArrayList<>();
    Tree tree = empty();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        if (!tree.words().isEmpty()) {
          trees.add(tree);
        }
        tree = empty();
        continue;
      }
      String[] cells = line.split("\t");
      if (cells.length == 10 && cells[0].matches("\\d+")) {
        tree.words().add(cells[1]);
        tree.lemmas().add(cells[2]);
        tree.pos().add(cells[3]);
        tree.heads().add(Integer.parseInt(cells[6]) - 1);
        tree.relations().add(cells[7]);
      }
    }
    if (!tree.words().isEmpty()) {
      trees.add(tree);
    }
    return trees;
  }

  private static Tree empty() {
    return new Tree(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
