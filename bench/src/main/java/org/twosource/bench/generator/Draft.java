package org.twosource.bench.generator;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text before it is printed.
 *
 * @param outlet who printed it
 * @param dropped sentences of the parents that are not in it
 */
record Draft(String id, int outlet, String headline, List<Line> lines, List<Statement> dropped) {
  Draft {
    lines = List.copyOf(lines);
    dropped = List.copyOf(dropped);
  }

  static Draft original(String id, int outlet, String headline, List<Statement> statements) {
    return new Draft(
        id, outlet, headline, statements.stream().map(Line::fresh).toList(), List.of());
  }

  /**
   * A sentence and where it comes from.
   *
   * @param now as it stands
   * @param before the parent's sentence as printed; empty for a new one
   */
  record Line(Statement now, String before, List<Mark> marks) {
    Line {
      marks = List.copyOf(marks);
    }

    static Line fresh(Statement statement) {
      return new Line(statement, "", List.of());
    }

    static Line copied(Statement statement) {
      return new Line(statement, statement.text(), List.of());
    }

    Line marked(Statement changed, Mark mark) {
      return new Line(changed, before, Stream.concat(marks.stream(), Stream.of(mark)).toList());
    }

    Stream<Change> changes() {
      String after = now.text();
      return marks.stream()
          .map(mark -> new Change(mark.kind(), before, after, mark.from(), mark.to()));
    }
  }

  /** What was done to a line. */
  record Mark(Change.Kind kind, String from, String to) {
    static Mark of(Change.Kind kind) {
      return new Mark(kind, "", "");
    }
  }

  /** All that was done to the parents. */
  List<Change> changes() {
    return Stream.concat(
            lines.stream().flatMap(Line::changes),
            dropped.stream()
                .map(gone -> new Change(Change.Kind.SENTENCE_DROPPED, gone.text(), "", "", "")))
        .toList();
  }

  List<Statement> statements() {
    return lines.stream().map(Line::now).toList();
  }

  int prose() {
    return statements().stream().map(Statement::text).toList().hashCode();
  }
}
