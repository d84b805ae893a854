package org.twosource.distortion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.detect.ActorSwapped;
import org.twosource.distortion.detect.AttributionDropped;
import org.twosource.distortion.detect.CertaintyRaised;
import org.twosource.distortion.detect.DateChanged;
import org.twosource.distortion.detect.Garbled;
import org.twosource.distortion.detect.HedgeDropped;
import org.twosource.distortion.detect.LinkToldAsCause;
import org.twosource.distortion.detect.NameChanged;
import org.twosource.distortion.detect.NameGarbled;
import org.twosource.distortion.detect.NearMissBecameEvent;
import org.twosource.distortion.detect.NegationChanged;
import org.twosource.distortion.detect.NumberChanged;
import org.twosource.distortion.detect.PlaceChanged;
import org.twosource.distortion.detect.PlanBecameFact;
import org.twosource.distortion.detect.QuoteAltered;
import org.twosource.distortion.detect.QuoteBoundary;
import org.twosource.distortion.detect.WordingChanged;
import org.twosource.report.Span;

/**
 * The detectors there are, written out by hand, and what they find together. Where several find the
 * same words changed, the one that says most about the change speaks: the order of the table
 * decides, and the severest of them gives the severity.
 */
public final class Detectors {
  private final List<Detector> detectors;

  public Detectors(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /** One a kind, the most telling first. */
  public static Detectors standard() {
    return new Detectors(
        List.of(
            new QuoteAltered(),
            new Garbled(),
            new NearMissBecameEvent(),
            new NegationChanged(),
            new PlanBecameFact(),
            new NumberChanged(),
            new DateChanged(),
            new NameGarbled(),
            new PlaceChanged(),
            new ActorSwapped(),
            new NameChanged(),
            new CertaintyRaised(),
            new HedgeDropped(),
            new AttributionDropped(),
            new WordingChanged(),
            new QuoteBoundary()));
  }

  public List<Detector> all() {
    return detectors;
  }

  /**
   * What needs no weighing: a link told as a cause. It charges no harmless pair that is known, and
   * the judge's examples hold hardly any press release.
   */
  public static List<Finding> standing(SentencePair pair) {
    return LinkToldAsCause.find(pair);
  }

  /** What the copy changed, each change once, in the order of the text. */
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (Detector detector : detectors) {
      for (Finding finding : detector.find(pair)) {
        add(findings, finding);
      }
    }
    findings.sort(
        Comparator.comparing((Finding found) -> found.after().or(found::before).orElseThrow())
            .thenComparing(Finding::kind));
    return findings;
  }

  private static void add(List<Finding> findings, Finding finding) {
    for (int k = 0; k < findings.size(); k++) {
      Finding other = findings.get(k);
      if (isOneChange(other, finding)) {
        boolean severer = finding.severity().compareTo(other.severity()) < 0;
        findings.set(k, severer ? other.with(finding.severity()) : other);
        return;
      }
    }
    findings.add(finding);
  }

  /**
   * Whether the later finding only says again what the earlier one says. A lost source and a lost
   * hedge are two things even where one word was both.
   */
  private static boolean isOneChange(Finding earlier, Finding later) {
    boolean source = later.kind() == Kind.ATTRIBUTION_DROPPED;
    if (source || earlier.kind() == Kind.ATTRIBUTION_DROPPED) {
      return earlier.kind() == later.kind() && earlier.touches(later);
    }
    return earlier.before().isPresent() && later.before().isPresent()
        ? overlap(earlier.before().get(), later.before().get())
        : earlier.touches(later);
  }

  private static boolean overlap(Span one, Span two) {
    return one.overlaps(two);
  }
}
