package org.twosource.app.user;

/**
 * Somebody who may sign in.
 *
 * @param name lower-case letters, digits, dot, hyphen and underscore; at most 32
 * @param hash of the password
 * @param made ISO 8601 instant
 */
public record User(String name, Role role, String hash, String made) {
  private static final String NAME = "[a-z0-9][a-z0-9._-]{0,31}";

  public User {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "a name has lower-case letters, digits, dots, hyphens and underscores, at most 32,"
              + " and begins with a letter or digit");
    }
  }

  User with(Role other) {
    return new User(name, other, hash, made);
  }

  User withHash(String other) {
    return new User(name, role, other, made);
  }
}
