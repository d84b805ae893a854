package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.encode.Vectors;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** Texts for tests of comparing, one sentence a line; a line that begins with # is a caption. */
public final class HandMade {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Z](?:\\.[A-Z])+\\.?|[\\p{L}\\p{N}]+(?:[-'’.,][\\p{L}\\p{N}]+)*|\\S");

  private static final int SUBJECTS = 19;

  private HandMade() {}

  public static Annotated report(String id, String... lines) {
    return report(id, List.of(), lines);
  }

  public static Annotated report(String id, List<String> credit, String... lines) {
    String body = String.join("\n", lines);
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String line : lines) {
      Span span = new Span(start, start + line.length());
      Part.Kind part = line.startsWith("#") ? Part.Kind.CAPTION : Part.Kind.BODY;
      sentences.add(
          new Sentence(sentences.size(), span, part, sentences.size(), false, tokens(body, span)));
      start = span.end() + 1;
    }
    Text text =
        new Text(
            Report.of(id, body),
            "en",
            Published.UNKNOWN,
            List.of(new Part(Part.Kind.BODY, new Span(0, body.length()))),
            sentences,
            credit,
            Optional.empty());
    return Annotated.bare(text);
  }

  /**
   * The report with a vector a sentence that says what it is about: one direction a subject,
   * several for "2+5".
   *
   * @param subjects 0 to {@value #SUBJECTS}, along the sentences
   */
  public static Annotated about(Annotated report, String... subjects) {
    return report.withVectors(
        new Vectors() {
          @Override
          public Optional<float[]> sentence(int sentence) {
            return Optional.of(vector(subjects[sentence]));
          }

          @Override
          public Optional<float[][]> tokens(int sentence) {
            return Optional.empty();
          }
        });
  }

  private static float[] vector(String subjects) {
    String[] all = subjects.split("\\+");
    float[] vector = new float[SUBJECTS + 1];
    for (String subject : all) {
      vector[Integer.parseInt(subject)] = (float) (1 / Math.sqrt(all.length));
    }
    return vector;
  }

  private static List<Token> tokens(String body, Span span) {
    List<Token> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(body).region(span.start(), span.end());
    while (token.find()) {
      tokens.add(
          new Token(
              new Span(token.start(), token.end()),
              token.group(),
              token.group().toLowerCase(Locale.ROOT).replace('’', '\'')));
    }
    return tokens;
  }
}
