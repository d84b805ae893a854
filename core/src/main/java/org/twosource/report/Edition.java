package org.twosource.report;

import java.util.List;
import java.util.Optional;

/**
 * Which printing of a page a report is: what its metadata say of later changes.
 *
 * @param guid the name that a feed gives the item, where it is no address
 * @param modified when the page was last changed, at the precision given
 * @param corrections what the publisher says it corrected, in its words
 */
public record Edition(
    Optional<String> guid, Optional<PartialDate> modified, List<String> corrections) {
  /** Nothing is said of other printings. */
  public static final Edition UNKNOWN = new Edition(Optional.empty(), Optional.empty(), List.of());

  public Edition {
    corrections = List.copyOf(corrections);
  }
}
