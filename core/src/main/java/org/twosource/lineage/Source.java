package org.twosource.lineage;

import java.util.List;

/**
 * Reports that count as one source: a family, or several that one publisher holds together.
 *
 * @param id of its first family
 * @param families ids, in order
 * @param reports ids, in story order
 * @param why what holds several families together, in words; empty for one family
 */
public record Source(String id, List<String> families, List<String> reports, List<String> why) {
  public Source {
    families = List.copyOf(families);
    reports = List.copyOf(reports);
    why = List.copyOf(why);
  }
}
