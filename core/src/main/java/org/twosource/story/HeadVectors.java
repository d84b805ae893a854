package org.twosource.story;

import java.util.ArrayList;
import java.util.List;
import org.twosource.encode.Encoder;
import org.twosource.encode.Weights;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Vectors of the heads of reports (headline and lead), freed of what the heads of all news have in
 * common: the mean of a background collection is taken off and its strongest directions are
 * projected out ("All-but-the-Top", Mu and Viswanath 2018). What remains is what tells one event
 * from another; without it two reports on one broad subject look like one event.
 */
public final class HeadVectors {
  /** The weights file, and the matrices in it. */
  public static final String WEIGHTS = "story-heads";

  public static final String MEAN = "mean";
  public static final String DIRECTIONS = "directions";

  /** Tokens of headline and lead that are encoded. */
  private static final int HEAD_TOKENS = 110;

  private final Weights weights = Weights.find(WEIGHTS).orElseThrow();

  /** The words of the headline and of the lead, in order. */
  public static List<String> words(Text text) {
    List<String> words = new ArrayList<>();
    text.report().headline().ifPresent(title -> words.addAll(List.of(title.strip().split("\\s+"))));
    for (Sentence sentence : text.sentences()) {
      if (words.size() >= HEAD_TOKENS) {
        break;
      }
      if (sentence.part().isSaid() || sentence.part() == Part.Kind.HEADLINE) {
        sentence.tokens().stream().map(Token::text).forEach(words::add);
      }
    }
    return List.copyOf(words.subList(0, Math.min(HEAD_TOKENS, words.size())));
  }

  /** The vector of a head, length 1 (L2); without elements when there are no words. */
  float[] of(List<String> head, Encoder encoder) {
    return encoder.encode(head).map(encoding -> freed(encoding.sentence())).orElse(new float[0]);
  }

  private float[] freed(float[] sentence) {
    float[] vector = sentence.clone();
    float[] mean = weights.matrix(MEAN).values();
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= mean[i];
    }
    Weights.Matrix directions = weights.matrix(DIRECTIONS);
    for (int row = 0; row < directions.rows(); row++) {
      int from = row * directions.columns();
      double along = 0;
      for (int i = 0; i < vector.length; i++) {
        along += vector[i] * directions.values()[from + i];
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] -= (float) (along * directions.values()[from + i]);
      }
    }
    double length = length(vector);
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] /= (float) length;
    }
    return vector;
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
