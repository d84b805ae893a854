package org.twosource.annotate;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The grammar of one sentence in Universal Dependencies terms; words are counted from 0 along
 * {@code Sentence.tokens()}. Who wants to walk it asks here: nobody climbs heads by himself.
 *
 * @param pos UPOS tags
 * @param heads index of the governing token in the sentence, -1 for the root
 * @param relations UD relation to the head
 */
public record Grammar(List<String> pos, List<Integer> heads, List<String> relations) {
  private static final Set<String> CLAUSES =
      Set.of("root", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "advcl:relcl");

  public Grammar {
    pos = List.copyOf(pos);
    heads = List.copyOf(heads);
    relations = List.copyOf(relations);
    if (pos.size() != heads.size() || heads.size() != relations.size()) {
      throw new IllegalArgumentException(
          "syntax lists differ: " + pos.size() + ", " + heads.size() + ", " + relations.size());
    }
  }

  /** Whether the subject of a verb does what the verb says, or has it done to it. */
  public enum Voice {
    ACTIVE,
    PASSIVE
  }

  public int size() {
    return heads.size();
  }

  /** The governing word, -1 for the root. */
  public int head(int word) {
    return heads.get(word);
  }

  public String relation(int word) {
    return relations.get(word);
  }

  public String pos(int word) {
    return pos.get(word);
  }

  /** The word without a head, -1 in a sentence without words. */
  public int root() {
    return heads.indexOf(-1);
  }

  /** The word, its head, the head's head and so on to the root; nothing for -1. */
  public IntStream up(int word) {
    return IntStream.iterate(word, at -> at >= 0, this::head).limit(size());
  }

  /** Whether {@code word} is {@code top} or hangs on it, directly or not. */
  public boolean isUnder(int word, int top) {
    return up(word).anyMatch(at -> at == top);
  }

  /**
   * Likewise, with no relation in between that matches {@code barrier}, a regular expression.
   *
   * @param barrier relations below {@code top} that end what belongs to it
   */
  public boolean isUnder(int word, int top, String barrier) {
    return up(word)
            .dropWhile(at -> at != top && !relation(at).matches(barrier))
            .findFirst()
            .orElse(-1)
        == top;
  }

  /**
   * Whether what one word says bears on another: it stands over that, or hangs on it or on a word
   * over it. "Possibly" bears on "left" in "he possibly left", not in "a possibly rich man left".
   */
  public boolean bearsOn(int word, int other) {
    return up(other).anyMatch(at -> at == word || at == head(word));
  }

  /** The words that hang directly on {@code head}, in text order. */
  public IntStream dependents(int head) {
    return IntStream.range(0, size()).filter(at -> head(at) == head);
  }

  /** Likewise, by a relation that matches a regular expression. */
  public IntStream dependents(int head, String relation) {
    return dependents(head).filter(at -> relation(at).matches(relation));
  }

  /** The first of them. */
  public OptionalInt dependent(int head, String relation) {
    return dependents(head, relation).findFirst();
  }

  /** The first noun or clause that is the subject of a verb, of the passive too. */
  public OptionalInt subject(int verb) {
    return dependent(verb, "(nsubj|csubj).*");
  }

  /** The subject of a verb, or of the verb it is co-ordinated with: "the deal" of "sets up". */
  public OptionalInt sharedSubject(int verb) {
    OptionalInt own = subject(verb);
    return own.isPresent() || !relation(verb).equals("conj") ? own : sharedSubject(head(verb));
  }

  /** The first direct object of a verb. */
  public OptionalInt object(int verb) {
    return dependent(verb, "obj");
  }

  /** The first preposition of a noun. */
  public OptionalInt preposition(int noun) {
    return dependent(noun, "case");
  }

  public Voice voice(int verb) {
    return dependent(verb, "(nsubj|csubj|aux):pass.*").isPresent() ? Voice.PASSIVE : Voice.ACTIVE;
  }

  /** A clause of its own: by its relation, or a co-ordinated verb that brings its own subject. */
  public boolean isClauseHead(int word) {
    return CLAUSES.contains(relation(word))
        || relation(word).equals("conj")
            && pos(word).matches("VERB|AUX|ADJ|NOUN")
            && dependent(word, "nsubj.*").isPresent();
  }

  /** The head of the clause that a word is in. */
  public int clause(int word) {
    return up(word).filter(this::isClauseHead).findFirst().orElse(word);
  }

  /** The words of a stretch that hang on none of its other words, in text order. */
  public IntStream tops(int start, int end) {
    return IntStream.range(start, end).filter(at -> head(at) < start || head(at) >= end);
  }

  /** The first word that is {@code head} or hangs on it, directly or not. */
  public int first(int head) {
    return IntStream.range(0, head).filter(at -> isUnder(at, head)).findFirst().orElse(head);
  }

  /** The last word that is {@code head} or hangs on it, directly or not. */
  public int last(int head) {
    for (int at = size() - 1; at > head; at--) {
      if (isUnder(at, head)) {
        return at;
      }
    }
    return head;
  }
}
