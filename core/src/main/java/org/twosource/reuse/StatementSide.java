package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * One sentence made ready to be compared with another as a statement: its words with their stems,
 * rarity, vectors and grammar. Positions count words, not tokens: marks are left out. Immutable
 * once made.
 */
final class StatementSide {
  /** Every word has this weight at least; the rest is its rarity. */
  private static final double LEAST_WEIGHT = .3;

  /** Rarity counts up to this. */
  static final double GREATEST_RARITY = 8;

  final float[] vector;
  final List<String> words;
  final List<String> stems;
  final boolean[] isContent;
  final double[] weights;
  final float[][] rows;
  final Set<String> numbers;
  final Set<String> names;
  final boolean negated;

  /** Parts of speech; empty strings where there is no grammar. */
  final String[] pos;

  private final int[] heads;
  private final String[] relations;

  StatementSide(
      StatementSimilarity.ComparedSentence side,
      WordRarity rarity,
      Set<String> functionWords,
      Set<String> no) {
    vector = side.vector();
    int count = (int) side.tokens().stream().filter(Token::isWord).count();
    words = new ArrayList<>();
    stems = new ArrayList<>();
    isContent = new boolean[count];
    weights = new double[count];
    rows = new float[count][];
    numbers = new HashSet<>();
    names = new HashSet<>();
    pos = new String[count];
    heads = new int[count];
    relations = new String[count];
    int[] wordOf = new int[side.tokens().size()];
    Arrays.fill(wordOf, -1);
    for (int at = 0; at < side.tokens().size(); at++) {
      Token token = side.tokens().get(at);
      if (!token.isWord()) {
        continue;
      }
      int word = words.size();
      wordOf[at] = word;
      String normal = token.normal();
      words.add(normal);
      stems.add(WordForm.stem(normal));
      isContent[word] = !functionWords.contains(normal);
      weights[word] = LEAST_WEIGHT + Math.min(GREATEST_RARITY, rarity.of(normal));
      rows[word] = side.rows()[at];
      if (token.text().chars().anyMatch(Character::isDigit)) {
        numbers.add(normal.replace(",", ""));
      }
      if (at > 0 && Character.isUpperCase(token.text().charAt(0))) {
        names.add(normal);
      }
    }
    negated = words.stream().anyMatch(word -> no.contains(word) || word.equals("n't"));
    readGrammar(side.syntax(), wordOf);
  }

  /** For the language's words without a meaning of their own and its negations. */
  static StatementSide of(
      StatementSimilarity.ComparedSentence side, WordRarity rarity, Language language) {
    return new StatementSide(
        side, rarity, language.words("stopwords"), Set.copyOf(language.words("negations")));
  }

  private void readGrammar(Optional<Grammar> syntax, int[] wordOf) {
    Arrays.fill(pos, "");
    Arrays.fill(relations, "");
    Arrays.fill(heads, -1);
    if (syntax.isEmpty()) {
      return;
    }
    Grammar grammar = syntax.get();
    for (int at = 0; at < wordOf.length; at++) {
      if (wordOf[at] >= 0) {
        int head = grammar.head(at);
        pos[wordOf[at]] = grammar.pos(at);
        relations[wordOf[at]] = grammar.relation(at);
        heads[wordOf[at]] = head < 0 ? -1 : wordOf[head];
      }
    }
  }

  int size() {
    return words.size();
  }

  /** The first word that stands in one of the relations to the root, or is the root; else -1. */
  int atRoot(String... wanted) {
    List<String> any = List.of(wanted);
    for (int word = 0; word < size(); word++) {
      boolean placed =
          any.contains("root") || heads[word] >= 0 && relations[heads[word]].equals("root");
      if (placed && any.contains(relations[word])) {
        return word;
      }
    }
    return -1;
  }

  /** "head dependent" of every pair of content words of which one governs the other. */
  Set<String> ties() {
    Set<String> ties = new HashSet<>();
    for (int word = 0; word < size(); word++) {
      if (isContent[word] && heads[word] >= 0 && isContent[heads[word]]) {
        ties.add(stems.get(heads[word]) + " " + stems.get(word));
      }
    }
    return ties;
  }

  /** The weights of the stems of content words; a stem that comes twice counts once. */
  Map<String, Double> stemWeights() {
    Map<String, Double> all = new HashMap<>();
    for (int word = 0; word < size(); word++) {
      if (isContent[word]) {
        all.merge(stems.get(word), weights[word], Math::max);
      }
    }
    return all;
  }
}
