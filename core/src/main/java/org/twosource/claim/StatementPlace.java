package org.twosource.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** How a reader says which statement is meant: by its characters, or by words quoted from it. */
public sealed interface StatementPlace {

  /** Where in {@code report} the place is, in text order; empty where it is not in that report. */
  List<Span> in(Report report);

  /** The place as it is written on a command line: {@code report:12-40}. */
  String label();

  /** A place by its characters, as results show it. */
  record At(Citation citation) implements StatementPlace {
    @Override
    public List<Span> in(Report report) {
      return report.id().equals(citation.report())
              && citation.span().end() <= report.body().length()
          ? List.of(citation.span())
          : List.of();
    }

    @Override
    public String label() {
      return citation.report() + ":" + citation.span().start() + "-" + citation.span().end();
    }
  }

  /**
   * A place by its words, which holds on after the report has moved to other offsets or, without a
   * report, to another id. White space and the shape of quotation marks do not matter.
   *
   * @param report the report's id; absent for every report that has the words
   * @param words at least one character that is not white space
   */
  record Quoted(Optional<String> report, String words) implements StatementPlace {
    public Quoted {
      if (words.isBlank()) {
        throw new IllegalArgumentException("a quoted place needs words, not '" + words + "'");
      }
    }

    @Override
    public List<Span> in(Report in) {
      List<Span> found = new ArrayList<>();
      if (report.isEmpty() || report.get().equals(in.id())) {
        Matcher matcher = pattern().matcher(in.body());
        while (matcher.find()) {
          found.add(new Span(matcher.start(), matcher.end()));
        }
      }
      return List.copyOf(found);
    }

    private Pattern pattern() {
      return Pattern.compile(
          Arrays.stream(words.strip().split("\\s+"))
              .map(Quoted::anyMarks)
              .collect(Collectors.joining("\\s+")));
    }

    /** The word itself, its quotation marks and apostrophes in any shape. */
    private static String anyMarks(String word) {
      return Arrays.stream(word.split("(?<=[\"'“”„«»‘’])|(?=[\"'“”„«»‘’])"))
          .map(
              piece ->
                  piece.matches("[\"“”„«»]")
                      ? "[\"“”„«»]"
                      : piece.matches("['‘’]") ? "['‘’]" : Pattern.quote(piece))
          .collect(Collectors.joining());
    }

    @Override
    public String label() {
      return report.map(id -> id + ":").orElse("") + "\"" + words.strip() + "\"";
    }
  }
}
