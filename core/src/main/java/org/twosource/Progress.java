package org.twosource;

import org.twosource.brief.Stage;

/** Told how far a run has come. Called from one thread at a time. */
@FunctionalInterface
public interface Progress {

  /**
   * @param stage that is at work
   * @param done items finished, from 0
   * @param all items in all
   */
  void at(Stage stage, int done, int all);

  /** Nobody is told. */
  Progress NONE = (stage, done, all) -> {};
}
