package org.twosource.app.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Passwords and tokens, and what is kept of them. */
public final class Secrets {
  static final int MIN_CHARACTERS = 10;

  /** What bcrypt takes. */
  static final int MAX_BYTES = 72;

  /** A quarter of a second of a processor a guess. */
  private static final int COST = 12;

  private static final int TOKEN_BYTES = 32;

  private Secrets() {}

  /**
   * Made when it is first needed: it costs as much as a guess, and a desk without users has none.
   */
  private static final class Nobody {
    static final String HASH = BCrypt.hashpw("nobody has this one", BCrypt.gensalt(COST));
  }

  /**
   * @throws IllegalArgumentException for one that is too short or too long
   */
  static String hash(String password) {
    if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
      throw new IllegalArgumentException(
          "a password has at least " + MIN_CHARACTERS + " characters");
    }
    if (isTooLong(password)) {
      throw new IllegalArgumentException("a password has at most " + MAX_BYTES + " bytes");
    }
    return BCrypt.hashpw(password, BCrypt.gensalt(COST));
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /** One guess at a time, so that guessing takes one processor at most. */
  static synchronized boolean isPassword(String typed, String hash) {
    return !isTooLong(typed) && BCrypt.checkpw(typed, hash);
  }

  /** Takes as long as {@link #isPassword}, so that nobody learns which names there are. */
  static void refuse(String typed) {
    isPassword(typed, Nobody.HASH);
  }

  /** Text that nobody guesses, without characters that an address or a header escapes. */
  public static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Of something that nobody guesses; passwords are hashed otherwise. */
  public static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** In a time that does not depend on how much of them is the same. */
  public static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
