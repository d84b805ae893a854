package org.twosource.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.lexicon.PlainForm;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** Texts of one sentence a line, with the plainest of tokens, for testing single annotators. */
public final class OneSentence {
  private static final Pattern TOKEN =
      Pattern.compile("\\p{L}+(?=n['’]t)|n['’]t|[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*|['’]\\p{L}+|\\S");

  private OneSentence() {}

  public static Text text(String body, String published) {
    return text(body, published, "en");
  }

  public static Text text(String body, String published, String language) {
    List<Sentence> sentences = new ArrayList<>();
    int at = 0;
    for (String line : body.split("\n", -1)) {
      if (!line.isBlank()) {
        Span span = new Span(at, at + line.length());
        sentences.add(
            new Sentence(
                sentences.size(),
                span,
                Part.Kind.BODY,
                sentences.size(),
                false,
                tokens(body, span)));
      }
      at += line.length() + 1;
    }
    Optional<PartialDate> date = PartialDate.parse(published);
    return new Text(
        Report.of("test", body),
        language,
        date.isEmpty() ? Published.UNKNOWN : new Published(date, Published.From.METADATA),
        List.of(),
        sentences,
        List.of(),
        Optional.empty());
  }

  private static List<Token> tokens(String body, Span span) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(body).region(span.start(), span.end());
    while (matcher.find()) {
      tokens.add(
          new Token(
              new Span(matcher.start(), matcher.end()),
              matcher.group(),
              PlainForm.of(matcher.group()).toLowerCase(Locale.ROOT).replace('’', '\'')));
    }
    return tokens;
  }
}
