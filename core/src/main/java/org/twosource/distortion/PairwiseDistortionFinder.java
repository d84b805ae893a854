package org.twosource.distortion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.report.ContentIds;
import org.twosource.report.Handle;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.WordAligner;

/**
 * Judges the passages that members of one family share, and charges each change to the report where
 * it first appears ({@link FamilyCharges}). Keeps no state between calls.
 */
public final class PairwiseDistortionFinder implements DistortionFinder {

  private final ChangeJudge judge;
  private final WordAligner aligner;
  private final QuotationMatcher quotations;

  public PairwiseDistortionFinder(
      ChangeJudge judge, WordAligner aligner, QuotationMatcher quotations) {
    this.judge = judge;
    this.aligner = aligner;
    this.quotations = quotations;
  }

  @Override
  public Distortions find(Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    PairReader reader = new PairReader(aligner);
    Map<String, Annotated> texts = new LinkedHashMap<>();
    annotations.reports().forEach(report -> texts.put(report.id(), report));
    SharedPassages passages = new SharedPassages(texts, alignments);
    PassageChanges changes = new PassageChanges(judge, reader, texts);
    List<Charge> charges = new ArrayList<>();
    for (Family family : lineage.families()) {
      if (family.reports().size() > 1) {
        charges.addAll(new FamilyCharges(family, lineage, texts, passages, changes).charges());
      }
    }
    return new Distortions(
        numbered(charges, List.copyOf(texts.keySet())),
        quotations.match(annotations, alignments, lineage, reader));
  }

  private static List<Distortion> numbered(List<Charge> charges, List<String> order) {
    List<Charge> sorted = new ArrayList<>(charges);
    sorted.sort(
        Comparator.comparingInt((Charge charge) -> order.indexOf(charge.to().report()))
            .thenComparing(Charge::to)
            .thenComparing(charge -> charge.finding().kind())
            .thenComparing(Charge::from));
    ContentIds ids = new ContentIds();
    List<Distortion> distortions = new ArrayList<>();
    for (Charge charge : sorted) {
      Finding finding = charge.finding();
      distortions.add(
          new Distortion(
              new Handle(
                  ids.of('d', charge.to(), finding.kind().label()), "d" + (distortions.size() + 1)),
              finding.kind(),
              charge.from(),
              charge.to(),
              charge.before(),
              charge.after(),
              finding.severity(),
              charge.introducedBy(),
              finding.confidence(),
              finding.finder(),
              finding.why()));
    }
    return distortions;
  }
}
