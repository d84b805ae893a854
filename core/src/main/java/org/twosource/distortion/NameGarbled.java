package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;

/** A name that copying or translation spoiled: it sounds alike and means nothing. */
final class NameGarbled implements Detector {

  @Override
  public Kind kind() {
    return Kind.NAME_GARBLED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (ReplacedName name : ReplacedName.in(pair)) {
      if (name.isGarbled()) {
        findings.add(name.finding(pair, kind(), Severity.MEDIUM, 0.75, "the name is spoiled"));
      }
    }
    return findings;
  }
}
