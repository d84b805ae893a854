package org.twosource.distortion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * One side of a sentence pair: the tokens of a stretch of a text, with grammar and marks, counted
 * from 0 over all its sentences. Offsets point into the report's body.
 */
public final class Side {
  private static final WordRarity RARITY = WordRarity.standard();

  /** Words of less rarity are function words, as for the word aligner. */
  private static final float CONTENT_RARITY = 2f;

  private static final Set<String> CONTENT =
      Set.of("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "SYM");

  /** A longer text without quotation marks is no fragment of a quotation. */
  private static final int MAX_FRAGMENT = 500;

  private final Annotated text;
  private final Span span;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Grammar grammar;
  private final List<Span> quoted;
  private final boolean isFragment;

  /** Vectors by sentence: they are unpacked each time they are asked for. */
  private final Map<Integer, Optional<float[][]>> rows = new HashMap<>();

  /**
   * @param quoted the stretches of the whole body that stand inside quotation marks
   */
  public Side(Annotated text, Span span, List<Span> quoted) {
    this.text = text;
    this.span = span;
    this.quoted = quoted;
    isFragment = quoted.isEmpty() && text.body().length() <= MAX_FRAGMENT && speaksOfItself(text);
    List<String> pos = new ArrayList<>();
    List<Integer> heads = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      if (sentence.span().overlaps(span)) {
        add(sentence, pos, heads, relations);
      }
    }
    heads.replaceAll(head -> head < 0 || head >= tokens.size() ? -1 : head);
    grammar = new Grammar(pos, heads, relations);
  }

  /**
   * Whether a short text without marks is cut out of a speech: it says "I" or "we" and names nobody
   * who says so.
   */
  private static boolean speaksOfItself(Annotated text) {
    Set<String> first = DistortionWords.of(text).firstPerson();
    return text.sentences().stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .anyMatch(token -> first.contains(token.normal()));
  }

  private void add(
      Sentence sentence, List<String> pos, List<Integer> heads, List<String> relations) {
    sentences.add(sentence);
    Optional<Grammar> syntax = text.syntax(sentence.index());
    int first = tokens.size();
    int skipped = 0;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      if (!span.contains(token.span())) {
        skipped += tokens.size() == first ? 1 : 0;
        continue;
      }
      tokens.add(token);
      places.add(i);
      boolean parsed = syntax.isPresent() && i < syntax.get().size();
      pos.add(parsed ? syntax.get().pos(i) : guess(token));
      relations.add(parsed ? syntax.get().relation(i) : "dep");
      int head = parsed ? syntax.get().head(i) : -1;
      heads.add(head < 0 ? -1 : first + head - skipped);
    }
  }

  /** Without a parser a word is content unless it is one of the most frequent. */
  private static String guess(Token token) {
    if (!token.isWord()) {
      return "PUNCT";
    }
    if (token.text().codePoints().anyMatch(Character::isDigit)) {
      return "NUM";
    }
    return RARITY.of(token.normal()) >= CONTENT_RARITY ? "NOUN" : "ADP";
  }

  public Annotated text() {
    return text;
  }

  public String body() {
    return text.body();
  }

  public Span span() {
    return span;
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  public List<Token> tokens() {
    return tokens;
  }

  public int size() {
    return tokens.size();
  }

  public Token token(int i) {
    return tokens.get(i);
  }

  public String normal(int i) {
    return tokens.get(i).normal();
  }

  /** The grammar of the words of this side; heads outside it count as none. */
  public Grammar grammar() {
    return grammar;
  }

  public String pos(int i) {
    return grammar.pos(i);
  }

  public String relation(int i) {
    return grammar.relation(i);
  }

  /** The governing token, or -1 at the root and where the head lies outside this side. */
  public int head(int i) {
    return grammar.head(i);
  }

  /** Whether the grammar of the sentence is known; without it every part of speech is a guess. */
  public boolean isParsed() {
    return !text.syntax().isEmpty();
  }

  /** Whether the word carries meaning of its own: nouns, verbs, adjectives, adverbs, numbers. */
  public boolean isContent(int i) {
    return tokens.get(i).isWord() && CONTENT.contains(pos(i));
  }

  /** The vector of a token, where the encoder ran. */
  public Optional<float[]> vector(int i) {
    Optional<Sentence> sentence = text.text().sentenceAt(tokens.get(i).start());
    return sentence
        .flatMap(found -> rows.computeIfAbsent(found.index(), text.vectors()::tokens))
        .filter(vectors -> places.get(i) < vectors.length)
        .map(vectors -> vectors[places.get(i)]);
  }

  /** The tokens that lie in {@code stretch}, in order. */
  public List<Integer> in(Span stretch) {
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (stretch.contains(tokens.get(i).span())) {
        inside.add(i);
      } else if (tokens.get(i).start() >= stretch.end()) {
        break;
      }
    }
    return inside;
  }

  /** The stretch from token {@code first} to token {@code last}, both included. */
  public Span from(int first, int last) {
    return new Span(tokens.get(first).start(), tokens.get(last).end());
  }

  public String words(Span stretch) {
    return stretch.in(body());
  }

  /** Whether a name only says which of something: "New York" of "the New York bank". */
  public boolean saysWhich(Span name) {
    List<Integer> words = in(name);
    return words.stream()
        .filter(i -> !words.contains(head(i)))
        .anyMatch(
            i ->
                head(i) > i
                    && pos(head(i)).equals("NOUN")
                    && relation(i).matches("compound|amod|nmod"));
  }

  /** The stretches of the whole body that stand inside quotation marks. */
  List<Span> quoted() {
    return quoted;
  }

  public boolean isQuoted(int i) {
    return quotation(tokens.get(i).span()).isPresent();
  }

  /**
   * Whether the word is somebody's speech: in quotation marks, or in a text cut out of a speech.
   */
  public boolean isSpoken(int i) {
    return isFragment || isQuoted(i);
  }

  public boolean isFragment() {
    return isFragment;
  }

  /** The quotation that holds {@code stretch} whole. */
  public Optional<Span> quotation(Span stretch) {
    return quoted.stream().filter(quote -> quote.contains(stretch)).findFirst();
  }

  /** The cues of one kind in this stretch. */
  public List<Cue> cues(Cue.Kind kind) {
    return text.cuesIn(span).stream().filter(cue -> cue.kind() == kind).toList();
  }

  /** Whether a cue of one of these kinds governs the token or is part of it. */
  public boolean isUnder(int i, Set<Cue.Kind> kinds) {
    Span word = tokens.get(i).span();
    return text.cuesIn(span).stream()
        .anyMatch(
            cue ->
                kinds.contains(cue.kind())
                    && (cue.scope().contains(word) || cue.span().overlaps(word)));
  }
}
