package org.twosource.bench.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Goes over the examples again and again in shuffled batches, two threads a batch, with a learning
 * rate that falls in a straight line, and averages the parameters over the last part. The same seed
 * gives the same weights: each thread has its own half of the batch and its own gradients.
 *
 * @param averageFrom the share of the steps after which averaging begins
 * @param decay weight decay, decoupled (Loshchilov and Hutter 2019)
 */
public record Trainer(
    int epochs, int batch, double rate, double decay, double averageFrom, long seed) {
  private static final int THREADS = 2;

  /** Computes the loss of one example on a tape. */
  public interface Loss<T> {
    double loss(T example, Tape tape);
  }

  public <T> void train(List<T> examples, Parameters parameters, Loss<T> loss) {
    List<T> order = new ArrayList<>(examples);
    Random shuffle = new Random(seed);
    long total = (long) epochs * ((examples.size() + batch - 1) / batch);
    long step = 0;
    List<float[][]> gradients = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      gradients.add(parameters.gradients());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        Collections.shuffle(order, shuffle);
        double sum = 0;
        long begun = System.nanoTime();
        for (int from = 0; from < order.size(); from += batch) {
          List<T> chosen = order.subList(from, Math.min(order.size(), from + batch));
          sum += batch(chosen, gradients, loss, threads, step);
          merge(gradients);
          double progress = (double) step / total;
          double warm = Math.min(1, (step + 1) / 100.0);
          parameters.step(gradients.get(0), rate * warm * Math.max(.02, 1 - progress), decay);
          if (progress >= averageFrom) {
            parameters.average();
          }
          step++;
        }
        System.out.printf(
            "epoch %d: loss %.4f, %d s%n",
            epoch + 1, sum / order.size(), (System.nanoTime() - begun) / 1_000_000_000);
      }
    }
  }

  private <T> double batch(
      List<T> chosen, List<float[][]> gradients, Loss<T> loss, ExecutorService threads, long step) {
    List<Future<Double>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int mine = thread;
      running.add(
          threads.submit(
              () -> {
                double sum = 0;
                for (int i = mine; i < chosen.size(); i += THREADS) {
                  long exampleSeed = seed * 1_000_003 + step * 1_009 + i;
                  Tape tape = new Tape(gradients.get(mine), new SplittableRandom(exampleSeed));
                  sum += loss.loss(chosen.get(i), tape);
                  tape.backward();
                }
                return sum;
              }));
    }
    try {
      double sum = 0;
      for (Future<Double> one : running) {
        sum += one.get();
      }
      return sum;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException("training", failure);
    }
  }

  private static void merge(List<float[][]> gradients) {
    for (int thread = 1; thread < gradients.size(); thread++) {
      for (int index = 0; index < gradients.get(0).length; index++) {
        float[] sum = gradients.get(0)[index];
        float[] more = gradients.get(thread)[index];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += more[i];
          more[i] = 0;
        }
      }
    }
  }
}
