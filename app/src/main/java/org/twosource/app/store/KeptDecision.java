package org.twosource.app.store;

import java.util.Optional;

/**
 * What a reader decided.
 *
 * @param number by which it is undone
 * @param kind {@code together}, {@code apart}, {@code same-claim}, {@code different-claims}, {@code
 *     same-name}, {@code pin} or {@code rename}
 * @param a the report, statement or story it is about
 * @param b the other report or statement, or the new name
 */
public record KeptDecision(
    long number, String kind, String a, String b, Act made, Optional<Act> undone) {

  /**
   * When something was done, and who did it.
   *
   * @param at ISO 8601 instant
   * @param by name of a user; empty for the owner of a store without users
   */
  public record Act(String at, String by) {}
}
