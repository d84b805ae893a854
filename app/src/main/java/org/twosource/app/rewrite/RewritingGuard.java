package org.twosource.app.rewrite;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * What a rewriting must keep of its extract beyond being carried by the cited sentences: who says
 * it, every sign of doubt and denial, and being a sentence at all. Stricter than the check of a
 * summary, which may leave out what it likes: a refusal costs nothing but the other words.
 */
final class RewritingGuard {
  /** Attributions with less confidence than this are not built upon. */
  private static final double MIN_CONFIDENCE = 0.3;

  /** Kinds of which there must be neither fewer nor more; of the others there may be more. */
  private static final Set<Cue.Kind> EXACT =
      Set.of(Cue.Kind.NEGATION, Cue.Kind.DENIAL, Cue.Kind.NEAR_MISS, Cue.Kind.POSTPONEMENT);

  private static final Set<String> VERBS = Set.of("VERB", "AUX");
  private static final String SUBJECTS = "nsubj|csubj|expl";

  private RewritingGuard() {}

  /** What is lost, in one sentence; empty where nothing is. */
  static Optional<String> lost(Annotated extract, Annotated proposal) {
    return source(extract, proposal)
        .or(() -> phrase(extract, proposal))
        .or(() -> cue(extract, proposal))
        .or(() -> clause(extract, proposal));
  }

  /** Whoever is said to say it must still be named, by entity or by the words. */
  private static Optional<String> source(Annotated extract, Annotated proposal) {
    Set<String> words = words(proposal);
    for (Attribution said : extract.attributions()) {
      if (said.source().isEmpty() || said.confidence() < MIN_CONFIDENCE) {
        continue;
      }
      String source = said.source().get().in(extract.body());
      boolean byEntity =
          said.entity().isPresent()
              && proposal.attributions().stream()
                  .anyMatch(other -> other.entity().equals(said.entity()));
      if (!byEntity && !head(extract, said.source().get()).map(words::contains).orElse(true)) {
        return Optional.of("attribution: it no longer says that " + source + " says it");
      }
    }
    return Optional.empty();
  }

  /** The word that governs the others of a span, the last one where the grammar is not known. */
  private static Optional<String> head(Annotated text, Span span) {
    return text.text()
        .sentenceAt(span.start())
        .flatMap(
            sentence -> {
              List<Token> tokens = sentence.tokens();
              List<Integer> inside =
                  IntStream.range(0, tokens.size())
                      .filter(at -> span.contains(tokens.get(at).span()) && tokens.get(at).isWord())
                      .boxed()
                      .toList();
              if (inside.isEmpty()) {
                return Optional.empty();
              }
              int head =
                  text.syntax(sentence.index())
                      .map(syntax -> syntax.tops(inside.getFirst(), inside.getLast() + 1))
                      .flatMap(tops -> tops.boxed().filter(inside::contains).findFirst())
                      .orElse(inside.getLast());
              return Optional.of(tokens.get(head).normal());
            });
  }

  /** "According to ..." stays, whether its source was made out or not. */
  private static Optional<String> phrase(Annotated extract, Annotated proposal) {
    return Language.find(extract.text().language()).stream()
        .flatMap(language -> language.words("attribution-phrases").stream())
        .filter(phrase -> holds(extract, phrase) && !holds(proposal, phrase))
        .findFirst()
        .map(phrase -> "attribution: \"" + phrase + "\" lost");
  }

  private static boolean holds(Annotated text, String phrase) {
    List<String> words = List.of(phrase.split(" "));
    return text.sentences().stream()
        .map(sentence -> sentence.tokens().stream().map(Token::normal).toList())
        .anyMatch(tokens -> Collections.indexOfSubList(tokens, words) >= 0);
  }

  private static Optional<String> cue(Annotated extract, Annotated proposal) {
    Map<Cue.Kind, Long> before = cues(extract);
    Map<Cue.Kind, Long> after = cues(proposal);
    for (Cue.Kind kind : Cue.Kind.values()) {
      long had = before.getOrDefault(kind, 0L);
      long has = after.getOrDefault(kind, 0L);
      if (kind != Cue.Kind.APPROXIMATION && (has < had || EXACT.contains(kind) && has > had)) {
        return Optional.of(
            "certainty: "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (has < had ? " lost" : " added"));
      }
    }
    return Optional.empty();
  }

  private static Map<Cue.Kind, Long> cues(Annotated text) {
    return text.cues().stream()
        .collect(Collectors.groupingBy(Cue::kind, TreeMap::new, Collectors.counting()));
  }

  /** A cut may not leave a piece of a sentence where there was a whole one. */
  private static Optional<String> clause(Annotated extract, Annotated proposal) {
    boolean verbLost =
        all(extract, RewritingGuard::hasVerb) && !all(proposal, RewritingGuard::hasVerb);
    boolean subjectLost =
        all(extract, RewritingGuard::hasSubject) && !all(proposal, RewritingGuard::hasSubject);
    return verbLost || subjectLost ? Optional.of("it is no whole sentence") : Optional.empty();
  }

  /** Whether it holds of the grammar of every sentence, as far as there is one. */
  private static boolean all(Annotated text, Predicate<Grammar> property) {
    return text.sentences().stream()
        .allMatch(sentence -> text.syntax(sentence.index()).map(property::test).orElse(true));
  }

  /** Whether a verb, or a word with a copula, governs the sentence. */
  private static boolean hasVerb(Grammar syntax) {
    int root = syntax.root();
    return root >= 0 && (VERBS.contains(syntax.pos(root)) || governs(syntax, root, "cop"));
  }

  private static boolean hasSubject(Grammar syntax) {
    int root = syntax.root();
    return root >= 0 && governs(syntax, root, SUBJECTS);
  }

  private static boolean governs(Grammar syntax, int head, String relations) {
    return syntax.dependent(head, "(?:" + relations + ")(?::.*)?").isPresent();
  }

  private static Set<String> words(Annotated text) {
    return text.sentences().stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .filter(Token::isWord)
        .map(Token::normal)
        .collect(Collectors.toSet());
  }
}
