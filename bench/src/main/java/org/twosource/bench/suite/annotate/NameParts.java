package org.twosource.bench.suite.annotate;

import java.util.List;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.names.EntityLinker;
import org.twosource.annotate.names.NameAnnotator;
import org.twosource.encode.OnnxEncoder;

/** The annotator cut down to names, so that suites of names do not pay for the rest. */
final class NameParts {
  private NameParts() {}

  static StandardAnnotator annotator() {
    return new StandardAnnotator(
        OnnxEncoder.open(), List.of(NameAnnotator.learned()), EntityLinker.standard());
  }
}
