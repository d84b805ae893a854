package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Finds speech by words: a verb of saying with the words before or after it that name who says it,
 * and phrases like "according to". For quotations the tagger missed, and for texts without a model.
 */
final class SpeechRules {
  private static final double CONFIDENCE = .6;
  private static final int MAX_SOURCE_TOKENS = 14;

  /** A saying that closes its sentence has no more words behind it than "reporters on Monday". */
  private static final int MAX_CLOSING_TOKENS = 6;

  private static final Set<String> AUXILIARIES =
      Set.of(
          "has",
          "have",
          "had",
          "also",
          "later",
          "then",
          "will",
          "would",
          "did",
          "does",
          "do",
          "is",
          "was",
          "were",
          "are",
          "been",
          "be",
          "again",
          "once",
          "reportedly",
          "repeatedly",
          "'s",
          "publicly",
          "previously",
          "earlier",
          "recently",
          "often",
          "further",
          "not",
          "n't",
          "now");
  private static final Set<String> BREAKS =
      Set.of(
          "that",
          "but",
          "when",
          "as",
          "while",
          "because",
          "after",
          "before",
          "if",
          "which",
          "what",
          "where",
          "since",
          "although",
          "though",
          "than",
          "so",
          "and");
  private static final Set<String> COPULAS = Set.of("is", "was", "are", "were", "be");
  private static final Set<String> ENDS =
      Set.of("that", "which", "who", "but", "when", "after", "while", "and");

  private final Text text;
  private final SpeechWords words;
  private final List<Quote> quoted;

  SpeechRules(Text text, SpeechWords words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.quoted = quoted;
  }

  /**
   * A cue outside quotations and the words that name the source.
   *
   * @param first first token of source and cue in the sentence
   * @param last one past their last token
   */
  private record Saying(
      Sentence sentence,
      Span source,
      Span cue,
      int first,
      int last,
      boolean phrase,
      boolean sourceFirst) {

    /** The same source saying something else in the same sentence: "X said ..., adding ...". */
    Saying again(Span newCue, int at) {
      return new Saying(sentence, source, newCue, at, at + 1, false, true);
    }
  }

  /** All speech that the rules find: quotations and reported speech. */
  List<Speech> find() {
    List<Speech> found = new ArrayList<>(quotations());
    found.addAll(reported());
    found.sort(java.util.Comparator.comparing(speech -> speech.content().getFirst()));
    return found;
  }

  /** The quotations that are somebody's speech, with the speaker where one is found. */
  List<Speech> quotations() {
    List<Speech> found = new ArrayList<>();
    Optional<Speech> last = Optional.empty();
    int lastParagraph = -2;
    int lastEnd = 0;
    for (Quote one : quoted) {
      Sentence home = sentenceAt(one.inside().start());
      Sentence end = sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      Optional<Saying> saying = sayingAround(one, home, end);
      boolean statement = isStatement(one, home, end);
      Optional<Speech> speech = Optional.empty();
      if (saying.isPresent() && (statement || wordCount(one) >= 2 && !isTitle(one))) {
        Saying said = saying.get();
        speech =
            Optional.of(
                new Speech(
                    Optional.of(said.source),
                    Optional.of(said.cue),
                    List.of(one.whole()),
                    statement ? CONFIDENCE + .2 : CONFIDENCE));
      } else if (statement) {
        boolean sameParagraph = home.paragraph() == lastParagraph;
        boolean goesOn = one.continues() && home.paragraph() <= lastParagraph + 2;
        boolean nextAlone =
            home.paragraph() == lastParagraph + 1 && startsParagraph(one, home) && lastEnd > 0;
        Optional<Speech> before = sameParagraph || goesOn || nextAlone ? last : Optional.empty();
        speech =
            Optional.of(
                new Speech(
                    before.flatMap(Speech::source),
                    Optional.empty(),
                    List.of(one.whole()),
                    sameParagraph || goesOn ? CONFIDENCE : CONFIDENCE - .2));
      }
      if (speech.isPresent()) {
        found.add(speech.get());
        last = speech;
        lastParagraph = home.paragraph();
        lastEnd = one.whole().end();
      }
    }
    return found;
  }

  /**
   * Who says a quotation, named behind it at the end of its sentence.
   *
   * @param quotation with its marks
   */
  record Closing(Speech speech, Span quotation) {}

  /**
   * Sayings behind a quotation that close its sentence: "“...,” X said", "Y wants “...” now, she
   * told us". The quotation is theirs, whoever else acts in the sentence.
   */
  List<Closing> closings() {
    List<Closing> closings = new ArrayList<>();
    for (Quote one : quoted) {
      Sentence end = sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      for (Saying saying : sayings(end)) {
        closing(one, end, saying).ifPresent(closings::add);
      }
    }
    return closings;
  }

  private Optional<Closing> closing(Quote one, Sentence end, Saying saying) {
    List<Token> tokens = end.tokens();
    int start = tokens.get(saying.first).start();
    if (saying.phrase || start < one.whole().end() || saying.source.end() < start) {
      return Optional.empty();
    }
    String inside = one.inside().in(text.body()).strip();
    String between = text.body().substring(one.whole().end(), start).strip();
    boolean comma = between.startsWith(",") || inside.matches("(?s).*[,?!]");
    boolean adjacent = comma && between.length() <= 1;
    boolean last = tokens.size() - saying.last <= MAX_CLOSING_TOKENS;
    boolean alone =
        quoted.stream()
            .noneMatch(other -> other != one && other.whole().overlaps(new Span(start, end.end())));
    boolean trailing = between.endsWith(",") && last && alone && saying.sourceFirst;
    if (!adjacent && !trailing) {
      return Optional.empty();
    }
    Speech speech =
        new Speech(
            Optional.of(saying.source),
            Optional.of(saying.cue),
            List.of(one.whole()),
            CONFIDENCE + .2);
    return Optional.of(new Closing(speech, one.whole()));
  }

  /** "Pledged to improve it “...,” X said": what is promised is a doing, the words are X's. */
  boolean isPromise(Speech speech) {
    int start = speech.content().getFirst().start();
    return sentenceAt(start).tokens().stream()
        .filter(token -> token.start() >= start)
        .findFirst()
        .filter(token -> token.normal().equals("to"))
        .isPresent();
  }

  /**
   * Quotations that somebody judges something with: "X dismissed the report as “...”", "by
   * dismissing as “...” a report". They are the words of who judges.
   */
  List<Closing> judgements() {
    List<Closing> judgements = new ArrayList<>();
    for (Quote one : quoted) {
      List<Token> tokens = sentenceAt(one.inside().start()).tokens();
      int as = 0;
      while (as < tokens.size() && tokens.get(as).end() <= one.whole().start()) {
        as++;
      }
      as--;
      if (as > 1 && words.isJudgedAs(tokens.get(as))) {
        judgement(one, tokens, as).ifPresent(judgements::add);
      }
    }
    return judgements;
  }

  private Optional<Closing> judgement(Quote one, List<Token> tokens, int as) {
    int verb = as - 1;
    while (verb > 0 && !words.isJudging(tokens.get(verb))) {
      verb--;
    }
    if (verb == 0 || COPULAS.contains(tokens.get(verb - 1).normal())) {
      return Optional.empty(); // nobody, or "was dismissed as": somebody who is not named before
    }
    int end = verb;
    while (end > 0 && AUXILIARIES.contains(tokens.get(end - 1).normal())) {
      end--;
    }
    int start = nameBefore(tokens, end);
    if (start == end && tokens.get(verb).normal().endsWith("ing")) {
      end = 0; // "China underscored it by dismissing as": who does the one does the other
      while (end < verb && isNamed(tokens.get(end))) {
        end++;
      }
      start = 0;
    }
    return start == end
        ? Optional.empty()
        : Optional.of(
            new Closing(
                new Speech(
                    Optional.of(span(tokens, start, end)),
                    Optional.of(span(tokens, verb, verb + 1)),
                    List.of(one.whole()),
                    CONFIDENCE + .1),
                one.whole()));
  }

  /** Where the capitalised words, or the pronoun, that end at {@code end} begin. */
  private static int nameBefore(List<Token> tokens, int end) {
    if (end > 0 && Set.of("he", "she", "they").contains(tokens.get(end - 1).normal())) {
      return end - 1;
    }
    int start = end;
    while (start > 0 && isNamed(tokens.get(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isNamed(Token token) {
    return token.isWord() && Character.isUpperCase(token.text().codePointAt(0));
  }

  /** Whether a cue ends in a verb of saying. */
  boolean isSaying(Span cue) {
    List<Token> tokens = sentenceAt(cue.start()).tokens();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (cue.contains(tokens.get(i).span()) && words.isSpeech(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** What is said without marks: "X said that ...", "..., X said", "according to X". */
  private List<Speech> reported() {
    List<Speech> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      if (!sentence.part().isSaid()) {
        continue;
      }
      for (Saying saying : sayings(sentence)) {
        boolean quotes = quoted.stream().anyMatch(one -> one.whole().overlaps(sentence.span()));
        if (!quotes || saying.phrase) {
          reported(saying).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Speech> reported(Saying saying) {
    List<Token> tokens = saying.sentence.tokens();
    int from = saying.last;
    int to = endOfClause(tokens);
    boolean comma = from < to && tokens.get(from).text().equals(",");
    if (saying.phrase || from >= to || comma && from > tokens.size() / 2) {
      // ", X said." or "According to X, ...": the rest of the sentence
      if (saying.first > 1) {
        from = 0;
        to = saying.first - (tokens.get(saying.first - 1).text().equals(",") ? 1 : 0);
      } else {
        from = comma ? from + 1 : from;
      }
    } else if (!saying.sourceFirst) {
      // "..., told the coast guard reporters on Sunday"
      if (saying.first < 2 || !tokens.get(saying.first - 1).text().equals(",")) {
        return Optional.empty();
      }
      from = 0;
      to = saying.first - 1;
    }
    while (from < to
        && (Set.of("that", ":", ",").contains(tokens.get(from).normal())
            || words.isParticle(tokens.get(from)))) {
      from++;
    }
    if (to - from < 3) {
      return Optional.empty();
    }
    Span content = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    return Optional.of(
        new Speech(
            Optional.of(saying.source),
            Optional.of(saying.cue),
            List.of(content),
            CONFIDENCE - .1));
  }

  private static int endOfClause(List<Token> tokens) {
    int to = tokens.size();
    while (to > 0 && !tokens.get(to - 1).isWord()) {
      to--;
    }
    return to;
  }

  /**
   * "what X says is Y", which reports a name for a thing and keeps the speaker in half a clause.
   */
  List<Speech> whatTheySay() {
    List<Speech> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i + 3 < tokens.size(); i++) {
        if (tokens.get(i).normal().equals("what")) {
          whatTheySay(tokens, i).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Speech> whatTheySay(List<Token> tokens, int what) {
    int verb = what + 2;
    int limit = Math.min(tokens.size(), what + 8);
    while (verb < limit && !words.isSpeech(tokens, verb)) {
      if (!tokens.get(verb).isWord()) {
        return Optional.empty();
      }
      verb++;
    }
    if (verb + 1 >= limit + 1 || verb + 2 >= tokens.size()) {
      return Optional.empty();
    }
    int from = verb + 1;
    boolean copula = COPULAS.contains(tokens.get(from).normal());
    boolean called =
        tokens.get(verb).normal().startsWith("call")
            || tokens.get(verb).normal().startsWith("describ");
    if (!copula && !called) {
      return Optional.empty();
    }
    int to = from + 1;
    while (to < tokens.size()
        && tokens.get(to).isWord()
        && !ENDS.contains(tokens.get(to).normal())) {
      to++;
    }
    int sourceEnd = verb;
    while (sourceEnd > what + 2 && AUXILIARIES.contains(tokens.get(sourceEnd - 1).normal())) {
      sourceEnd--;
    }
    return Optional.of(
        new Speech(
            Optional.of(span(tokens, what + 1, sourceEnd)),
            Optional.of(span(tokens, verb, verb + 1)),
            List.of(span(tokens, from, to)),
            CONFIDENCE + .2));
  }

  private static Span span(List<Token> tokens, int from, int to) {
    return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private Sentence sentenceAt(int offset) {
    return text.sentenceAt(offset)
        .orElseGet(
            () ->
                text.sentences().stream()
                    .filter(one -> one.end() > offset)
                    .findFirst()
                    .orElse(text.sentences().getLast()));
  }

  /** Whether it is long enough, or shaped like, a statement, not a name or a scare quote. */
  private boolean isStatement(Quote one, Sentence home, Sentence end) {
    String inside = one.inside().in(text.body());
    boolean wholeSentence =
        one.whole().start() <= home.start() + 1 && one.whole().end() >= end.end() - 1;
    boolean ends = !inside.isEmpty() && ",.?!".indexOf(inside.charAt(inside.length() - 1)) >= 0;
    int count = wordCount(one);
    return count >= 7 || wholeSentence && count >= 2 || ends && count >= 4;
  }

  /** Whether all its longer words are capitalised, as in the name of a film or a book. */
  private boolean isTitle(Quote one) {
    return Arrays.stream(one.inside().in(text.body()).trim().split("\\s+"))
        .filter(word -> word.length() > 3)
        .allMatch(word -> !Character.isLowerCase(word.charAt(0)));
  }

  private int wordCount(Quote one) {
    return one.inside().in(text.body()).trim().split("\\s+").length;
  }

  private boolean startsParagraph(Quote one, Sentence home) {
    boolean first =
        home.index() == 0 || text.sentences().get(home.index() - 1).paragraph() != home.paragraph();
    return first && one.whole().start() <= home.start() + 1;
  }

  /** The saying that stands nearest to the quotation, in the sentences it touches. */
  private Optional<Saying> sayingAround(Quote one, Sentence home, Sentence end) {
    Optional<Saying> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    int last = Math.min(text.sentences().size() - 1, end.index() + 1);
    for (int i = Math.max(0, home.index() - 1); i <= last; i++) {
      Sentence sentence = text.sentences().get(i);
      if (sentence.paragraph() != home.paragraph() && sentence.paragraph() != end.paragraph()) {
        continue;
      }
      for (Saying saying : sayings(sentence)) {
        int distance = distance(one, home, end, saying);
        if (distance < least) {
          least = distance;
          best = Optional.of(saying);
        }
      }
    }
    return best;
  }

  private int distance(Quote one, Sentence home, Sentence end, Saying saying) {
    List<Token> tokens = saying.sentence.tokens();
    Span all = span(tokens, saying.first, saying.last);
    boolean before = all.end() <= one.whole().start();
    int gap = before ? one.whole().start() - all.end() : all.start() - one.whole().end();
    if (gap < 0) {
      return Integer.MAX_VALUE;
    }
    String between =
        before
            ? text.body().substring(all.end(), one.whole().start())
            : text.body().substring(one.whole().end(), all.start());
    if (saying.sentence.index() < home.index()) {
      // only a sentence that announces: X said: "..."
      return between.strip().endsWith(":") ? gap : Integer.MAX_VALUE;
    }
    if (saying.sentence.index() > end.index() && gap > 4) {
      return Integer.MAX_VALUE;
    }
    return gap > 160 ? Integer.MAX_VALUE : gap + (before ? 3 : 0);
  }

  private List<Saying> sayings(Sentence sentence) {
    List<Saying> sayings = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (isQuoted(tokens.get(i))) {
        continue;
      }
      int phrase = words.phraseAt(sentence, i);
      if (phrase > 0) {
        int to = sourceEnd(tokens, i + phrase);
        if (to > i + phrase) {
          sayings.add(
              new Saying(
                  sentence,
                  span(tokens, i + phrase, to),
                  span(tokens, i, i + phrase),
                  i,
                  to,
                  true,
                  false));
        }
      } else if (words.isSpeech(tokens, i)) {
        Optional<Saying> saying =
            isDependent(tokens, i)
                ? sayings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sayings.getLast().again(span(tokens, i, i + 1), i))
                : saying(sentence, i);
        saying.ifPresent(sayings::add);
      }
    }
    return sayings;
  }

  /** Whether the subject of the verb stands before another verb: "adding", "went on to say". */
  private static boolean isDependent(List<Token> tokens, int verb) {
    return tokens.get(verb).normal().endsWith("ing")
        || verb > 0 && tokens.get(verb - 1).normal().equals("to");
  }

  private Optional<Saying> saying(Sentence sentence, int verb) {
    List<Token> tokens = sentence.tokens();
    int to = verb;
    while (to > 0 && AUXILIARIES.contains(tokens.get(to - 1).normal())) {
      to--;
    }
    int from = sourceStart(tokens, to);
    boolean afterQuote = verb > 0 && isQuoted(tokens.get(verb - 1)) || from == to;
    if (from < to && !afterQuote) {
      return Optional.of(
          new Saying(
              sentence,
              span(tokens, from, to),
              span(tokens, to, verb + 1),
              from,
              verb + 1,
              false,
              true));
    }
    int end = sourceEnd(tokens, verb + 1);
    if (end > verb + 1 && afterQuote) {
      return Optional.of(
          new Saying(
              sentence,
              span(tokens, verb + 1, end),
              span(tokens, verb, verb + 1),
              verb,
              end,
              false,
              false));
    }
    return Optional.empty();
  }

  /** The beginning of the words before {@code to} that may name a source. */
  private int sourceStart(List<Token> tokens, int to) {
    int from = to;
    while (from > 0 && to - from < MAX_SOURCE_TOKENS) {
      Token before = tokens.get(from - 1);
      if (isQuoted(before) || isBreak(before) || !before.isWord() && !joins(tokens, from - 1)) {
        break;
      }
      from--;
    }
    while (from < to && !tokens.get(from).isWord()) {
      from++;
    }
    return from;
  }

  private int sourceEnd(List<Token> tokens, int from) {
    int to = from;
    while (to < tokens.size() && to - from < MAX_SOURCE_TOKENS) {
      Token next = tokens.get(to);
      if (isQuoted(next)
          || isBreak(next)
          || words.isSpeech(tokens, to)
          || !next.isWord() && !joins(tokens, to)) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean joins(List<Token> tokens, int index) {
    String text = tokens.get(index).text();
    return text.equals(".")
            && index > 0
            && index + 1 < tokens.size()
            && tokens.get(index - 1).text().length() <= 2
        || text.equals("'")
        || text.equals("’");
  }

  private boolean isBreak(Token token) {
    return BREAKS.contains(token.normal()) || words.endsSource(token);
  }

  private boolean isQuoted(Token token) {
    int low = 0;
    int high = quoted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quoted.get(middle).whole().end() <= token.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < quoted.size() && quoted.get(low).whole().overlaps(token.span());
  }
}
