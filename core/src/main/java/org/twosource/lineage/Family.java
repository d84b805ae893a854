package org.twosource.lineage;

import java.util.List;
import org.twosource.report.Handle;

/**
 * Reports that go back to one text: they count as one source.
 *
 * @param handle its id is made of its first report; labels {@code f1}, {@code f2} ... in order of
 *     that
 * @param reports ids, in story order
 * @param why the reason for every collapse into one source, in words
 */
public record Family(Handle handle, List<String> reports, Origin origin, List<String> why) {
  public Family {
    reports = List.copyOf(reports);
    why = List.copyOf(why);
  }

  public String id() {
    return handle.id();
  }

  /** For people: {@code f1}. */
  public String label() {
    return handle.label();
  }
}
