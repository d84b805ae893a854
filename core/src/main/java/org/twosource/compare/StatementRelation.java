package org.twosource.compare;

/**
 * How two statements stand to each other, in the order in which the weights give them. One of them
 * holds.
 */
public enum StatementRelation {
  /** Both mainly state one thing. */
  SAME,
  /** The first says all that the second says, and more. */
  FIRST_SAYS_MORE,
  /** The second says all that the first says, and more. */
  SECOND_SAYS_MORE,
  /** A clause with its arguments is common to both; each says something else besides. */
  PART,
  /** One question of fact with two answers, or the same at another time. */
  OTHER_ANSWER,
  /** Nothing is stated by both. */
  NEITHER;

  /** The relation read from the other side. */
  StatementRelation turned() {
    return switch (this) {
      case FIRST_SAYS_MORE -> SECOND_SAYS_MORE;
      case SECOND_SAYS_MORE -> FIRST_SAYS_MORE;
      case SAME, PART, OTHER_ANSWER, NEITHER -> this;
    };
  }
}
