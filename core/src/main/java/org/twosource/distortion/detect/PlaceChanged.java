package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/**
 * A place that became another: “in Zimbabwe” became “in Zambia”. A coarser or finer name of it is
 * none.
 */
public final class PlaceChanged implements Detector {

  @Override
  public Kind kind() {
    return Kind.PLACE_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (ReplacedName name : ReplacedName.in(pair)) {
      if (name.isPlace() && !name.isGarbled()) {
        findings.add(name.finding(pair, kind(), Severity.MEDIUM, 0.75, "another place"));
      }
    }
    return findings;
  }
}
