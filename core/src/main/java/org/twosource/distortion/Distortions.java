package org.twosource.distortion;

import java.util.List;

/** What copying changed in one story, and its quotations. */
public record Distortions(List<Distortion> distortions, List<Quotation> quotations) {
  public Distortions {
    distortions = List.copyOf(distortions);
    quotations = List.copyOf(quotations);
  }
}
