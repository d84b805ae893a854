package org.twosource.bench.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Timex;
import org.twosource.bench.BenchData;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.Span;
import org.twosource.text.Token;

/**
 * Pairs of sentences that differ in one place, drawn from open news: what a comparison of
 * statements learns from that one word can turn a statement into another.
 *
 * <p>Each sentence of the labelled pairs is parsed and changed in one way: another verb in the same
 * form, an opposite, another name, number or day, the actor and the one acted on exchanged, a
 * "not". The changed sentence stands beside the sentence itself, or beside its labelled partner
 * where that states the same. Harmless changes (a phrase left out, a name cut to its last word, a
 * word of the same sense) are made beside them, so that an edit alone tells nothing. Words put in
 * are divided by a hash: those for testing never appear in training. Same input and seed, same
 * pairs.
 */
public final class SentenceEdits {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Changes made of one sentence at most: of meaning, and harmless. */
  private static final int MAX_CHANGES = 2;

  /** One word in so many is kept for testing. */
  private static final int TEST_WORDS = 4;

  private final Antonyms antonyms = Antonyms.standard();
  private final Random random;
  private final Map<String, List<String>> verbs = new TreeMap<>();
  private final Map<EntityType, List<String>> names = new TreeMap<>();

  private SentenceEdits(long seed) {
    this.random = new Random(seed);
  }

  /** {@code SentenceEdits OUT.jsonl}; the labelled pairs are found as the benchmarks find them. */
  public static void main(String[] arguments) throws IOException {
    BenchData data = BenchData.find().orElseThrow();
    List<JsonNode> pairs = data.jsonLines("claims/pairs/pairs.jsonl");
    Files.write(Path.of(arguments[0]), new SentenceEdits(1).of(pairs));
  }

  /**
   * A change.
   *
   * @param relation of the changed sentence to the first
   * @param old the words that were changed, in lower case
   * @param place the first words put in, in the changed sentence
   * @param isTest whether a word for testing was put in
   */
  private record Change(
      String kind, String text, String relation, String old, Span place, boolean isTest) {}

  private List<String> of(List<JsonNode> pairs) throws IOException {
    List<LabelledSentence> sentences = LabelledSentence.of(pairs);
    sentences.forEach(this::collect);
    List<String> lines = new ArrayList<>();
    for (LabelledSentence sentence : sentences) {
      for (Change change : some(meaning(sentence))) {
        lines.add(line(sentence, change, beside(sentence, change)));
      }
      for (Change change : some(harmless(sentence))) {
        lines.add(line(sentence, change, sentence.text()));
      }
    }
    return lines;
  }

  private static String line(LabelledSentence sentence, Change change, String other) {
    ObjectNode line = JSON.createObjectNode();
    line.put("story", sentence.story());
    line.put("kind", change.kind());
    line.put("a", other);
    line.put("b", change.text());
    line.put("rel", change.relation());
    line.put("from", change.place().start());
    line.put("to", change.place().end());
    line.put("test", change.isTest());
    return line.toString();
  }

  /** The sentence itself, or half the time a partner that has the changed words too. */
  private String beside(LabelledSentence sentence, Change change) {
    List<String> fit =
        sentence.partners().stream()
            .filter(partner -> partner.toLowerCase(Locale.ROOT).contains(change.old()))
            .toList();
    return fit.isEmpty() || random.nextBoolean()
        ? sentence.text()
        : fit.get(random.nextInt(fit.size()));
  }

  private List<Change> some(List<Change> changes) {
    List<Change> drawn = new ArrayList<>();
    List<Change> left = new ArrayList<>(changes);
    while (drawn.size() < MAX_CHANGES && !left.isEmpty()) {
      Change change = left.remove(random.nextInt(left.size()));
      if (drawn.stream().noneMatch(one -> one.kind().equals(change.kind()))) {
        drawn.add(change);
      }
    }
    return drawn;
  }

  private void collect(LabelledSentence sentence) {
    for (int at = 0; at < sentence.grammar().size(); at++) {
      if (isFullVerb(sentence, at)) {
        verbs.computeIfAbsent(form(sentence, at), any -> new ArrayList<>()).add(sentence.word(at));
      }
    }
    for (Mention name : sentence.report().mentions()) {
      if (name.isName()) {
        names
            .computeIfAbsent(name.type(), any -> new ArrayList<>())
            .add(name.span().in(sentence.report().body()));
      }
    }
  }

  private static boolean isFullVerb(LabelledSentence sentence, int at) {
    return sentence.grammar().pos(at).equals("VERB")
        && sentence.word(at).length() > 2
        && sentence.word(at).chars().allMatch(Character::isLetter);
  }

  /** What another verb must have alike to stand in its place: ending, helper, object. */
  private static String form(LabelledSentence sentence, int at) {
    Grammar grammar = sentence.grammar();
    String word = sentence.word(at);
    String ending =
        word.endsWith("ing") ? "ing" : word.endsWith("ed") ? "ed" : word.endsWith("s") ? "s" : "";
    String helper =
        grammar.dependents(at, "aux.*").mapToObj(sentence::word).reduce("", (one, two) -> two);
    OptionalInt mark = grammar.dependent(at, "mark");
    return ending
        + "|"
        + helper
        + "|"
        + (mark.isPresent() && sentence.word(mark.getAsInt()).equals("to") ? "to" : "")
        + "|"
        + grammar.object(at).isPresent()
        + "|"
        + grammar.dependent(at, "ccomp|xcomp").isPresent();
  }

  private List<Change> meaning(LabelledSentence sentence) {
    List<Change> changes = new ArrayList<>();
    Grammar grammar = sentence.grammar();
    for (int at = 0; at < grammar.size(); at++) {
      String word = sentence.word(at);
      if (isFullVerb(sentence, at) && grammar.isClauseHead(at)) {
        verb(sentence, at, "verb", other -> !isNear(word, other)).ifPresent(changes::add);
        verb(sentence, at, "opposite", other -> antonyms.areOpposite(word, other))
            .ifPresent(changes::add);
      }
      if (grammar.pos(at).equals("AUX")
          && grammar.relation(at).startsWith("aux")
          && grammar
              .dependents(grammar.head(at), "advmod")
              .mapToObj(sentence::word)
              .noneMatch("not"::equals)) {
        Span place = sentence.sentence().tokens().get(at).span();
        String words = place.in(sentence.report().body());
        if (sentence.report().body().startsWith(" ", place.end())) { // not the "wo" of "won't"
          changes.add(
              new Change(
                  "negation",
                  sentence.with(place, words + " not"),
                  "other",
                  word,
                  sentence.put(place, words + " not"),
                  false));
        }
      }
    }
    names(sentence).ifPresent(changes::add);
    roles(sentence).ifPresent(changes::add);
    numbers(sentence).ifPresent(changes::add);
    days(sentence).ifPresent(changes::add);
    return changes;
  }

  private boolean isNear(String word, String other) {
    return antonyms.areAlike(word, other) || antonyms.areOpposite(word, other);
  }

  private static boolean isForTest(String word) {
    return Math.floorMod(word.hashCode(), TEST_WORDS) == 0;
  }

  private Optional<Change> verb(
      LabelledSentence sentence, int at, String kind, Predicate<String> fits) {
    String word = sentence.word(at);
    List<String> fit =
        verbs.getOrDefault(form(sentence, at), List.of()).stream()
            .filter(other -> !other.equals(word) && fits.test(other))
            .toList();
    if (fit.isEmpty()) {
      return Optional.empty();
    }
    String other = fit.get(random.nextInt(fit.size()));
    Token token = sentence.sentence().tokens().get(at);
    return Optional.of(
        new Change(
            kind,
            sentence.with(token.span(), other),
            "other",
            word,
            sentence.put(token.span(), other),
            isForTest(other)));
  }

  /** One name put in place of another of its type. */
  private Optional<Change> names(LabelledSentence sentence) {
    List<Mention> own =
        sentence.report().mentions().stream()
            .filter(name -> name.isName() && name.type() != EntityType.OTHER)
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Mention name = own.get(random.nextInt(own.size()));
    String words = name.span().in(sentence.report().body());
    List<String> others =
        names.getOrDefault(name.type(), List.of()).stream()
            .filter(other -> !other.contains(words) && !words.contains(other))
            .filter(other -> !sentence.text().contains(other))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String other = others.get(random.nextInt(others.size()));
    return Optional.of(
        new Change(
            "name",
            sentence.with(name.span(), other),
            "other",
            words.toLowerCase(Locale.ROOT),
            sentence.put(name.span(), other),
            isForTest(other)));
  }

  /** Two names of one type in each other's place. */
  private Optional<Change> roles(LabelledSentence sentence) {
    List<Mention> own = sentence.report().mentions().stream().filter(Mention::isName).toList();
    for (Mention one : own) {
      for (Mention two : own) {
        String first = one.span().in(sentence.report().body());
        String second = two.span().in(sentence.report().body());
        if (one.span().end() < two.span().start()
            && one.type() == two.type()
            && !first.contains(second)
            && !second.contains(first)
            && isOfOneClause(sentence, one.span(), two.span())) {
          String body = sentence.report().body();
          String text =
              body.substring(sentence.sentence().start(), one.span().start())
                  + second
                  + body.substring(one.span().end(), two.span().start())
                  + first
                  + body.substring(two.span().end(), sentence.sentence().end());
          return Optional.of(
              new Change(
                  "roles",
                  text,
                  "other",
                  first.toLowerCase(Locale.ROOT),
                  sentence.put(one.span(), second),
                  false));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether one is the subject of a verb and the other hangs on the same verb. */
  private static boolean isOfOneClause(LabelledSentence sentence, Span one, Span two) {
    Grammar grammar = sentence.grammar();
    for (int verb = 0; verb < grammar.size(); verb++) {
      OptionalInt subject = grammar.subject(verb);
      int of = verb;
      if (subject.isPresent()
          && one.contains(sentence.sentence().tokens().get(subject.getAsInt()).span())
          && grammar
              .dependents(of, "obj|obl.*|iobj")
              .anyMatch(at -> two.contains(sentence.sentence().tokens().get(at).span()))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Change> numbers(LabelledSentence sentence) {
    List<Quantity> own =
        sentence.report().quantitiesIn(sentence.sentence().span()).stream()
            .filter(one -> one.figure().in(sentence.report().body()).matches("\\d{1,3}(,\\d{3})*"))
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Quantity number = own.get(random.nextInt(own.size()));
    String words = number.figure().in(sentence.report().body());
    long value = Long.parseLong(words.replace(",", ""));
    long other =
        Math.max(1, Math.round(value * (random.nextBoolean() ? .4 : 1.3 + random.nextDouble())));
    if (other == value) {
      other = value + 2;
    }
    String written =
        words.contains(",") ? String.format(Locale.ROOT, "%,d", other) : String.valueOf(other);
    return Optional.of(
        new Change(
            "number",
            sentence.with(number.figure(), written),
            "other",
            words,
            sentence.put(number.figure(), written),
            false));
  }

  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private Optional<Change> days(LabelledSentence sentence) {
    for (Timex time : sentence.report().timexes()) {
      String words = time.span().in(sentence.report().body());
      if (DAYS.contains(words)) {
        String other = DAYS.get((DAYS.indexOf(words) + 1 + random.nextInt(6)) % DAYS.size());
        return Optional.of(
            new Change(
                "day",
                sentence.with(time.span(), other),
                "other",
                words.toLowerCase(Locale.ROOT),
                sentence.put(time.span(), other),
                false));
      }
    }
    return Optional.empty();
  }

  private List<Change> harmless(LabelledSentence sentence) {
    List<Change> changes = new ArrayList<>();
    Grammar grammar = sentence.grammar();
    for (int at = 0; at < grammar.size(); at++) {
      String word = sentence.word(at);
      if (isFullVerb(sentence, at)) {
        verb(sentence, at, "same sense", other -> antonyms.areAlike(word, other))
            .map(
                change ->
                    new Change(
                        change.kind(),
                        change.text(),
                        "same",
                        word,
                        change.place(),
                        change.isTest()))
            .ifPresent(changes::add);
      }
      if (grammar.relation(at).matches("obl|advcl|acl:relcl|appos")) {
        phrase(sentence, at)
            .filter(span -> span.length() < .5 * sentence.text().length())
            .ifPresent(
                span ->
                    changes.add(
                        new Change(
                            "left out",
                            sentence
                                .with(span, "")
                                .replaceAll(" ([,.;])", "$1")
                                .replaceAll("  +", " "),
                            "a>b",
                            word,
                            new Span(0, 0),
                            false)));
      }
    }
    for (Mention name : sentence.report().mentions()) {
      String words = name.span().in(sentence.report().body());
      if (name.isName()
          && name.type() == EntityType.PERSON
          && words.matches("\\p{Lu}\\S+ \\p{Lu}\\S+")) {
        changes.add(
            new Change(
                "last name",
                sentence.with(name.span(), words.substring(words.indexOf(' ') + 1)),
                "same",
                words,
                new Span(0, 0),
                false));
      }
    }
    return changes;
  }

  /** The words under a word, where they stand together and do not open the sentence. */
  private static Optional<Span> phrase(LabelledSentence sentence, int top) {
    List<Token> tokens = sentence.sentence().tokens();
    int[] under =
        IntStream.range(0, sentence.grammar().size())
            .filter(at -> sentence.grammar().isUnder(at, top))
            .toArray();
    int first = under[0];
    int last = under[under.length - 1];
    return first > 0 && last - first + 1 == under.length
        ? Optional.of(new Span(tokens.get(first).start(), tokens.get(last).span().end()))
        : Optional.empty();
  }
}
