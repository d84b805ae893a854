package org.twosource.app.user;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a user may do, or a token at most; each role also has the rights of those before it. */
public enum Role {
  /** Reads, checks drafts, compares, keeps an inbox of his own. */
  READER,
  /** Also decides, adds reports and begins watches. */
  EDITOR,
  /** Also says which feeds are polled, and verifies the store. */
  ADMIN;

  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The lesser of two. */
  public Role atMost(Role other) {
    return may(other) ? other : this;
  }

  /** {@code reader}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none, with those that are
   */
  public static Role of(String label) {
    return Arrays.stream(values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a role is one of " + labels() + ", not " + label));
  }

  private static List<String> labels() {
    return Arrays.stream(values()).map(Role::label).toList();
  }
}
