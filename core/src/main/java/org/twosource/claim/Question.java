package org.twosource.claim;

import java.util.List;

/**
 * Wordings from anywhere in a story that answer one question differently.
 *
 * @param wordings in story order, each cut down to its answer
 * @param disputes between them, as indices into {@code wordings}
 */
public record Question(List<Wording> wordings, List<Dispute> disputes) {
  public Question {
    wordings = List.copyOf(wordings);
    disputes = List.copyOf(disputes);
  }
}
