package org.twosource.annotate.speech;

import java.util.List;

/** One way to find somebody saying something in a text. */
interface SpeechRule {

  /** What it finds, in text order. */
  List<Speech> find();
}
