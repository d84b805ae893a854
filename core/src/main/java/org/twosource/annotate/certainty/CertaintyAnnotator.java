package org.twosource.annotate.certainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.CueWords;
import org.twosource.annotate.CueWords.Found;
import org.twosource.annotate.TextAnnotator;
import org.twosource.annotate.certainty.Clauses.Piece;
import org.twosource.encode.TextEncoding;
import org.twosource.lexicon.PlainForm;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Finds what changes how a statement is put (hedges, negations, plans, allegations, near misses,
 * bounds of numbers, denials, postponements) with what each governs, cuts sentences into clauses,
 * and says of each clause whether it is asserted, attributed, alleged, possible, planned or denied.
 *
 * <p>The scope of an adjective is its noun's words; of a bound, the number and its noun; of a
 * passive denial or postponement, the whole clause; of the rest, what follows in the clause. The
 * certainty of a clause is that of the strongest cue over its main verb, in the order denied,
 * alleged, possible, planned; without one it is attributed inside somebody's words, else asserted.
 *
 * <p>Threads: may be shared.
 */
public final class CertaintyAnnotator implements TextAnnotator {

  /** Marks that do not begin a clause. */
  private static final Set<String> LOOSE = Set.of(",", ";", ":", ")");

  private record Words(
      CueWords cues,
      Clauses clauses,
      Set<String> nounCues,
      Set<String> nounEnds,
      Set<String> passive,
      Set<String> quarrels) {}

  private final Map<String, Optional<Words>> languages = new ConcurrentHashMap<>();

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Optional<Words> words = words(soFar.text().language());
    if (words.isEmpty()) {
      return soFar;
    }
    List<Cue> cues = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    for (Sentence sentence : soFar.sentences()) {
      List<Piece> pieces =
          words.get().clauses().of(sentence.tokens(), soFar.syntax(sentence.index()));
      List<Cue> here = cues(words.get(), sentence.tokens(), pieces);
      cues.addAll(here);
      for (Piece piece : pieces) {
        clauses.add(clause(soFar, sentence, piece, here));
      }
    }
    return soFar.withCues(cues).withClauses(clauses);
  }

  private Optional<Words> words(String language) {
    return languages.computeIfAbsent(
        language,
        code ->
            Language.find(code)
                .map(
                    found ->
                        new Words(
                            new CueWords(found),
                            new Clauses(found),
                            PlainForm.of(found.words("noun-cues")),
                            PlainForm.of(found.words("noun-ends")),
                            PlainForm.of(found.words("passive-openers")),
                            PlainForm.of(found.words("quarrel-prepositions")))));
  }

  private static List<Cue> cues(Words words, List<Token> tokens, List<Piece> pieces) {
    List<Cue> cues = new ArrayList<>();
    for (Found found : words.cues().find(tokens)) {
      if (isQuarrel(words, tokens, found)) {
        continue;
      }
      Piece piece =
          pieces.stream().filter(p -> p.contains(found.start())).findFirst().orElseThrow();
      cues.add(
          new Cue(
              found.kind(),
              span(tokens, found.start(), found.end()),
              scope(words, tokens, found, pieceEnd(pieces, piece, found), piece)));
    }
    cues.sort(Comparator.comparing(Cue::span).thenComparing(Cue::kind));
    return cues;
  }

  /** "A dispute over pay", "the dispute with the owners": people quarrel, nothing is denied. */
  private static boolean isQuarrel(Words words, List<Token> tokens, Found found) {
    return found.kind() == Cue.Kind.DENIAL
        && found.end() < tokens.size()
        && words.quarrels().contains(tokens.get(found.end()).normal());
  }

  /** A cue at the end of its piece ("denied that ...") governs the next one. */
  private static int pieceEnd(List<Piece> pieces, Piece piece, Found found) {
    int next = pieces.indexOf(piece) + 1;
    boolean lastWord = found.end() >= piece.end() - 1;
    return lastWord && next < pieces.size() ? pieces.get(next).end() : piece.end();
  }

  private static Span scope(
      Words words, List<Token> tokens, Found found, int clauseEnd, Piece piece) {
    String first = tokens.get(found.start()).normal();
    int end = Math.max(found.end(), Math.min(clauseEnd, tokens.size()));
    boolean passive =
        found.start() > 0 && words.passive().contains(tokens.get(found.start() - 1).normal());
    return switch (found.kind()) {
      case APPROXIMATION -> span(tokens, found.start(), nounEnd(words, tokens, found.end(), end));
      case DENIAL, POSTPONEMENT ->
          passive ? span(tokens, piece.start(), end) : span(tokens, found.start(), end);
      case HEDGE, NEGATION, PLAN, ALLEGATION, NEAR_MISS ->
          words.nounCues().contains(first) && found.end() == found.start() + 1 && !passive
              ? span(tokens, found.start(), nounEnd(words, tokens, found.end(), end))
              : span(tokens, found.start(), end);
    };
  }

  private static int nounEnd(Words words, List<Token> tokens, int from, int limit) {
    int end = from;
    while (end < limit
        && tokens.get(end).isWord()
        && (end == from
            || !words.nounEnds().contains(tokens.get(end).normal())
                && !words.clauses().isVerb(tokens.get(end).normal()))) {
      end++;
    }
    return Math.max(end, from);
  }

  private static Span span(List<Token> tokens, int start, int end) {
    int last = Math.max(start, Math.min(end, tokens.size()) - 1);
    return new Span(tokens.get(start).start(), tokens.get(last).end());
  }

  private static Clause clause(Annotated soFar, Sentence sentence, Piece piece, List<Cue> cues) {
    int start = piece.start();
    while (start < piece.end() - 1 && LOOSE.contains(sentence.tokens().get(start).normal())) {
      start++;
    }
    Span span = span(sentence.tokens(), start, piece.end());
    Span verb = sentence.tokens().get(piece.verb()).span();
    List<Cue> over = cues.stream().filter(cue -> cue.scope().contains(verb)).toList();
    boolean negated =
        over.stream()
            .anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.NEAR_MISS);
    return new Clause(
        span, sentence.index(), certainty(over, soFar.attributionsOver(verb), span), negated);
  }

  private static Certainty certainty(List<Cue> over, List<Attribution> attributions, Span clause) {
    boolean deniedBefore =
        over.stream().anyMatch(c -> c.kind() == Cue.Kind.DENIAL && !clause.contains(c.span()));
    if (deniedBefore) {
      return Certainty.DENIED;
    }
    if (has(over, Cue.Kind.ALLEGATION)) {
      return Certainty.ALLEGED;
    }
    if (has(over, Cue.Kind.HEDGE)) {
      return Certainty.POSSIBLE;
    }
    if (has(over, Cue.Kind.PLAN)) {
      return Certainty.PLANNED;
    }
    return attributions.isEmpty() ? Certainty.ASSERTED : Certainty.ATTRIBUTED;
  }

  private static boolean has(List<Cue> cues, Cue.Kind kind) {
    return cues.stream().anyMatch(cue -> cue.kind() == kind);
  }
}
