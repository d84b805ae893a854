package org.twosource.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.twosource.bench.BenchData;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;
import org.twosource.report.Report;
import org.twosource.story.HeadVectors;
import org.twosource.text.StandardTextBuilder;

/**
 * What the heads of news have in common: their mean, and the directions in which they vary most
 * (principal components by power iteration). Learned from collections that no story suite is
 * measured on; nobody's labels are used.
 */
final class StoryHead implements Head {
  /** 0 to 30 were tried; 6 is best on slices of NeuS train that were not learned from. */
  private static final int DIRECTIONS = 6;

  private static final int ROUNDS = 60;

  @Override
  public String name() {
    return HeadVectors.WEIGHTS;
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<float[]> heads = heads(data);
    int width = Encoder.WIDTH;
    float[] mean = new float[width];
    for (float[] head : heads) {
      for (int i = 0; i < width; i++) {
        mean[i] += head[i] / heads.size();
      }
    }
    for (float[] head : heads) {
      for (int i = 0; i < width; i++) {
        head[i] -= mean[i];
      }
    }
    float[] directions = new float[DIRECTIONS * width];
    Random random = new Random(seed);
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      float[] strongest = strongest(heads, random);
      System.arraycopy(strongest, 0, directions, direction * width, width);
      for (float[] head : heads) {
        double along = dot(head, strongest);
        for (int i = 0; i < width; i++) {
          head[i] -= (float) (along * strongest[i]);
        }
      }
    }
    weights.write(
        name(),
        new Weights.Builder(Map.of())
            .matrix(HeadVectors.MEAN, 1, width, mean)
            .matrix(HeadVectors.DIRECTIONS, DIRECTIONS, width, directions)
            .build(),
        card(heads.size(), seed));
  }

  private static List<float[]> heads(BenchData data) throws IOException {
    List<float[]> heads = new ArrayList<>();
    StandardTextBuilder builder = new StandardTextBuilder();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      for (String body : Frequencies.bodies(data)) {
        encoder
            .encode(HeadVectors.words(builder.build(Report.of("r", body))))
            .ifPresent(encoding -> heads.add(encoding.sentence().clone()));
      }
    }
    return heads;
  }

  private static float[] strongest(List<float[]> heads, Random random) {
    float[] direction = new float[Encoder.WIDTH];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[direction.length];
      for (float[] head : heads) {
        double along = dot(head, direction);
        for (int i = 0; i < next.length; i++) {
          next[i] += along * head[i];
        }
      }
      double squares = 0;
      for (double value : next) {
        squares += value * value;
      }
      for (int i = 0; i < next.length; i++) {
        direction[i] = (float) (next[i] / Math.sqrt(squares));
      }
    }
    return direction;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static String card(int heads, long seed) {
    return """
        # story-heads.bin

        The mean of %d vectors of heads (headline and lead), and their %d strongest directions; both are taken off before heads are compared.

        - Used by: `story` (likeness of heads). Source of the idea: Mu and Viswanath 2018, "All-but-the-Top".
        - Data: NeuS train (first article of each triple) and PolNeAR train, research use; no labels are used, no text is kept.
        - Made by: `./build train story-heads`, seed %d (start of the power iteration). Date: %s.
        - Scores: bench/results/stories.tsv; how it was chosen: docs/notes/stories.md.
        - Known faults: US politics of 2012-2022 is over-represented; English only.
        """
        .formatted(heads, DIRECTIONS, seed, WeightsFolder.today());
  }
}
