package org.twosource.annotate.speech;

import java.util.List;

/** A certain sign of who says a quotation, which corrects what others found. */
interface SpeechCorrection {

  /** Replaces, weakens or adds speech in {@code found}. */
  void correct(List<Speech> found);
}
