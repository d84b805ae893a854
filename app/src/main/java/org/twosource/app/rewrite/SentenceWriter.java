package org.twosource.app.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts one sentence into other words. */
public interface SentenceWriter {

  /**
   * Writes a sentence anew.
   *
   * @param sentence the extract
   * @param cited the sentences it rests on
   * @return the answer as it came
   * @throws NoAnswer when there is none
   */
  String rewrite(String sentence, List<String> cited) throws NoAnswer;

  /** Why there was no answer, in one line. */
  final class NoAnswer extends Exception {
    public NoAnswer(String why, @Nullable Throwable cause) {
      super(why, cause);
    }

    /** The reason. */
    public String why() {
      return String.valueOf(getMessage());
    }
  }
}
