package org.twosource.lineage;

import java.util.List;

/**
 * Reports that go back to one text: they count as one source.
 *
 * @param id {@code f1}, {@code f2} ... in order of their first report
 * @param reports ids, in story order
 * @param why the reason for every collapse into one source, in words
 */
public record Family(String id, List<String> reports, Origin origin, List<String> why) {
  public Family {
    reports = List.copyOf(reports);
    why = List.copyOf(why);
  }
}
