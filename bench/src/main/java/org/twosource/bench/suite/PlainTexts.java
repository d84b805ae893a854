package org.twosource.bench.suite;

import java.util.*;
import org.twosource.report.*;
import org.twosource.text.*;

final class PlainTexts {
  static Text text(String id, String body, Optional<PartialDate> created) {
    List<Sentence> sentences = new ArrayList<>();
    var m =
        java.util.regex.Pattern.compile(
                "(?s)\\S.*?(?:(?<![A-Z])(?<!Nov|Oct|Sep|Sept|Dec|Jan|Feb|Aug|Corp|Inc|Mr|Ms|Co)[.?!][\"']*(?=\\s+[A-Z\"`'])|\\n\\s*\\n|$)")
            .matcher(body);
    while (m.find()) {
      int e = m.end();
      while (e > m.start() && Character.isWhitespace(body.charAt(e - 1))) e--;
      List<Token> tokens = new ArrayList<>();
      var t =
          java.util.regex.Pattern.compile("[\\p{L}\\d]+|\\S").matcher(body).region(m.start(), e);
      while (t.find())
        tokens.add(
            new Token(new Span(t.start(), t.end()), t.group(), t.group().toLowerCase(Locale.ROOT)));
      sentences.add(
          new Sentence(sentences.size(), new Span(m.start(), e), Part.Kind.BODY, 0, false, tokens));
    }
    return new Text(
        Report.of(id, body),
        "en",
        created
            .map(d -> new Published(Optional.of(d), Published.From.METADATA))
            .orElse(Published.UNKNOWN),
        List.of(),
        sentences,
        List.of(),
        Optional.empty());
  }
}
