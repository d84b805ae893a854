package org.twosource.archive;

/** What the reading of stories rests on. */
enum Tier {
  /** Words alone, as when reports are imported into a store. */
  WORDS,
  /** The encoder too, at a hundred times the cost: what {@code read} finds. */
  MODEL
}
