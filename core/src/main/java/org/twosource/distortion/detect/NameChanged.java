package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/**
 * A person, organisation or thing that got another name. Names that are nearly the same are a low
 * one.
 */
public final class NameChanged implements Detector {

  /** Letters that are so much alike are most likely a slip. */
  private static final double ALIKE = 0.7;

  @Override
  public Kind kind() {
    return Kind.NAME_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (ReplacedName name : ReplacedName.in(pair)) {
      if (!name.isPlace() && !name.isGarbled() && !name.isActor(pair)) {
        findings.add(
            name.finding(
                pair,
                kind(),
                name.changedSimilarity(pair) >= ALIKE ? Severity.LOW : Severity.MEDIUM,
                0.7,
                "another name"));
      }
    }
    return findings;
  }
}
