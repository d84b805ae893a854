package org.twosource.bench.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.Treebank;
import org.twosource.bench.data.Treebank.Tree;
import org.twosource.bench.learn.ParserScore;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;

/** Parts of speech and dependencies: Universal Dependencies English Web Treebank. */
final class SyntaxHead implements Head {
  private static final int LONGEST = 90;
  private static final int EPOCHS = 10;
  private static final int REFINING = 2;

  @Override
  public String name() {
    return "syntax";
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    List<Tree> trees = Treebank.read(data, "syntax/ewt/train.conllu");
    EncodedCorpus corpus = EncodedCorpus.of("ewt-train", trees.stream().map(Tree::words).toList());
    TreeSet<String> tags = new TreeSet<>();
    TreeSet<String> relations = new TreeSet<>();
    trees.forEach(
        tree -> {
          tags.addAll(tree.pos());
          relations.addAll(tree.relations());
        });
    ParserTrainer rough = shape(tags, relations, .1, .2);
    List<ParserTrainer.Example> examples = examples(trees, corpus, rough);
    Weights weights = rounded(rough.train(examples, new Trainer(EPOCHS, 16, 2e-3, 1e-4, .6, seed)));
    weights = refine(tags, relations, examples, weights, seed);
    ParserScore score = score(new Parser(weights), data, "ewt/dev");
    System.out.println(score);
    folder.write(name(), weights, card(seed, EPOCHS + REFINING, score));
  }

  private static ParserTrainer shape(
      Set<String> tags, Set<String> relations, double inputDropout, double dropout) {
    return new ParserTrainer(
        List.copyOf(tags),
        List.copyOf(relations),
        List.of(2, 3, 4),
        144,
        112,
        96,
        new int[] {1, 2, 4, 1},
        inputDropout,
        dropout);
  }

  /** More epochs with little hidden: the dropout of the first ones is strong for so few. */
  static Weights refine(
      Set<String> tags,
      Set<String> relations,
      List<ParserTrainer.Example> examples,
      Weights weights,
      long seed) {
    return shape(tags, relations, .05, .1)
        .train(examples, new Trainer(REFINING, 16, 1e-3, 1e-4, .3, seed + 1), Optional.of(weights));
  }

  /** As they come back from a file: 16-bit. */
  private static Weights rounded(Weights weights) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(bytes);
    return Weights.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  static List<ParserTrainer.Example> examples(
      List<Tree> trees, EncodedCorpus corpus, ParserTrainer trainer) {
    List<ParserTrainer.Example> examples = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      Tree tree = trees.get(i);
      if (tree.words().size() <= LONGEST) {
        examples.add(
            new ParserTrainer.Example(
                corpus,
                i,
                TokenFeatures.of(tree.words()),
                tree.pos().stream().mapToInt(trainer.tags()::indexOf).toArray(),
                tree.heads().stream().mapToInt(head -> head + 1).toArray(),
                tree.relations().stream().mapToInt(trainer.relations()::indexOf).toArray()));
      }
    }
    return examples;
  }

  /** How well a parser does on a treebank file, named as {@code ewt/dev}. */
  static ParserScore score(Parser parser, BenchData data, String file) throws IOException {
    List<Tree> trees = Treebank.read(data, "syntax/" + file + ".conllu");
    EncodedCorpus corpus =
        EncodedCorpus.of(file.replace('/', '-'), trees.stream().map(Tree::words).toList());
    ParserScore score = new ParserScore();
    for (int i = 0; i < trees.size(); i++) {
      Tree tree = trees.get(i);
      score.add(tree, parser.parse(corpus.get(i).orElseThrow(), tree.words()));
    }
    return score;
  }

  private static String card(long seed, int epochs, ParserScore score) {
    return """
        # syntax: parts of speech and dependencies

        Dilated convolutions over layers 2, 3 and 4 of all-MiniLM-L6-v2 (int8), biaffine arcs, \
        projective decoding. Universal Dependencies tags and relations.

        - Learned from: Universal Dependencies English Web Treebank, train (CC BY-SA 4.0), \
        sentences of up to %d words, %d epochs.
        - Made by: `./build train syntax %d`. Date: %s.
        - On its dev, gold tokens, punctuation counted: %s.
        - Known faults: learned from weblogs, mail and reviews, not from news; captions and headlines \
        without a verb are hard; no crossing arcs.
        """
        .formatted(LONGEST, epochs, seed, WeightsFolder.today(), score);
  }
}
