package org.twosource.claim.wording;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.lineage.CopiedPairs;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.Passage.Substance;

/**
 * Which family a statement is of. Mostly that of its report; but a report that took a passage from
 * another source, or may have taken it, is one source with it for what stands there, and a source
 * of its own for the rest. Immutable.
 */
final class StatementFamilies {
  private final Map<String, String> ofReports = new LinkedHashMap<>();
  private final Map<Place, Place> copiedWith = new HashMap<>();
  private final Map<Place, String> ofPassages = new HashMap<>();

  /** A sentence of a report. */
  private record Place(String report, int sentence) {}

  StatementFamilies(List<Alignment> alignments, Lineage lineage) {
    for (Family family : lineage.families()) {
      family.reports().forEach(report -> ofReports.put(report, family.id()));
    }
    CopiedPairs copied = new CopiedPairs(lineage);
    for (Alignment alignment : alignments) {
      if (copied.hold(alignment.a(), alignment.b())) {
        alignment.passages().stream()
            .filter(passage -> passage.substance() == Substance.PROSE && passage.isByWords())
            .forEach(passage -> join(alignment, passage));
      }
    }
    List<String> order = lineage.families().stream().map(Family::id).toList();
    for (Place place : copiedWith.keySet()) {
      ofPassages.merge(
          root(place),
          ofReport(place.report()),
          (one, two) -> order.indexOf(one) <= order.indexOf(two) ? one : two);
    }
  }

  /** The family of what a sentence states; a report of no family is one of its own. */
  String of(String report, int sentence) {
    Place place = new Place(report, sentence);
    return copiedWith.containsKey(place)
        ? ofPassages.getOrDefault(root(place), ofReport(report))
        : ofReport(report);
  }

  private String ofReport(String report) {
    return ofReports.getOrDefault(report, report);
  }

  private void join(Alignment alignment, Passage passage) {
    Place one = root(new Place(alignment.a(), passage.a().getFirst()));
    passage.a().forEach(sentence -> tie(new Place(alignment.a(), sentence), one));
    passage.b().forEach(sentence -> tie(new Place(alignment.b(), sentence), one));
  }

  private void tie(Place place, Place to) {
    copiedWith.put(root(place), root(to));
    copiedWith.putIfAbsent(place, root(to));
  }

  private Place root(Place place) {
    Place root = place;
    for (Place above = copiedWith.get(root);
        above != null && !above.equals(root);
        above = copiedWith.get(root)) {
      root = above;
    }
    return root;
  }
}
