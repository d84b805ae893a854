package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.Treebank;
import org.twosource.bench.data.Treebank.Tree;
import org.twosource.bench.learn.ParserScore;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;

/**
 * Parts of speech and dependencies on gold tokens, punctuation counted; relations without their
 * subtypes. The weights are learned from EWT train, so EWT dev and GUM dev are unseen.
 */
public final class SyntaxSuite implements Suite {

  @Override
  public String name() {
    return "syntax";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Optional<Weights> weights = Weights.find("syntax");
    Optional<Encoder> encoder = OnnxEncoder.open();
    if (weights.isEmpty() || encoder.isEmpty()) {
      return List.of();
    }
    try (Encoder open = encoder.get()) {
      Parser parser = new Parser(weights.get());
      ParserScore ewt = score(parser, open, Treebank.read(data, "syntax/ewt/dev.conllu"));
      ParserScore gum = score(parser, open, Treebank.read(data, "syntax/gum/dev.conllu"));
      return List.of(
          Figure.atLeast("UPOS, ewt dev", ewt.upos(), .965, ".962 study"),
          Figure.atLeast("UAS, ewt dev", ewt.uas(), .89, ".877 study"),
          Figure.atLeast("LAS, ewt dev", ewt.las(), .86, ".846 study"),
          Figure.atLeast(
              "subject of a speech verb F1, ewt dev", ewt.speechSubjects(), .93, ".922 study"),
          Figure.shown("LAS with subtypes, ewt dev", ewt.lasWithSubtypes()),
          Figure.shown("UPOS, gum dev", gum.upos()),
          Figure.shown("UAS, gum dev", gum.uas()),
          Figure.shown("LAS, gum dev", gum.las()),
          Figure.shown("subject of a speech verb F1, gum dev", gum.speechSubjects()));
    }
  }

  private static ParserScore score(Parser parser, Encoder encoder, List<Tree> trees) {
    ParserScore score = new ParserScore();
    for (Tree tree : trees) {
      encoder
          .encode(tree.words())
          .ifPresent(encoding -> score.add(tree, parser.parse(encoding, tree.words())));
    }
    return score;
  }
}
