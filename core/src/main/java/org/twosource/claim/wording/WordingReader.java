package org.twosource.claim.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.InformantReader;
import org.twosource.claim.Wording;
import org.twosource.lineage.Lineage;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/** Cuts the reports of one story into the clause-sized wordings that claims are made of. */
public final class WordingReader {
  /** A clause with fewer content words than this is read together with its neighbour. */
  private static final int MIN_WORDS = 4;

  /** A clause of this share of a piece decides how the piece is put. */
  private static final double MAIN_SHARE = 0.6;

  /** Content words beside speaker, verb and date that a piece may have and still tell nothing. */
  private static final int FRAME_WORDS = 3;

  private final ContentWords contentWords;
  private final AmountBuilder amounts;
  private final InformantReader informants;
  private final SentenceCredits credits;
  private final Set<String> infinitiveWords;

  public WordingReader(Language language, ContentWords contentWords, Annotations annotations) {
    this.contentWords = contentWords;
    this.amounts = new AmountBuilder(language, contentWords);
    this.informants = new InformantReader(language, contentWords, annotations);
    this.credits = new SentenceCredits(language);
    this.infinitiveWords = language.words("infinitive-words");
  }

  public List<Wording> read(Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    StatementFamilies families = new StatementFamilies(alignments, lineage);
    List<Wording> wordings = new ArrayList<>();
    for (int report = 0; report < annotations.reports().size(); report++) {
      read(annotations.reports().get(report), report, families, wordings);
    }
    return wordings;
  }

  private void read(
      Annotated annotated, int report, StatementFamilies families, List<Wording> wordings) {
    Map<Integer, List<Clause>> clauses = new LinkedHashMap<>();
    for (Clause clause : annotated.clauses()) {
      clauses.computeIfAbsent(clause.sentence(), sentence -> new ArrayList<>()).add(clause);
    }
    PerSentence<Mention> mentions =
        new PerSentence<>(annotated, annotated.mentions(), Mention::span);
    PerSentence<Timex> dates = new PerSentence<>(annotated, annotated.timexes(), Timex::span);
    PerSentence<Quantity> quantities =
        new PerSentence<>(annotated, annotated.quantities(), Quantity::figure);
    PerSentence<Attribution> said =
        new PerSentence<>(annotated, annotated.attributions(), Attribution::extent);
    for (Sentence sentence : annotated.sentences()) {
      if (!sentence.part().isSaid() || sentence.tokens().isEmpty()) {
        continue;
      }
      List<Clause> own = clauses.getOrDefault(sentence.index(), List.of());
      Set<String> all = new TreeSet<>(contentWords.of(sentence));
      List<Span> timexSpans = dates.of(sentence).stream().map(Timex::span).toList();
      List<Amount> numbers =
          amounts.build(
              sentence, quantities.of(sentence), timexSpans, annotated.syntax(sentence.index()));
      Optional<Span> credited = credits.in(annotated, sentence);
      for (Span span : pieces(sentence, own, annotated.syntax(sentence.index()))) {
        Set<String> words = new TreeSet<>(contentWords.of(sentence, span));
        if (words.isEmpty() || isFrame(annotated, sentence, span, said.of(sentence), timexSpans)) {
          continue;
        }
        Set<String> context = new TreeSet<>(all);
        context.removeAll(words);
        Set<String> names = new TreeSet<>();
        for (Mention mention : mentions.of(sentence)) {
          if (span.contains(mention.span())) {
            names.add(mention.entity());
          }
        }
        Optional<Attribution> attribution = attribution(said.of(sentence), span);
        wordings.add(
            new Wording(
                wordings.size(),
                annotated,
                report,
                families.of(annotated.id(), sentence.index()),
                sentence,
                span,
                words,
                context,
                names,
                numbers.stream().filter(number -> span.contains(number.figure())).toList(),
                dates.of(sentence).stream().filter(date -> span.overlaps(date.span())).toList(),
                attribution,
                attribution
                    .flatMap(by -> informants.read(annotated, by))
                    .or(() -> credited.flatMap(by -> informants.read(annotated, by))),
                certainty(own, span, attribution),
                isNegated(own, span),
                span.start() / (double) Math.max(1, annotated.body().length())));
      }
    }
  }

  /**
   * The clauses of a sentence, those joined that state one thing: short ones with what follows, and
   * one that needs an earlier one for its subject or its noun. The whole if there are none.
   */
  private List<Span> pieces(Sentence sentence, List<Clause> clauses, Optional<Grammar> syntax) {
    List<Span> spans = new ArrayList<>();
    int end = sentence.start();
    Span open = null;
    List<Clause> ordered = clauses.stream().sorted(Comparator.comparing(Clause::span)).toList();
    for (Clause clause : ordered) {
      if (clause.span().start() < end || !sentence.span().contains(clause.span())) {
        continue;
      }
      end = clause.span().end();
      int needed = syntax.map(grammar -> needed(sentence, grammar, clause.span())).orElse(end);
      if (open == null && !spans.isEmpty() && continues(sentence, clause.span())) {
        open = spans.removeLast();
      }
      while (!spans.isEmpty() && needed < spans.getLast().end()) {
        open = open == null ? spans.removeLast() : spans.removeLast().union(open);
      }
      open = open == null ? clause.span() : open.union(clause.span());
      if (contentWords.of(sentence, open).size() >= MIN_WORDS) {
        spans.add(open);
        open = null;
      }
    }
    if (open != null && !spans.isEmpty()) {
      spans.add(spans.removeLast().union(open));
    } else if (open != null) {
      spans.add(open);
    }
    return spans.isEmpty() ? List.of(sentence.span()) : spans;
  }

  /**
   * Where the words begin without which a clause states nothing: the subject of its verb ("the
   * group (which ...) has been working"), who does it ("pleaded guilty | to laundering"), or the
   * noun that a relative clause narrows down ("the first glasses that look like specs"; not behind
   * a comma). The end of the clause if it needs none.
   */
  private int needed(Sentence sentence, Grammar syntax, Span clause) {
    List<Token> tokens = sentence.tokens();
    for (int at = 0; at < tokens.size() && at < syntax.size(); at++) {
      int head = syntax.head(at);
      boolean inside = clause.contains(tokens.get(at).span());
      boolean under = head >= 0 && clause.contains(tokens.get(head).span());
      if (!inside
          && under
          && tokens.get(at).end() <= clause.start()
          && syntax.relation(at).startsWith("nsubj")) {
        return tokens.get(at).start();
      }
      if (inside && !under && head < at && isDoneBySubjectOf(sentence, syntax, at)) {
        return tokens.get(head).start();
      }
      if (inside && !under && syntax.relation(at).equals("acl:relcl")) {
        int first = at;
        while (first > 0 && clause.contains(tokens.get(first - 1).span())) {
          first--;
        }
        boolean narrows = first > 0 && !syntax.pos(first - 1).equals("PUNCT");
        boolean bare = !syntax.pos(first).equals("PUNCT");
        return narrows && bare && head >= 0 && head < at ? tokens.get(head).start() : clause.end();
      }
    }
    return clause.end();
  }

  /** Whether a verb has neither tense nor subject: its subject is that of the word before it. */
  private boolean isDoneBySubjectOf(Sentence sentence, Grammar syntax, int verb) {
    int head = syntax.head(verb);
    return head >= 0
        && syntax.pos(verb).equals("VERB")
        && syntax.pos(head).matches("VERB|ADJ")
        && syntax.subject(verb).isEmpty()
        && syntax
            .dependents(verb, "mark")
            .anyMatch(at -> infinitiveWords.contains(sentence.tokens().get(at).normal()));
  }

  /** A number belongs with the words that bound it: "more | than 200". */
  private static boolean continues(Sentence sentence, Span span) {
    return sentence.tokens().stream()
        .filter(token -> token.start() >= span.start())
        .findFirst()
        .filter(token -> token.normal().equals("than"))
        .isPresent();
  }

  /** The narrowest attribution whose content covers most of what the clause says. */
  private static Optional<Attribution> attribution(List<Attribution> said, Span span) {
    return said.stream()
        .filter(by -> 2 * covered(by, span) >= span.length() - frame(by, span))
        .min(Comparator.comparingInt(by -> by.extent().length()));
  }

  private static int covered(Attribution by, Span span) {
    return by.content().stream().mapToInt(content -> common(content, span)).sum();
  }

  /**
   * Whether a piece only tells who speaks, where and when: "county engineer Pia Lund said", "the
   * user wrote on the platform on Sunday". What is said stands in another piece. "They agreed on
   * Tuesday to reopen it" tells what they did.
   */
  private boolean isFrame(
      Annotated annotated,
      Sentence sentence,
      Span piece,
      List<Attribution> said,
      List<Span> dates) {
    return said.stream()
        .filter(by -> by.source().isPresent() && by.cue().filter(piece::overlaps).isPresent())
        .filter(by -> covered(by, piece) == 0 && !isInfinitive(annotated, sentence, by))
        .anyMatch(
            by ->
                sentence.tokens().stream()
                        .filter(token -> piece.contains(token.span()))
                        .filter(token -> !token.span().overlaps(by.source().get()))
                        .filter(token -> !token.span().overlaps(by.cue().get()))
                        .filter(token -> dates.stream().noneMatch(token.span()::overlaps))
                        .filter(contentWords::isContent)
                        .count()
                    <= FRAME_WORDS);
  }

  /** Whether what follows the verb is what somebody means to do: "to reopen the terminal". */
  private static boolean isInfinitive(Annotated annotated, Sentence sentence, Attribution by) {
    int first = 0;
    while (first < sentence.tokens().size()
        && sentence.tokens().get(first).start() < by.extent().start()) {
      first++;
    }
    int at = first;
    return annotated
        .syntax(sentence.index())
        .filter(syntax -> at < syntax.pos().size())
        .filter(syntax -> syntax.pos(at).equals("PART"))
        .isPresent();
  }

  /** Characters of the clause that only tell who speaks. */
  private static int frame(Attribution by, Span span) {
    return by.source().map(source -> common(source, span)).orElse(0)
        + by.cue().map(cue -> common(cue, span)).orElse(0);
  }

  private static int common(Span one, Span other) {
    return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
  }

  /** Whether the clause that makes up most of {@code span} is negated. */
  private static boolean isNegated(List<Clause> clauses, Span span) {
    return clauses.stream()
        .filter(clause -> clause.negated() && span.contains(clause.span()))
        .anyMatch(clause -> clause.span().length() >= MAIN_SHARE * span.length());
  }

  private static Certainty certainty(
      List<Clause> clauses, Span span, Optional<Attribution> attribution) {
    Certainty of =
        clauses.stream()
            .filter(clause -> span.contains(clause.span()))
            .max(Comparator.comparingInt(clause -> clause.span().length()))
            .map(Clause::certainty)
            .orElse(Certainty.ASSERTED);
    return of == Certainty.ASSERTED && attribution.isPresent() ? Certainty.ATTRIBUTED : of;
  }

  /** Annotations by the sentences they touch, so that long reports are read in one pass. */
  private static final class PerSentence<T> {
    private final Map<Integer, List<T>> bySentence = new LinkedHashMap<>();

    PerSentence(Annotated annotated, List<T> items, java.util.function.Function<T, Span> span) {
      for (T item : items) {
        Span at = span.apply(item);
        int offset = at.start();
        while (offset < at.end()) {
          var sentence = annotated.text().sentenceAt(offset);
          if (sentence.isPresent()) {
            bySentence
                .computeIfAbsent(sentence.get().index(), index -> new ArrayList<>())
                .add(item);
            offset = sentence.get().end();
          } else {
            offset++;
          }
        }
      }
    }

    List<T> of(Sentence sentence) {
      return bySentence.getOrDefault(sentence.index(), List.of());
    }
  }
}
