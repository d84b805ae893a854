package org.twosource.report.format;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Limits;
import org.twosource.report.Report;

/** Plain text: the whole file is one body. Takes whatever no other reader has recognised. */
final class PlainTextReader implements FormatReader {

  @Override
  public String format() {
    return "plain text";
  }

  @Override
  public boolean recognises(Content content) {
    return true;
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String body = CharacterReferences.resolved(Decoding.decode(content.bytes(), content.charset()));
    if (body.isBlank()) {
      findings.unreadable(content.source(), 0, "nothing but white space");
      return;
    }
    findings.report(
        new Report(
            content.stem(),
            content.source(),
            Optional.of(content.url()).filter(url -> !url.isEmpty()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            body));
  }
}
