package org.twosource.annotate.certainty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.lexicon.PlainForm;
import org.twosource.lexicon.VerbForms;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Cuts the tokens of a sentence into statement-sized pieces that do not overlap.
 *
 * <p>With grammar, a piece begins where a clause of its own begins: a finite or reported clause, a
 * relative clause, a co-ordinated verb with its own subject. Without, at punctuation and at the
 * words in {@code [clause-openers]}. A piece without a verb joins the one before it.
 */
final class Clauses {
  private static final Set<String> HARD_MARKS = Set.of(";", "—", "--", "–", ":");

  /**
   * A piece of a sentence, in tokens.
   *
   * @param end exclusive
   * @param verb its main verb, or its first token where none is known
   */
  record Piece(int start, int end, int verb) {
    boolean contains(int token) {
      return start <= token && token < end;
    }
  }

  private final Set<String> openers;
  private final Set<String> joiners;
  private final Set<String> auxiliaries;
  private final Set<String> skipped;
  private final Set<String> notVerbs;
  private final Set<String> past;
  private final Set<String> present;
  private final Set<String> future;
  private final List<String> endings;
  private final Set<String> notPast;
  private final Set<String> speech;

  Clauses(Language language) {
    openers = PlainForm.of(language.words("clause-openers"));
    joiners = PlainForm.of(language.words("clause-joiners"));
    auxiliaries = PlainForm.of(language.words("auxiliaries"));
    skipped = PlainForm.of(language.words("between-auxiliary-and-verb"));
    notVerbs = PlainForm.of(language.words("not-verbs"));
    past = PlainForm.of(language.words("past-words"));
    present = PlainForm.of(language.words("present-words"));
    future = PlainForm.of(language.words("future-words"));
    endings = language.list("past-endings");
    notPast = PlainForm.of(language.words("not-past"));
    speech = speechForms(language);
  }

  /** The forms of the verbs of saying: those written out, and for the others the regular ones. */
  private static Set<String> speechForms(Language language) {
    Set<String> forms = new HashSet<>();
    language
        .map("speech-verbs")
        .forEach(
            (base, irregular) -> {
              String plain = PlainForm.of(base);
              forms.addAll(List.of(PlainForm.of(irregular).split("\\s+")));
              if (irregular.isEmpty() && language.code().equals("en")) {
                forms.addAll(VerbForms.finite(plain));
              }
            });
    forms.remove("");
    return forms;
  }

  List<Piece> of(List<Token> tokens, Optional<Grammar> syntax) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    boolean[] begins = syntax.isPresent() ? byGrammar(syntax.get()) : byWords(tokens);
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || begins[i]) {
        add(pieces, tokens, syntax, start, i);
        start = i;
      }
    }
    return pieces;
  }

  private void add(
      List<Piece> pieces, List<Token> tokens, Optional<Grammar> syntax, int start, int end) {
    int verb = syntax.isPresent() ? head(syntax.get(), start, end) : verb(tokens, start, end);
    if (verb >= 0 || pieces.isEmpty()) {
      pieces.add(new Piece(start, end, Math.max(verb, start)));
      return;
    }
    Piece before = pieces.removeLast();
    boolean headless = verb(tokens, before.start(), before.end()) < 0 && syntax.isEmpty();
    int known = headless ? verb(tokens, before.start(), end) : before.verb();
    pieces.add(new Piece(before.start(), end, Math.max(known, before.start())));
  }

  private boolean[] byWords(List<Token> tokens) {
    boolean[] begins = new boolean[tokens.size() + 1];
    for (int i = 1; i < tokens.size(); i++) {
      String word = tokens.get(i).normal();
      String before = tokens.get(i - 1).normal();
      boolean afterMark = HARD_MARKS.contains(before);
      boolean afterComma = before.equals(",");
      boolean opener =
          openers.contains(word)
              || i + 1 < tokens.size() && openers.contains(word + " " + tokens.get(i + 1).normal());
      boolean reported = speech.contains(before) && !opener && !afterComma;
      begins[i] =
          afterMark
              || joiners.contains(word) && verb(tokens, 0, i) >= 0 && verbSoon(tokens, i + 1, 3)
              || opener && !joiners.contains(word) && (afterComma || verbSoon(tokens, i + 1, 8))
              || reported && verbSoon(tokens, i, 8);
    }
    return begins;
  }

  /** Whether a verb stands among the next words before the next mark: then it is a clause. */
  private boolean verbSoon(List<Token> tokens, int from, int window) {
    for (int i = from; i < Math.min(tokens.size(), from + window); i++) {
      String word = tokens.get(i).normal();
      if (word.equals(",") || HARD_MARKS.contains(word)) {
        return false;
      }
      if (isVerb(word)) {
        return true;
      }
    }
    return false;
  }

  private int verb(List<Token> tokens, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isVerb(tokens.get(i).normal())) {
        return behindAuxiliary(tokens, i, end);
      }
    }
    return -1;
  }

  /** "did not leave": leave; "is not clear": clear; "was the first": was. */
  private int behindAuxiliary(List<Token> tokens, int verb, int end) {
    if (!auxiliaries.contains(tokens.get(verb).normal())) {
      return verb;
    }
    int at = verb + 1;
    while (at < end && skipped.contains(tokens.get(at).normal())) {
      at++;
    }
    boolean word =
        at < end && tokens.get(at).isWord() && !notVerbs.contains(tokens.get(at).normal());
    return word ? behindAuxiliary(tokens, at, end) : verb;
  }

  boolean isVerb(String word) {
    return past.contains(word) && !openers.contains(word)
        || present.contains(word)
        || future.contains(word) && word.length() < 8
        || speech.contains(word) && !notPast.contains(word)
        || !notPast.contains(word)
            && endings.stream().anyMatch(e -> word.length() > e.length() + 2 && word.endsWith(e));
  }

  private static boolean[] byGrammar(Grammar syntax) {
    int count = syntax.size();
    boolean[] begins = new boolean[count + 1];
    for (int i = 0; i < count; i++) {
      if (syntax.isClauseHead(i) && !syntax.relation(i).equals("root")) {
        begins[syntax.first(i)] = true;
        int right = syntax.last(i) + 1;
        if (right < count && !isClosing(syntax, right)) {
          begins[right] = true;
        }
      }
    }
    return begins;
  }

  private static boolean isClosing(Grammar syntax, int token) {
    return syntax.pos(token).equals("PUNCT");
  }

  private static int head(Grammar syntax, int start, int end) {
    for (int i = start; i < end; i++) {
      if (syntax.isClauseHead(i)) {
        return i;
      }
    }
    return -1;
  }
}
