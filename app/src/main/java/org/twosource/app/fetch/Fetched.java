package org.twosource.app.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.twosource.app.fetch.Asking.Validators;

/** What came of asking for an address. */
public sealed interface Fetched {

  /**
   * An answer.
   *
   * @param at where the redirects led, or the address itself
   * @param moved where the page says that it now is for good
   * @param bytes unpacked
   * @param charset the character set that the server names, or ""
   * @param fresh how long the server says it will do
   */
  record Page(
      URI at,
      Optional<URI> moved,
      byte[] bytes,
      String charset,
      Validators validators,
      Optional<Duration> fresh)
      implements Fetched {}

  /** The same as last time. */
  record Unchanged(Validators validators, Optional<Duration> fresh) implements Fetched {}

  /**
   * None.
   *
   * @param reason a sentence for a person
   * @param kind what can be done about it
   * @param pause for how long the server wants to be left alone
   */
  record Failed(String reason, Kind kind, Optional<Duration> pause) implements Fetched {}

  /** What kind of failure it was. */
  enum Kind {
    /** It may go better another time. */
    PASSING,
    /** The site does not want programs; a person may get the page. */
    UNWELCOME,
    /** There is nothing there. */
    GONE,
    /** It must not be asked for, or not be taken. */
    REFUSED
  }
}
