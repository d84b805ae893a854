package org.twosource.app.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param known what an earlier answer said of itself, so that an unchanged one need not come again
 * @param byHand whether a person named this very page; then nobody is asked whether robots may
 */
public record Asking(URI address, Validators known, boolean byHand) {

  /** A page that a person names: fetched once, whatever is said to robots. */
  public static Asking once(URI address) {
    return new Asking(address, Validators.NONE, true);
  }

  /** Something that is looked at again and again. */
  public static Asking again(URI address, Validators known) {
    return new Asking(address, known, false);
  }

  /**
   * By what a server tells whether a page changed.
   *
   * @param tag the header ETag, as it came
   * @param changed the header Last-Modified, as it came
   */
  public record Validators(Optional<String> tag, Optional<String> changed) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
  }
}
