/**
 * Rebuilds the learned heads from the benchmark data: {@code ./build train HEAD [SEED]}. A head is
 * one file here and one line in {@code Heads.standard()}. Encoder states are made once and kept
 * under {@code bench/target/encodings}; weights are written to the resources of core with a card
 * each.
 *
 * <p>{@link org.twosource.bench.train.Tape} is a small automatic differentiation over float
 * matrices ({@link org.twosource.bench.train.Gemm} does the multiplying), {@link
 * org.twosource.bench.train.Parameters} holds what is learned and steps it with Adam, {@link
 * org.twosource.bench.train.Trainer} shuffles, batches and averages. {@link
 * org.twosource.bench.train.TaggerTrainer} puts them together for tagging heads.
 */
@NullMarked
package org.twosource.bench.train;

import org.jspecify.annotations.NullMarked;
