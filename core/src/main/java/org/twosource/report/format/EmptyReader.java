package org.twosource.report.format;

import org.twosource.report.Limits;

/** Files without a single visible character. */
final class EmptyReader implements FormatReader {

  @Override
  public String format() {
    return "empty";
  }

  @Override
  public boolean recognises(Content content) {
    for (byte b : content.bytes()) {
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    findings.unreadable(
        content.source(),
        0,
        content.bytes().length == 0 ? "empty file" : "nothing but white space");
  }
}
