package org.twosource.encode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the words of a sentence into numbers: one pass, whose middle layers feed the heads and
 * whose last layer gives the sentence's vector. Any thread may call it.
 */
public interface Encoder extends AutoCloseable {

  /** Numbers in one row of a layer, and in a sentence vector. */
  int WIDTH = 384;

  /** The layers every {@link Encoding} holds, counted from 0 (the embeddings) to 6 (the last). */
  List<Integer> LAYERS = List.of(2, 3, 4, 6);

  /** Sentences of more tokens are not encoded: no prose has them, and they would cost too much. */
  int MAX_TOKENS = 1_000;

  /**
   * The encoding of a sentence; empty when it has no token or more than {@link #MAX_TOKENS}. The
   * same words give the same numbers, whatever was encoded before or beside.
   *
   * @param words the texts of its tokens, in order
   */
  Optional<Encoding> encode(List<String> words);

  /** What made the numbers: file names and their SHA-256, sorted by name. */
  Map<String, String> checksums();

  @Override
  void close();
}
