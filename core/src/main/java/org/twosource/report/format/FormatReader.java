package org.twosource.report.format;

import org.twosource.report.Limits;

/** Reads one format. A function of the content: keeps no state, safe for use by several threads. */
public interface FormatReader {

  /** The name of the format, for messages: {@code JSON Lines}. */
  String format();

  /** Whether the content looks like this format; looks at no more than it needs. */
  boolean recognises(Content content);

  /** Reads what can be read; never throws on odd content. */
  void read(Content content, Limits limits, Findings findings);
}
