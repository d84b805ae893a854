package org.twosource.bench.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.train.Parameters.Parameter;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;

/**
 * Learns the weights of a {@link Parser}: cross entropy of the part of speech, of the head among
 * all tokens and the root, and of the relation to the right head.
 *
 * @param width of the projected row
 * @param arcWidth of the rows that are scored against each other
 * @param labelWidth of the rows from which relations are told
 */
record ParserTrainer(
    List<String> tags,
    List<String> relations,
    List<Integer> layers,
    int width,
    int arcWidth,
    int labelWidth,
    int[] dilations,
    double inputDropout,
    double dropout) {

  /**
   * One sentence.
   *
   * @param heads counted from 1, 0 is the root
   */
  record Example(
      EncodedCorpus corpus,
      int sentence,
      int[][] features,
      int[] tags,
      int[] heads,
      int[] relations) {}

  Weights train(List<Example> examples, Trainer trainer) {
    return train(examples, trainer, Optional.empty());
  }

  /** Goes on from these weights, or from chance. */
  Weights train(List<Example> examples, Trainer trainer, Optional<Weights> from) {
    Parameters parameters = new Parameters(trainer.seed());
    Model model = new Model(this, parameters);
    from.ifPresent(model::startFrom);
    trainer.<Example>train(examples, parameters, model::loss);
    return parameters.weights(facts());
  }

  private static final class Model {
    private final ParserTrainer shape;
    private final Parameter in;
    private final Parameter features;
    private final Parameter inBias;
    private final Parameter[] blocks;
    private final Parameter[] blockBiases;
    private final Parameter pos;
    private final Parameter posBias;
    private final Parameter dependent;
    private final Parameter dependentBias;
    private final Parameter governor;
    private final Parameter governorBias;
    private final Parameter governorRoot;
    private final Parameter arc;
    private final Parameter arcBias;
    private final Parameter distance;
    private final Parameter dependentDistance;
    private final Parameter governorDistance;
    private final Parameter labelDependent;
    private final Parameter labelDependentBias;
    private final Parameter labelGovernor;
    private final Parameter labelGovernorBias;
    private final Parameter labelRoot;
    private final Parameter label;
    private final Parameter labelBias;
    private final Parameter labelDistance;
    private final Parameter relation;
    private final Parameter relationBias;

    Model(ParserTrainer shape, Parameters parameters) {
      this.shape = shape;
      int width = shape.width();
      int arcs = shape.arcWidth();
      int labels = shape.labelWidth();
      in = parameters.matrix("in", shape.layers().size() * Encoder.WIDTH, width);
      features = parameters.uniform("features", TokenFeatures.SIZE, width, .05);
      inBias = parameters.zeros("inBias", 1, width);
      blocks = new Parameter[shape.dilations().length];
      blockBiases = new Parameter[blocks.length];
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = parameters.matrix("block" + i, 3 * width, width);
        blockBiases[i] = parameters.zeros("blockBias" + i, 1, width);
      }
      pos = parameters.matrix("pos", width, shape.tags().size());
      posBias = parameters.zeros("posBias", 1, shape.tags().size());
      dependent = parameters.matrix("dependent", width, arcs);
      dependentBias = parameters.zeros("dependentBias", 1, arcs);
      governor = parameters.matrix("governor", width, arcs);
      governorBias = parameters.zeros("governorBias", 1, arcs);
      governorRoot = parameters.uniform("governorRoot", 1, arcs, .1);
      arc = parameters.matrix("arc", arcs, arcs);
      arcBias = parameters.zeros("arcBias", 1, arcs);
      distance = parameters.zeros("distance", Parser.DISTANCES, 1);
      dependentDistance = parameters.zeros("dependentDistance", width, Parser.DISTANCES);
      governorDistance = parameters.zeros("governorDistance", width, Parser.DISTANCES);
      labelDependent = parameters.matrix("labelDependent", width, labels);
      labelDependentBias = parameters.zeros("labelDependentBias", 1, labels);
      labelGovernor = parameters.matrix("labelGovernor", width, labels);
      labelGovernorBias = parameters.zeros("labelGovernorBias", 1, labels);
      labelRoot = parameters.uniform("labelRoot", 1, labels, .1);
      label = parameters.matrix("label", 2 * labels, labels);
      labelBias = parameters.zeros("labelBias", 1, labels);
      labelDistance = parameters.uniform("labelDistance", Parser.DISTANCES, labels, .05);
      relation = parameters.matrix("relation", labels, shape.relations().size());
      relationBias = parameters.zeros("relationBias", 1, shape.relations().size());
    }

    void startFrom(Weights weights) {
      List<Parameter> all = new ArrayList<>();
      all.addAll(List.of(in, features, inBias, pos, posBias, dependent, dependentBias));
      all.addAll(List.of(governor, governorBias, governorRoot, arc, arcBias, distance));
      all.addAll(List.of(dependentDistance, governorDistance));
      all.addAll(List.of(labelDependent, labelDependentBias, labelGovernor, labelGovernorBias));
      all.addAll(List.of(labelRoot, label, labelBias, labelDistance, relation, relationBias));
      all.addAll(List.of(blocks));
      all.addAll(List.of(blockBiases));
      for (Parameter one : all) {
        if (weights.has(one.name)) {
          float[] values = weights.matrix(one.name).values();
          System.arraycopy(values, 0, one.value(), 0, values.length);
        }
      }
    }

    double loss(Example example, Tape tape) {
      Encoding encoding = example.corpus().get(example.sentence()).orElseThrow();
      int tokens = encoding.tokens();
      Tape.Tensor x = tape.dropout(states(encoding, tape), shape.inputDropout());
      Tape.Tensor hidden = tape.add(tape.multiply(x, in), tape.embed(example.features(), features));
      hidden = tape.relu(tape.plus(hidden, inBias));
      for (int i = 0; i < blocks.length; i++) {
        int far = shape.dilations()[i];
        Tape.Tensor window = tape.window(tape.dropout(hidden, shape.dropout()), -far, 0, far);
        hidden =
            tape.add(
                hidden, tape.relu(tape.plus(tape.multiply(window, blocks[i]), blockBiases[i])));
      }
      hidden = tape.dropout(hidden, shape.dropout());
      double loss =
          tape.softmaxLoss(tape.plus(tape.multiply(hidden, pos), posBias), example.tags(), 1);
      Tape.Tensor withRoot = tape.rows(hidden, rootFirst(tokens));
      loss += tape.softmaxLoss(arcs(tape, hidden, withRoot, tokens), example.heads(), 1);
      loss += tape.softmaxLoss(labels(tape, hidden, withRoot, example), example.relations(), 1);
      return loss;
    }

    private Tape.Tensor arcs(Tape tape, Tape.Tensor hidden, Tape.Tensor withRoot, int tokens) {
      Tape.Tensor dependents =
          tape.relu(tape.plus(tape.multiply(hidden, dependent), dependentBias));
      Tape.Tensor governors =
          tape.relu(
              tape.add(
                  tape.plus(tape.multiply(withRoot, governor), governorBias),
                  tape.embed(rootOnly(tokens), governorRoot)));
      dependents = tape.dropout(dependents, shape.dropout());
      governors = tape.dropout(governors, shape.dropout());
      Tape.Tensor turned = tape.plus(tape.multiply(dependents, arc), arcBias);
      int[][] dependentAt = new int[tokens][tokens + 1];
      int[][] governorAt = new int[tokens][tokens + 1];
      int[][] apart = new int[tokens][tokens + 1];
      int[][] bias = new int[tokens * (tokens + 1)][];
      for (int i = 0; i < tokens; i++) {
        for (int j = 0; j <= tokens; j++) {
          dependentAt[i][j] = i;
          governorAt[i][j] = j;
          apart[i][j] = Parser.distance(i, j - 1);
          bias[i * (tokens + 1) + j] = new int[] {apart[i][j]};
        }
      }
      Tape.Tensor scores = tape.add(tape.pairs(turned, governors), tape.embed(bias, distance));
      Tape.Tensor ofDependent = tape.multiply(hidden, dependentDistance);
      Tape.Tensor ofGovernor = tape.multiply(withRoot, governorDistance);
      scores = tape.add(scores, tape.pick(ofDependent, dependentAt, apart));
      return tape.add(scores, tape.pick(ofGovernor, governorAt, apart));
    }

    private Tape.Tensor labels(
        Tape tape, Tape.Tensor hidden, Tape.Tensor withRoot, Example example) {
      int tokens = example.heads().length;
      Tape.Tensor dependents =
          tape.relu(tape.plus(tape.multiply(hidden, labelDependent), labelDependentBias));
      Tape.Tensor governors =
          tape.relu(
              tape.add(
                  tape.plus(tape.multiply(withRoot, labelGovernor), labelGovernorBias),
                  tape.embed(rootOnly(tokens), labelRoot)));
      Tape.Tensor pairs = tape.beside(dependents, tape.rows(governors, example.heads()));
      int[][] ids = new int[tokens][1];
      for (int i = 0; i < tokens; i++) {
        ids[i][0] = Parser.distance(i, example.heads()[i] - 1);
      }
      Tape.Tensor mixed =
          tape.relu(
              tape.add(
                  tape.plus(tape.multiply(pairs, label), labelBias),
                  tape.embed(ids, labelDistance)));
      mixed = tape.dropout(mixed, shape.dropout());
      return tape.plus(tape.multiply(mixed, relation), relationBias);
    }

    private Tape.Tensor states(Encoding encoding, Tape tape) {
      int tokens = encoding.tokens();
      int wide = shape.layers().size() * Encoder.WIDTH;
      float[] all = new float[tokens * wide];
      for (int i = 0; i < shape.layers().size(); i++) {
        float[] layer = encoding.layer(shape.layers().get(i));
        for (int token = 0; token < tokens; token++) {
          System.arraycopy(
              layer, token * Encoder.WIDTH, all, token * wide + i * Encoder.WIDTH, Encoder.WIDTH);
        }
      }
      return tape.input(tokens, wide, all);
    }

    private static int[] rootFirst(int tokens) {
      return IntStream.range(-1, tokens).toArray();
    }

    private static int[][] rootOnly(int tokens) {
      int[][] ids = new int[tokens + 1][0];
      ids[0] = new int[] {0};
      return ids;
    }
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("tags", String.join(" ", tags));
    facts.put("relations", String.join(" ", relations));
    facts.put("layers", layers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    facts.put(
        "dilations",
        IntStream.of(dilations).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    return facts;
  }
}
