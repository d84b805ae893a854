package org.twosource.reuse;

import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;

/** Reads the edits that turn one stretch of text into another, word by word. */
public interface WordAligner {

  /**
   * The edits from {@code before} to {@code after}, covering every token of both spans exactly
   * once, in the order of {@code after} with drops where they stood.
   */
  List<Edit> align(Annotated a, Span before, Annotated b, Span after);
}
