package org.twosource.app.decision;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.claim.ClaimConstraints;
import org.twosource.claim.StatementPlace;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.story.StoryConstraints;

/**
 * One thing a reader knows better.
 *
 * @param where it was said: {@code --same-claim}, or file and line
 */
public record Decision(String where, Kind kind, Subject subject) {
  private static final Pattern STATEMENT = Pattern.compile("(.+):(\\d{1,9})-(\\d{1,9})");
  private static final Pattern STATEMENTS =
      Pattern.compile("(.+:\\d{1,9}-\\d{1,9})\\s*=\\s*(.+:\\d{1,9}-\\d{1,9})");

  /** What is decided; the names are those of the options and of the keys in a file. */
  public enum Kind {
    TOGETHER(false),
    APART(false),
    SAME_CLAIM(true),
    DIFFERENT_CLAIMS(true);

    private final boolean ofStatements;

    Kind(boolean ofStatements) {
      this.ofStatements = ofStatements;
    }

    /** Whether it is about statements, not about whole reports. */
    public boolean isOfStatements() {
      return ofStatements;
    }

    /** The name used in files: {@code same-claim}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What a decision is about. */
  public sealed interface Subject {
    String label();
  }

  /** Two reports. */
  public record Reports(StoryConstraints.Pair pair) implements Subject {
    @Override
    public String label() {
      return pair.a() + "," + pair.b();
    }
  }

  /** Two statements. */
  public record Statements(ClaimConstraints.Pair pair) implements Subject {
    @Override
    public String label() {
      return pair.label();
    }
  }

  /**
   * A decision as it is written on a command line: {@code A,B} for reports, {@code A:12-40=B:20-61}
   * for statements.
   *
   * @throws IllegalArgumentException saying what is expected
   */
  public static Decision parse(Kind kind, String text) {
    String option = "--" + kind.label();
    return new Decision(
        option, kind, kind.isOfStatements() ? statements(option, text) : reports(option, text));
  }

  private static Subject reports(String option, String text) {
    String[] ids = text.split(",", -1);
    if (ids.length != 2 || ids[0].isBlank() || ids[1].isBlank()) {
      throw new IllegalArgumentException(option + " takes two report ids, A,B, not '" + text + "'");
    }
    return new Reports(new StoryConstraints.Pair(ids[0].strip(), ids[1].strip()));
  }

  private static Subject statements(String option, String text) {
    Matcher both = STATEMENTS.matcher(text);
    if (!both.matches()) {
      throw new IllegalArgumentException(
          option
              + " takes two statements, REPORT:START-END=REPORT:START-END as why shows them, not '"
              + text
              + "'");
    }
    return new Statements(
        new ClaimConstraints.Pair(statement(both.group(1)), statement(both.group(2))));
  }

  /**
   * A statement by its characters: {@code report:12-40}.
   *
   * @throws IllegalArgumentException saying what is expected
   */
  public static StatementPlace statement(String text) {
    Matcher place = STATEMENT.matcher(text.strip());
    if (!place.matches() || Integer.parseInt(place.group(2)) >= Integer.parseInt(place.group(3))) {
      throw new IllegalArgumentException(
          "a statement is REPORT:START-END with START before END, not '" + text + "'");
    }
    return new StatementPlace.At(
        new Citation(
            place.group(1),
            new Span(Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)))));
  }

  public static StoryConstraints stories(Collection<Decision> decisions) {
    return new StoryConstraints(reports(decisions, Kind.TOGETHER), reports(decisions, Kind.APART));
  }

  public static ClaimConstraints claims(Collection<Decision> decisions) {
    return new ClaimConstraints(
        statements(decisions, Kind.SAME_CLAIM), statements(decisions, Kind.DIFFERENT_CLAIMS));
  }

  private static List<StoryConstraints.Pair> reports(Collection<Decision> decisions, Kind kind) {
    return decisions.stream()
        .filter(decision -> decision.kind() == kind)
        .flatMap(decision -> decision.reports().stream())
        .toList();
  }

  private static List<ClaimConstraints.Pair> statements(Collection<Decision> decisions, Kind kind) {
    return decisions.stream()
        .filter(decision -> decision.kind() == kind)
        .flatMap(decision -> decision.statements().stream())
        .toList();
  }

  public Optional<StoryConstraints.Pair> reports() {
    return subject instanceof Reports reports ? Optional.of(reports.pair()) : Optional.empty();
  }

  public Optional<ClaimConstraints.Pair> statements() {
    return subject instanceof Statements statements
        ? Optional.of(statements.pair())
        : Optional.empty();
  }
}
