package org.twosource.annotate;

import java.util.List;
import org.twosource.text.Text;

/** Reads the time expressions of a text by its words alone, before anything else is read. */
@FunctionalInterface
public interface TimexReader {

  /** The time expressions, in text order, not overlapping. */
  List<Timex> annotate(Text text);
}
