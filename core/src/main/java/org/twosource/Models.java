package org.twosource;

import java.util.Optional;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.encode.Encoder;

/**
 * The models of a pipeline, each opened when it is first needed, which costs half a second and a
 * hundred megabytes, and then kept. For one run at a time.
 */
public final class Models {
  private final EncoderOpener opening = new EncoderOpener();
  private final LearnedComparer comparer = LearnedComparer.standard();
  private final LearnedDifferences differences = LearnedDifferences.standard();

  /** Begins to open the encoder, so that nobody waits for it later. */
  public void open() {
    opening.start();
  }

  /**
   * Waits until nothing is being opened, in any instance; for the end of a process, which would
   * crash in native code. Any thread may call it.
   */
  public static void settle() {
    EncoderOpener.settle();
  }

  Optional<Encoder> encoder() {
    return opening.encoder();
  }

  /** Tells how two statements stand to each other. */
  public LearnedComparer comparer() {
    return comparer;
  }

  /** Reads where a copy tells otherwise than its original. */
  public LearnedDifferences differences() {
    return differences;
  }
}
