package org.twosource.annotate;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * The statements that a sentence makes, each cut free of the others: a verb or another predicate
 * with its subject, its objects and its circumstances. "The minister, who had flown in on Sunday,
 * met the president and left" makes three: the minister had flown in on Sunday, met the president,
 * left.
 *
 * <p>Who says it, a purpose ("to end the war"), a condition, and a relative clause that tells which
 * one is meant ("the man who drove") are no statements of their own. One sentence, any thread.
 */
public final class PlainStatements {
  /** How the predicate of a statement hangs in its sentence. */
  private static final String STATING = "root|ccomp|conj|parataxis|acl:relcl|advcl.*";

  /** What joins statements and belongs to none. */
  private static final String JOINT = "cc|mark|discourse";

  private static final String COMMA = "[,;:–—-]";

  /** Letters of who says it and how, at most: longer ones hold other statements. */
  private static final int MAX_SPEAKER = 80;

  /** Between two stretches of what is shown. */
  private static final String CUT = " … ";

  private final Annotated report;
  private final Sentence sentence;
  private final Grammar tree;
  private final Set<String> relatives;
  private final Set<String> conditions;
  private final Set<String> articles;
  private final Set<String> saying;

  /** The predicates of all statements of the sentence, ascending. */
  private final List<Integer> predicates;

  private PlainStatements(Annotated report, Sentence sentence, Grammar tree, Language language) {
    this.report = report;
    this.sentence = sentence;
    this.tree = tree;
    this.relatives = language.words("relative-pronouns");
    this.conditions = language.words("condition-marks");
    this.saying = language.words("plain-speech");
    this.articles = language.words("indefinite-articles");
    this.predicates = IntStream.range(0, tree.size()).filter(this::isStated).boxed().toList();
  }

  /**
   * One statement; offsets into the report's body, in text order, within the sentence.
   *
   * @param predicate its place among the words of the sentence
   * @param words as they read alone, with a full stop: words of the sentence in its order, a
   *     relative pronoun replaced by what it stands for
   * @param spans where these words stand
   * @param own what goes when it is cut away: all that hangs on the predicate, with the joint and
   *     the commas around it
   */
  public record Plain(int predicate, String words, List<Span> spans, List<Span> own) {
    public Plain {
      spans = List.copyOf(spans);
      own = List.copyOf(own);
    }
  }

  /** Empty where the sentence has no grammar. */
  public static Optional<PlainStatements> of(
      Annotated report, Sentence sentence, Language language) {
    return report
        .syntax(sentence.index())
        .filter(tree -> tree.size() == sentence.tokens().size())
        .map(tree -> new PlainStatements(report, sentence, tree, language));
  }

  /** The statements whose predicates lie in a stretch of the body, in text order. */
  public List<Plain> in(Span stretch) {
    return predicates.stream()
        .filter(predicate -> stretch.contains(span(predicate)))
        .map(this::plain)
        .toList();
  }

  /** The statement that a word belongs to; empty where it joins statements, or there is none. */
  public Optional<Plain> at(Span word) {
    return in(sentence.span()).stream()
        .filter(one -> one.spans().stream().anyMatch(span -> span.contains(word)))
        .max(Comparator.comparingInt(Plain::predicate));
  }

  /**
   * The words of a stretch for some of its statements, "…" where something is left out: without
   * what only the others need; for one that hangs on another, as in "the committee, which met,
   * found", its own words. Empty where that would cut a quotation or a bracket, or leave a verb
   * without what it says ("the mayor said") or its subject, or words without who says them.
   *
   * @param all the statements of the stretch
   * @param kept one of them at least
   */
  public Optional<String> words(Span stretch, List<Plain> all, List<Plain> kept) {
    List<Plain> dropped = all.stream().filter(one -> !kept.contains(one)).toList();
    if (dropped.stream()
        .anyMatch(one -> isSaidBy(one, dropped) || isSaid(one, kept) || isAmid(one, stretch))) {
      return Optional.empty();
    }
    Optional<Plain> below =
        kept.stream()
            .filter(one -> isSubordinate(one) || dropped.stream().anyMatch(up -> hangsOn(one, up)))
            .max(Comparator.comparingInt(plain -> plain.words().length()));
    if (below
        .filter(one -> tree.sharedSubject(one.predicate()).isEmpty() || isJoined(one.spans()))
        .isPresent()) {
      return Optional.empty();
    }
    List<Span> pieces =
        below.map(one -> withSpeaker(one.spans())).orElseGet(() -> without(stretch, dropped));
    boolean isWhole =
        kept.stream()
            .filter(one -> below.isEmpty() || below.get().equals(one))
            .allMatch(one -> overlap(pieces, span(one.predicate())));
    return !isWhole || isBroken(pieces) || isJoined(pieces) || !isWithSpeaker(pieces)
        ? Optional.empty()
        : Optional.of(inWords(pieces)).filter(words -> !words.isEmpty());
  }

  /** With the words before it that say who tells it: "prosecutors say … Lund left in May". */
  private List<Span> withSpeaker(List<Span> pieces) {
    int start = pieces.getFirst().start();
    List<Span> all = new ArrayList<>();
    report.attributions().stream()
        .filter(said -> said.content().stream().anyMatch(part -> part.contains(pieces.getLast())))
        .flatMap(said -> said.source().flatMap(by -> said.cue().map(by::union)).stream())
        .filter(said -> said.end() <= start && said.length() <= MAX_SPEAKER)
        .findFirst()
        .ifPresent(all::add);
    all.addAll(pieces);
    return all;
  }

  /** Whether who says it and the word for saying are both there, or neither. */
  private boolean isWithSpeaker(List<Span> pieces) {
    return report.attributions().stream()
        .filter(said -> said.source().isPresent() && said.cue().isPresent())
        .filter(said -> sentence.span().contains(said.source().get()))
        .filter(said -> sentence.span().contains(said.cue().get()))
        .filter(said -> said.content().stream().anyMatch(part -> overlap(pieces, part)))
        .allMatch(
            said -> covered(pieces, said.source().get()) && covered(pieces, said.cue().get()));
  }

  private static boolean covered(List<Span> pieces, Span part) {
    return pieces.stream().anyMatch(piece -> piece.contains(part));
  }

  /** Whether a statement is what a verb says that is not cut away with it. */
  private boolean isSaidBy(Plain one, List<Plain> dropped) {
    return tree.relation(one.predicate()).equals("ccomp")
        && dropped.stream().noneMatch(other -> hangsOn(one, other));
  }

  /** Whether it is what somebody says in one of the statements that stay. */
  private boolean isSaid(Plain one, List<Plain> kept) {
    return report.attributions().stream()
        .filter(said -> said.content().stream().anyMatch(part -> overlap(one.own(), part)))
        .flatMap(said -> said.cue().stream())
        .anyMatch(cue -> kept.stream().anyMatch(other -> overlap(other.spans(), cue)));
  }

  private static boolean overlap(List<Span> spans, Span other) {
    return spans.stream().anyMatch(other::overlaps);
  }

  /** Whether it is joined to what stays and words stand behind it that may belong to both. */
  private boolean isAmid(Plain one, Span stretch) {
    int end = one.own().getLast().end();
    return tree.relation(one.predicate()).equals("conj")
        && end < stretch.end()
        && new Span(end, stretch.end())
            .in(report.body())
            .codePoints()
            .anyMatch(Character::isLetterOrDigit);
  }

  private boolean isSubordinate(Plain one) {
    return tree.relation(one.predicate()).matches("advcl.*|acl:relcl");
  }

  private boolean hangsOn(Plain one, Plain other) {
    return one.predicate() != other.predicate() && tree.isUnder(one.predicate(), other.predicate());
  }

  private boolean isBroken(List<Span> pieces) {
    return pieces.stream()
        .anyMatch(
            piece ->
                report.text().quotes().areCutBy(piece)
                    || !piece.equals(pieces.getFirst()) && isOneWord(piece)
                    || count(piece, '(') != count(piece, ')'));
  }

  /** Whether it is a word left over, as "said" where its subject was taken for what it says. */
  private boolean isOneWord(Span piece) {
    return sentence.tokens().stream()
            .filter(token -> piece.contains(token.span()) && token.isWord())
            .limit(2)
            .count()
        == 1;
  }

  /** Whether it begins with a word that joins it to what went before: "in states that". */
  private boolean isJoined(List<Span> pieces) {
    return IntStream.range(0, tree.size())
        .filter(at -> !pieces.isEmpty() && pieces.getFirst().contains(span(at)) && !isMark(at))
        .limit(1)
        .anyMatch(at -> tree.relation(at).matches("cc|case|mark"));
  }

  private long count(Span piece, char mark) {
    return piece.in(report.body()).chars().filter(one -> one == mark).count();
  }

  private static List<Span> without(Span stretch, List<Plain> dropped) {
    List<Span> left = new ArrayList<>();
    int from = stretch.start();
    for (Span cut :
        dropped.stream()
            .flatMap(one -> one.own().stream())
            .sorted(Comparator.comparingInt(Span::start))
            .toList()) {
      if (cut.start() > from) {
        left.add(new Span(from, Math.min(cut.start(), stretch.end())));
      }
      from = Math.max(from, cut.end());
    }
    if (from < stretch.end()) {
      left.add(new Span(from, stretch.end()));
    }
    return left;
  }

  private String inWords(List<Span> pieces) {
    return pieces.stream()
        .map(piece -> piece.in(report.body()).strip())
        .filter(words -> words.codePoints().anyMatch(Character::isLetterOrDigit))
        .collect(joining(CUT))
        .replaceAll("…[ ,;:]+(?=[,;:])", "…")
        .replaceFirst("^[,;:–—-]+\\s*", "")
        .replaceFirst("[,;:–—-]*$", "");
  }

  private boolean isStated(int word) {
    return (tree.pos(word).equals("VERB") || tree.dependent(word, "cop").isPresent())
        && tree.relation(word).matches(STATING)
        && subject(word) >= 0
        && (!tree.relation(word).equals("acl:relcl") || adds(word))
        && tree.dependents(word, "mark").noneMatch(mark -> conditions.contains(word(mark)))
        && (tree.sharedSubject(word).isPresent() || tree.dependent(word, "mark").isEmpty())
        && !isOnlySaying(word);
  }

  /**
   * Whether a relative clause adds something: its pronoun is its subject, and it stands behind a
   * comma or tells of what was not told before and is no subject ("tensions that set many on
   * edge"). Else it tells which one is meant.
   */
  private boolean adds(int relative) {
    int noun = tree.head(relative);
    boolean isOfNew =
        !tree.relation(noun).matches("[nc]subj.*|root|appos")
            && tree.dependents(noun, "det|nummod").allMatch(at -> articles.contains(word(at)));
    return tree.dependent(relative, "mark").isPresent()
        || relatives.contains(word(subject(relative))) && (isComma(first(relative) - 1) || isOfNew);
  }

  /** Whether a verb only says who tells what hangs on it, or what it hangs on. */
  private boolean isOnlySaying(int verb) {
    boolean isCue =
        saying.contains(word(verb))
            || report.attributions().stream()
                .anyMatch(said -> said.cue().filter(span(verb)::overlaps).isPresent());
    return tree.dependent(verb, "obj").isEmpty()
        && (tree.dependent(verb, "ccomp|parataxis").isPresent()
            || isCue && !tree.relation(verb).matches("root|conj"));
  }

  /** The subject of a predicate; of a participle ("citing a letter") that of what it hangs on. */
  private int subject(int predicate) {
    OptionalInt own = tree.sharedSubject(predicate);
    return own.isEmpty() && tree.relation(predicate).startsWith("advcl")
        ? tree.sharedSubject(tree.head(predicate)).orElse(-1)
        : own.orElse(-1);
  }

  private Plain plain(int predicate) {
    int own = subject(predicate);
    boolean isRelative = tree.relation(predicate).equals("acl:relcl");
    int subject = isRelative ? tree.head(predicate) : own;
    List<Integer> words =
        IntStream.range(0, tree.size())
            .filter(
                at ->
                    belongs(at, subject) && !tree.isUnder(at, predicate)
                        || belongs(at, predicate) && !(isRelative && tree.isUnder(at, own)))
            .boxed()
            .toList();
    String alone =
        words.stream()
            .map(at -> span(at).in(report.body()))
            .collect(joining(" "))
            .replaceAll(" (n['’]t|['’]s|[,;:.%\u2019])", "$1")
            .replaceAll("([$£€]) ", "$1")
            .replaceFirst("[,;:.\\s]*$", ".");
    return new Plain(predicate, alone, runs(words), runs(own(predicate)));
  }

  /** Whether a word belongs to what hangs on another, no other statement between. */
  private boolean belongs(int word, int top) {
    return !tree.relation(word).equals("punct")
        && tree.up(word)
                .dropWhile(at -> at != top && !predicates.contains(at) && !isJoint(at))
                .findFirst()
                .orElse(-1)
            == top;
  }

  private boolean isJoint(int word) {
    int head = tree.head(word);
    return predicates.contains(head)
        && (tree.relation(word).matches(JOINT)
            || tree.relation(head).matches("advcl.*|acl:relcl")
                && tree.relation(word).equals("advmod")
                && word == first(head));
  }

  private List<Integer> own(int predicate) {
    int first = first(predicate);
    int last =
        IntStream.range(0, tree.size())
            .filter(at -> tree.isUnder(at, predicate) && !isMark(at))
            .max()
            .orElse(predicate);
    boolean isEnclosed = isComma(first - 1) && isComma(last + 1);
    return IntStream.rangeClosed(first - 1, last + 1)
        .filter(
            at ->
                at == first - 1
                    ? isComma(at)
                    : at == last + 1 ? isEnclosed : tree.isUnder(at, predicate))
        .boxed()
        .toList();
  }

  /** The first word that hangs on a predicate, marks aside. */
  private int first(int predicate) {
    return IntStream.range(0, predicate)
        .filter(at -> tree.isUnder(at, predicate) && !isMark(at))
        .findFirst()
        .orElse(predicate);
  }

  /** Neighbours in one span; a mark between two words parts them not. */
  private List<Span> runs(List<Integer> words) {
    List<Span> runs = new ArrayList<>();
    int before = -1;
    for (int at : words) {
      if (before >= 0 && IntStream.range(before + 1, at).allMatch(this::isMark)) {
        runs.set(runs.size() - 1, runs.getLast().union(span(at)));
      } else {
        runs.add(span(at));
      }
      before = at;
    }
    return runs;
  }

  private boolean isMark(int word) {
    return tree.relation(word).equals("punct");
  }

  private boolean isComma(int word) {
    return word >= 0 && word < tree.size() && word(word).matches(COMMA);
  }

  private String word(int at) {
    return sentence.tokens().get(at).normal();
  }

  private Span span(int at) {
    return sentence.tokens().get(at).span();
  }
}
