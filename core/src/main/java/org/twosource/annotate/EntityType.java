package org.twosource.annotate;

import java.util.Locale;

/** The sorts of names told apart. */
public enum EntityType {
  PERSON,
  ORGANIZATION,
  PLACE,
  OTHER;

  /** The name used in the result: {@code person}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
