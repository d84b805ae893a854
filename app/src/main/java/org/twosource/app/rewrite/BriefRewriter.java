package org.twosource.app.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.Check;
import org.twosource.brief.Checker;
import org.twosource.brief.Line;
import org.twosource.brief.Provenance;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Has the lines of every brief put into other words, and keeps only those answers whose every
 * sentence is carried by the sentences the line cites; all other lines keep their extract. After
 * {@link #MAX_FAILURES} failures in a row nobody is asked any more. Used by one thread at a time.
 */
public final class BriefRewriter {
  /** A server that failed so often in a row is taken to be gone. */
  static final int MAX_FAILURES = 2;

  /** An answer may be so much longer than its extract, and as many characters more. */
  private static final double MAX_GROWTH = 1.5;

  private static final int MAX_MORE = 40;

  /** Fewer words say nothing, however well they are carried. */
  private static final int MIN_WORDS = 4;

  /** Ends the id under which an extract is read beside its rewriting. */
  private static final String EXTRACT = "-extract";

  /** Signs that prose may have, whether the extract has them or not. */
  private static final String PROSE = ".,;:!?'\"’‘“”()-–—%$€£/&";

  private final SentenceWriter writer;
  private final Function<List<Report>, Annotations> annotator;
  private final Checker checker = new Checker(new TokenWordAligner());
  private final Set<String> failures = new LinkedHashSet<>();
  private int failuresInARow;
  private int failed;

  /**
   * @param annotator reads reports as those of one story
   */
  public BriefRewriter(SentenceWriter writer, Function<List<Report>, Annotations> annotator) {
    this.writer = writer;
    this.annotator = annotator;
  }

  /**
   * The account with its briefs rewritten where that holds.
   *
   * @param options to be named with those that made the account
   */
  public Account rewrite(Account account, Map<String, String> options) {
    List<StoryAccount> stories = account.stories().stream().map(this::rewrite).toList();
    Map<String, String> named = new LinkedHashMap<>(account.made().options());
    named.putAll(options);
    Provenance made = account.made();
    return new Account(
        new Provenance(made.version(), named, made.models(), made.vectors()),
        account.unreadable(),
        account.reports(),
        account.entities(),
        stories,
        account.until());
  }

  /** What went wrong, in one line; nothing if every line was answered. */
  public Optional<String> failures() {
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "rewriting: "
                + String.join("; ", failures)
                + "; lines that keep their extract for it: "
                + failed);
  }

  private StoryAccount rewrite(StoryAccount story) {
    Map<String, Annotated> reports =
        story.annotations().reports().stream()
            .collect(Collectors.toMap(Annotated::id, report -> report, (a, b) -> a));
    List<Line> lines = story.brief().lines();
    List<Rewriting> asked = lines.stream().map(line -> ask(line, reports)).toList();
    List<Line> settled = settle(lines, asked, reports);
    return new StoryAccount(
        story.story(),
        story.annotations(),
        story.alignments(),
        story.lineage(),
        story.distortions(),
        story.timeline(),
        story.claims(),
        new Brief(settled));
  }

  private Rewriting ask(Line line, Map<String, Annotated> reports) {
    if (failuresInARow >= MAX_FAILURES) {
      return noAnswer(line, "not asked after " + MAX_FAILURES + " failures in a row");
    }
    try {
      List<String> cited =
          line.restsOn().stream()
              .map(at -> at.span().in(annotated(reports, at.report()).body()))
              .distinct()
              .toList();
      String proposed = plain(writer.rewrite(line.text(), cited));
      failuresInARow = 0;
      Optional<String> wrong = wrongSigns(line, proposed);
      Rewriting.Outcome outcome =
          proposed.equals(line.text())
              ? Rewriting.Outcome.UNCHANGED
              : wrong.isPresent() ? Rewriting.Outcome.REFUSED : Rewriting.Outcome.REWRITTEN;
      return new Rewriting(outcome, line.text(), Optional.of(proposed), wrong.orElse(""));
    } catch (SentenceWriter.NoAnswer failure) {
      failuresInARow++;
      failures.add(failure.why());
      return noAnswer(line, failure.why());
    }
  }

  private Rewriting noAnswer(Line line, String why) {
    failed++;
    return new Rewriting(Rewriting.Outcome.FAILED, line.text(), Optional.empty(), why);
  }

  /** An answer without what models like to put around it: thoughts, line ends, outer marks. */
  static String plain(String answer) {
    int thought = answer.lastIndexOf("</think>");
    String line =
        (thought < 0 ? answer : answer.substring(thought + "</think>".length()))
            .strip()
            .replaceAll("\\s+", " ");
    boolean wrapped =
        line.length() > 2
            && "\"“".indexOf(line.charAt(0)) >= 0
            && "\"”".indexOf(line.charAt(line.length() - 1)) >= 0
            && line.chars().filter(c -> "\"“”".indexOf(c) >= 0).count() == 2;
    return wrapped ? line.substring(1, line.length() - 1).strip() : line;
  }

  /** Checks all answers of a story at once, since reading the cited reports is what costs. */
  private List<Line> settle(
      List<Line> lines, List<Rewriting> asked, Map<String, Annotated> reports) {
    Map<Integer, String> idOfLine = new LinkedHashMap<>();
    Map<String, Report> read = new LinkedHashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      if (asked.get(at).outcome() == Rewriting.Outcome.REWRITTEN) {
        for (Citation cited : lines.get(at).restsOn()) {
          read.put(cited.report(), annotated(reports, cited.report()).report());
        }
      }
    }
    for (int at = 0; at < lines.size(); at++) {
      if (asked.get(at).outcome() == Rewriting.Outcome.REWRITTEN) {
        String id = "rewriting-" + (at + 1);
        while (read.containsKey(id) || read.containsKey(id + EXTRACT)) {
          id += "-";
        }
        idOfLine.put(at, id);
        Line line = lines.get(at);
        read.put(id, text(id, line, asked.get(at).proposed().orElseThrow(), reports));
        read.put(id + EXTRACT, text(id + EXTRACT, line, line.text(), reports));
      }
    }
    Map<String, Annotated> annotated =
        read.isEmpty()
            ? Map.of()
            : annotator.apply(List.copyOf(read.values())).reports().stream()
                .collect(Collectors.toMap(Annotated::id, report -> report));
    List<Line> settled = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      String id = idOfLine.get(at);
      settled.add(
          id == null
              ? lines.get(at).rewritten(lines.get(at).text(), asked.get(at))
              : settled(lines.get(at), asked.get(at), annotated, id));
    }
    return settled;
  }

  private static Annotated annotated(Map<String, Annotated> reports, String id) {
    return Objects.requireNonNull(reports.get(id), id);
  }

  /** Words of a line as a text of their own, of the day and language of what it rests on. */
  private static Report text(String id, Line line, String words, Map<String, Annotated> reports) {
    Annotated first = annotated(reports, line.restsOn().getFirst().report());
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        first.text().published().date(),
        Optional.of(first.text().language()),
        words);
  }

  private Line settled(
      Line line, Rewriting rewriting, Map<String, Annotated> annotated, String id) {
    Annotated proposal = annotated(annotated, id);
    List<Annotated> cited =
        line.restsOn().stream()
            .map(Citation::report)
            .distinct()
            .map(report -> annotated(annotated, report))
            .toList();
    Optional<String> wrong =
        unfit(proposal)
            .or(() -> notCarried(line, proposal, cited))
            .or(() -> RewritingGuard.lost(annotated(annotated, id + EXTRACT), proposal));
    return wrong
        .map(
            why ->
                line.rewritten(
                    line.text(),
                    new Rewriting(
                        Rewriting.Outcome.REFUSED, line.text(), rewriting.proposed(), why)))
        .orElseGet(() -> line.rewritten(proposal.body(), rewriting));
  }

  /** What is wrong with an answer before it is read at all, which would take time without end. */
  private static Optional<String> wrongSigns(Line line, String words) {
    if (words.length() > MAX_GROWTH * line.text().length() + MAX_MORE) {
      return Optional.of("it is much longer than the extract");
    }
    if (!words.codePoints().allMatch(sign -> isProse(sign, line.text()))) {
      return Optional.of("it has signs that the extract does not have");
    }
    return Optional.empty();
  }

  /** What is wrong with an answer before its content is looked at. */
  private static Optional<String> unfit(Annotated proposal) {
    long inSentences =
        proposal.sentences().stream()
            .flatMap(sentence -> sentence.tokens().stream())
            .filter(Token::isWord)
            .mapToLong(token -> token.span().length())
            .sum();
    long letters = proposal.body().codePoints().filter(Character::isLetterOrDigit).count();
    long count =
        proposal.sentences().stream()
            .flatMap(sentence -> sentence.tokens().stream())
            .filter(Token::isWord)
            .count();
    if (count < MIN_WORDS) {
      return Optional.of("it has fewer than " + MIN_WORDS + " words");
    }
    if (inSentences < letters) {
      return Optional.of("not all of it reads as sentences");
    }
    return Optional.empty();
  }

  private static boolean isProse(int sign, String extract) {
    return Character.isLetterOrDigit(sign)
        || sign == ' '
        || Character.getType(sign) == Character.NON_SPACING_MARK
        || PROSE.indexOf(sign) >= 0
        || extract.indexOf(sign) >= 0;
  }

  private Optional<String> notCarried(Line line, Annotated proposal, List<Annotated> cited) {
    for (Sentence sentence : proposal.sentences()) {
      Check check = checker.check(proposal, sentence, cited, line.restsOn());
      if (!check.supported()) {
        return Optional.of(
            check.missing().isEmpty()
                ? "too few of its words stand in the cited sentences"
                : check.missing().stream()
                    .map(one -> one.what().label() + " \"" + one.words() + "\": " + one.why())
                    .collect(Collectors.joining("; ")));
      }
    }
    return Optional.empty();
  }
}
