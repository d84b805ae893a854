package org.twosource.bench.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.bench.train.Parameters.Parameter;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.Tagger;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;

/**
 * Learns the weights of a {@link Tagger}.
 *
 * @param labels of the tokens, {@code O} first
 * @param layers of the encoder that are read
 * @param width of the projected row
 * @param dilations distances the residual blocks look at
 * @param hiddenWords share of the words that are hidden in training: of such a word only the
 *     capitals are seen, so that what it is must be read off the words around it
 * @param inputDropout share of the encoder's numbers that are hidden in training
 * @param dropout share of the hidden numbers that are hidden in training
 */
public record TaggerTrainer(
    List<String> labels,
    List<Integer> layers,
    int width,
    int[] dilations,
    double hiddenWords,
    double inputDropout,
    double dropout) {

  /** One sequence. */
  public interface Example {
    Tagger.Input input();

    /** The number of each token's label. */
    int[] gold();
  }

  /**
   * An example whose encodings are read from disk each time.
   *
   * @param sentences numbers of the sentences in the corpus
   */
  public record StoredExample(
      EncodedCorpus corpus, List<Integer> sentences, int[][] features, int[] gold)
      implements Example {
    @Override
    public Tagger.Input input() {
      List<Encoding> encodings =
          sentences.stream().map(sentence -> corpus.get(sentence).orElseThrow()).toList();
      return new Tagger.Input(encodings, features);
    }
  }

  public Weights train(List<? extends Example> examples, Trainer trainer) {
    Parameters parameters = new Parameters(trainer.seed());
    Parameter in = parameters.matrix("in", layers.size() * Encoder.WIDTH, width);
    Parameter features = parameters.uniform("features", TokenFeatures.SIZE, width, .05);
    Parameter inBias = parameters.zeros("inBias", 1, width);
    Parameter[] blocks = new Parameter[dilations.length];
    Parameter[] blockBiases = new Parameter[dilations.length];
    for (int i = 0; i < dilations.length; i++) {
      blocks[i] = parameters.matrix("block" + i, 3 * width, width);
      blockBiases[i] = parameters.zeros("blockBias" + i, 1, width);
    }
    Parameter out = parameters.matrix("out", width, labels.size());
    Parameter outBias = parameters.zeros("outBias", 1, labels.size());
    Parameter transitions =
        parameters.uniform("transitions", labels.size() + 1, labels.size(), .01);
    trainer.<Example>train(
        List.copyOf(examples),
        parameters,
        (example, tape) -> {
          Tagger.Input input = example.input();
          boolean[] unseen = tape.draw(input.features().length, hiddenWords);
          Tape.Tensor x = tape.dropout(states(input, unseen, tape), inputDropout);
          int[][] seenFeatures = capitalsOnly(input.features(), unseen);
          Tape.Tensor hidden = tape.add(tape.multiply(x, in), tape.embed(seenFeatures, features));
          hidden = tape.relu(tape.plus(hidden, inBias));
          for (int i = 0; i < dilations.length; i++) {
            Tape.Tensor seen = tape.dropout(hidden, dropout);
            Tape.Tensor window = tape.window(seen, -dilations[i], 0, dilations[i]);
            Tape.Tensor more = tape.plus(tape.multiply(window, blocks[i]), blockBiases[i]);
            hidden = tape.add(hidden, tape.relu(more));
          }
          hidden = tape.dropout(hidden, dropout);
          Tape.Tensor scores = tape.plus(tape.multiply(hidden, out), outBias);
          return tape.crfLoss(scores, transitions, example.gold());
        });
    return parameters.weights(facts());
  }

  /** The layers side by side, zeros for a word that is not to be seen. */
  private Tape.Tensor states(Tagger.Input input, boolean[] unseen, Tape tape) {
    int tokens = input.features().length;
    int wide = layers.size() * Encoder.WIDTH;
    float[] all = new float[tokens * wide];
    for (int i = 0; i < layers.size(); i++) {
      float[] layer = input.layer(layers.get(i));
      for (int token = 0; token < tokens; token++) {
        if (!unseen[token]) {
          System.arraycopy(
              layer, token * Encoder.WIDTH, all, token * wide + i * Encoder.WIDTH, Encoder.WIDTH);
        }
      }
    }
    return tape.input(tokens, wide, all);
  }

  private static int[][] capitalsOnly(int[][] features, boolean[] unseen) {
    int[][] seen = features.clone();
    for (int token = 0; token < seen.length; token++) {
      if (unseen[token]) {
        seen[token] = TokenFeatures.capitalsOnly(features[token]);
      }
    }
    return seen;
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("labels", String.join(" ", labels));
    facts.put("layers", layers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    facts.put(
        "dilations",
        IntStream.of(dilations).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    return facts;
  }
}
