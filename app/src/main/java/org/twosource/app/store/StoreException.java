package org.twosource.app.store;

/**
 * The store could not be opened, read or written. The message is one sentence that names the folder
 * and says what to do.
 */
public final class StoreException extends RuntimeException {
  /** What kind of trouble it is; a caller may want to answer with another exit status. */
  public enum Kind {
    MISSING,
    IN_USE,
    NEWER,
    FULL,
    READ_ONLY,
    DAMAGED,
    FAILED
  }

  private final Kind kind;

  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
