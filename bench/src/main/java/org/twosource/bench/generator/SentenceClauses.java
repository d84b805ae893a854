package org.twosource.bench.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Grammar;
import org.twosource.bench.BenchData;
import org.twosource.report.Span;

/**
 * Pairs of a sentence and a statement out of a longer one, drawn from open news: what a comparison
 * of statements learns containment from.
 *
 * <p>Each sentence of the labelled pairs is cut into the statements that it makes as facts, each as
 * it reads alone. A statement follows from its own sentence and from every sentence labelled to say
 * the same or more; it is told by none that is labelled to share no statement. Same input, same
 * pairs.
 */
public final class SentenceClauses {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words of a statement, at least. */
  private static final int MIN_WORDS = 5;

  /** Of the letters of its sentence a statement has this share at most. */
  private static final double MAX_SHARE = 0.7;

  /** Sentences of each kind beside one statement, at most. */
  private static final int MAX_BESIDE = 2;

  /** How the verb of a statement hangs in its sentence. */
  private static final Set<String> STATING =
      Set.of("root", "ccomp", "conj", "parataxis", "acl:relcl");

  private static final Set<String> RELATIVE = Set.of("who", "which", "that");

  /** What hangs on a verb or noun and is a statement of its own, or joins two. */
  private static final String OTHER = "conj|cc|advcl.*|parataxis|acl:relcl|punct|discourse";

  /** The share of a statement's longer words that a sentence labelled to say as much has too. */
  private static final double MIN_COMMON = 0.5;

  /** Letters of a longer word. */
  private static final int LONG = 4;

  private SentenceClauses() {}

  /**
   * {@code SentenceClauses OUT.jsonl}; the labelled pairs are found as the benchmarks find them.
   */
  public static void main(String[] arguments) throws IOException {
    BenchData data = BenchData.find().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (LabelledSentence one : LabelledSentence.of(data.jsonLines("claims/pairs/pairs.jsonl"))) {
      for (String statement : statements(one)) {
        lines.add(line(one.story(), "own", one.text(), statement, "a>b"));
        one.partners().stream()
            .filter(other -> common(statement, other) >= MIN_COMMON)
            .limit(MAX_BESIDE)
            .forEach(other -> lines.add(line(one.story(), "partner", other, statement, "a>b")));
        one.strangers().stream()
            .limit(MAX_BESIDE)
            .forEach(other -> lines.add(line(one.story(), "stranger", other, statement, "none")));
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static List<String> statements(LabelledSentence one) {
    return IntStream.range(0, one.grammar().size())
        .filter(verb -> one.grammar().pos(verb).equals("VERB"))
        .filter(verb -> STATING.contains(one.grammar().relation(verb)))
        .filter(verb -> isFact(one, verb))
        .mapToObj(verb -> alone(one, verb))
        .filter(words -> words.split(" ").length >= MIN_WORDS)
        .filter(words -> words.length() <= MAX_SHARE * one.text().length())
        .toList();
  }

  /** Whether the clause of a verb tells more than who speaks, and as a fact. */
  private static boolean isFact(LabelledSentence one, int verb) {
    Span word = one.sentence().tokens().get(verb).span();
    boolean isCue =
        one.report().attributions().stream()
            .anyMatch(said -> said.cue().filter(word::overlaps).isPresent());
    return !isCue
        && one.report().clauses().stream()
            .filter(clause -> clause.span().contains(word))
            .allMatch(
                clause ->
                    clause.certainty() == Certainty.ASSERTED
                        || clause.certainty() == Certainty.ATTRIBUTED);
  }

  /**
   * A verb with its subject and what belongs to it, without other statements; "" where it has no
   * subject.
   */
  private static String alone(LabelledSentence one, int verb) {
    Grammar tree = one.grammar();
    OptionalInt own = tree.sharedSubject(verb);
    if (own.isEmpty()) {
      return "";
    }
    boolean isRelative = tree.relation(verb).equals("acl:relcl");
    int subject =
        isRelative && RELATIVE.contains(one.word(own.getAsInt()))
            ? tree.head(verb)
            : own.getAsInt();
    List<String> words = new ArrayList<>();
    IntStream.concat(
            IntStream.range(0, tree.size())
                .filter(at -> tree.isUnder(at, subject, OTHER) && !tree.isUnder(at, verb)),
            IntStream.range(0, tree.size())
                .filter(at -> tree.isUnder(at, verb, OTHER))
                .filter(at -> subject == own.getAsInt() || !tree.isUnder(at, own.getAsInt())))
        .filter(at -> tree.head(at) != verb || !tree.relation(at).equals("mark"))
        .distinct()
        .forEach(at -> words.add(one.sentence().tokens().get(at).span().in(one.report().body())));
    return String.join(" ", words)
        .replaceAll(" (n['’]t|[,;:.'\u2019%])", "$1")
        .replaceFirst("[,;:.\\s]*$", ".");
  }

  private static double common(String statement, String other) {
    Set<String> there = Set.copyOf(words(other));
    List<String> longer = words(statement).stream().filter(word -> word.length() >= LONG).toList();
    return longer.stream().filter(there::contains).count() / Math.max(1.0, longer.size());
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\P{L}+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static String line(String story, String kind, String a, String b, String relation) {
    ObjectNode line = JSON.createObjectNode();
    line.put("story", story);
    line.put("kind", kind);
    line.put("a", a);
    line.put("b", b);
    line.put("rel", relation);
    return line.toString();
  }
}
