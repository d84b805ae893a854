package org.twosource.text;

import org.twosource.report.Report;

/** The door of the stage: a report to its text. The same report gives the same text. */
public interface TextBuilder {
  Text build(Report report);
}
