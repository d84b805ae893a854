package org.twosource.lineage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;

/**
 * Where the reports of one story name outlets; each report is searched once for each outlet. For
 * one thread.
 */
final class OutletNames {
  private final Map<Key, Optional<Span>> found = new HashMap<>();

  private record Key(OutletName outlet, String report, boolean links) {}

  /** As {@link OutletName#namedIn}. */
  Optional<Span> find(OutletName outlet, Annotated report, boolean links) {
    return found.computeIfAbsent(
        new Key(outlet, report.id(), links), key -> outlet.namedIn(report, links));
  }
}
