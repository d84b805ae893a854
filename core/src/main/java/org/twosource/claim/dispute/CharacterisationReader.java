package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.claim.Informant;
import org.twosource.claim.InformantReader;
import org.twosource.claim.Wording;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Finds what things are said to be: a noun with a form of "to be" and a noun after it inside
 * somebody's words, a noun phrase held off by "what X says was" or by a word of charge, and "X
 * called the N a M". Needs parts of speech; without them nothing is found.
 */
public final class CharacterisationReader {
  /** Tokens between "what" and the verb: the party. */
  private static final int LONGEST_PARTY = 6;

  private static final int LONGEST_PHRASE = 8;

  private final Set<String> forms;
  private final Set<String> articles;
  private final Set<String> insisting;
  private final Set<String> holdingOff;
  private final Set<String> naming;
  private final ContentWords contentWords;
  private final InformantReader informants;

  public CharacterisationReader(
      Language language, ContentWords contentWords, Annotations annotations) {
    this.forms = language.words("forms-of-be");
    this.articles = language.words("articles");
    this.insisting = language.words("insisting-verbs");
    this.holdingOff = language.words("saying-verbs-held-off");
    this.naming = language.words("naming-verbs");
    this.contentWords = contentWords;
    this.informants = new InformantReader(language, contentWords, annotations);
  }

  /** Characterisations in story order. */
  public List<Characterisation> read(List<Wording> wordings) {
    List<Characterisation> found = new ArrayList<>();
    Sentence last = null;
    for (Wording wording : wordings) {
      if (wording.sentence() != last) {
        last = wording.sentence();
        read(wording.annotated(), last, wordings, wording.at(), found);
      }
    }
    return found;
  }

  private void read(
      Annotated annotated,
      Sentence sentence,
      List<Wording> wordings,
      int firstAt,
      List<Characterisation> found) {
    Optional<Grammar> syntax = annotated.syntax(sentence.index());
    if (syntax.isEmpty()) {
      return;
    }
    List<Token> tokens = sentence.tokens();
    NounPhrases phrases = new NounPhrases(annotated, tokens, syntax.get().pos());
    List<Cue> charges =
        annotated.cuesIn(sentence.span()).stream()
            .filter(cue -> cue.kind() == Cue.Kind.ALLEGATION)
            .toList();
    for (int at = 1; at < tokens.size(); at++) {
      Optional<Phrase> phrase = Optional.empty();
      Optional<Informant> by = Optional.empty();
      Characterisation.Firmness firmness = Characterisation.Firmness.HELD_OFF;
      if (forms.contains(tokens.get(at).normal())) {
        int what = what(tokens, at - 1);
        Optional<Phrase> predicate = phrases.after(at);
        if (what >= 0) {
          phrase = predicate.filter(Phrase::isModified);
          by = party(annotated, tokens, what + 1, at - 2, phrase);
          if (by.isEmpty()) {
            continue;
          }
        } else if (phrases.isCommonNoun(at - 1) && predicate.isPresent()) {
          Optional<Attribution> said = saidBy(annotated, tokens.get(at).span());
          by = said.flatMap(one -> informants.read(annotated, one));
          int subject = at - 1;
          phrase =
              predicate.map(
                  one -> one.about(contentWords.stem(tokens.get(subject).normal()), subject));
          firmness = said.map(one -> firmness(annotated, one)).orElse(firmness);
          int verb = phrases.verbBefore(subject);
          if (by.isEmpty() && verb > 0 && insisting.contains(tokens.get(verb).normal())) {
            by = party(annotated, tokens, phrases.partyStart(verb), verb - 1, phrase);
            firmness = Characterisation.Firmness.INSISTED;
          }
          if (by.isEmpty()) {
            continue;
          }
        }
      } else if (naming.contains(tokens.get(at).normal())) {
        phrase = phrases.named(at);
        by = party(annotated, tokens, phrases.partyStart(at), at - 1, phrase);
        if (by.isEmpty()) {
          continue;
        }
      } else if (isChargeBeforeNoun(charges, tokens.get(at))) {
        phrase = phrases.from(at + 1).filter(Phrase::isModified);
      }
      if (phrase.isPresent()) {
        Phrase one = phrase.get();
        Span span = new Span(tokens.get(one.start()).start(), tokens.get(one.end() - 1).end());
        Optional<Wording> wording = wordingOf(wordings, firstAt, sentence, span);
        if (wording.isPresent() && !one.words().isEmpty()) {
          found.add(
              new Characterisation(wording.get(), span, one.subject(), one.words(), by, firmness));
        }
      }
    }
  }

  private static boolean isChargeBeforeNoun(List<Cue> charges, Token token) {
    return charges.stream().anyMatch(cue -> cue.span().equals(token.span()));
  }

  /** The place of "what" in "what the ministry says", if {@code verb} is such a verb; else -1. */
  private int what(List<Token> tokens, int verb) {
    if (!holdingOff.contains(tokens.get(verb).normal())) {
      return -1;
    }
    for (int at = verb - 1; at >= Math.max(0, verb - LONGEST_PARTY); at--) {
      if (tokens.get(at).normal().equals("what")) {
        return at;
      }
    }
    return -1;
  }

  private Optional<Informant> party(
      Annotated annotated, List<Token> tokens, int from, int to, Optional<Phrase> phrase) {
    if (phrase.isEmpty() || from > to || from < 0) {
      return Optional.empty();
    }
    Span source = new Span(tokens.get(from).start(), tokens.get(to).end());
    Optional<String> entity =
        annotated.mentionsIn(source).stream()
            .filter(mention -> mention.form() != Mention.Form.DESCRIPTION)
            .map(Mention::entity)
            .findFirst();
    Span content =
        new Span(
            tokens.get(phrase.get().start()).start(), tokens.get(phrase.get().end() - 1).end());
    return informants.read(
        annotated,
        new Attribution(
            Attribution.Kind.INDIRECT,
            Speaker.of(Optional.of(source), entity),
            Optional.empty(),
            List.of(content),
            List.of(),
            0.5));
  }

  private static Optional<Attribution> saidBy(Annotated annotated, Span verb) {
    return annotated.attributionsOver(verb).stream()
        .filter(said -> said.source().isPresent())
        .min(Comparator.comparingInt(said -> said.extent().length()));
  }

  private Characterisation.Firmness firmness(Annotated annotated, Attribution said) {
    return said.cue()
            .filter(
                cue ->
                    annotated.text().sentenceAt(cue.start()).stream()
                        .flatMap(sentence -> sentence.tokens().stream())
                        .anyMatch(
                            token ->
                                cue.overlaps(token.span()) && insisting.contains(token.normal())))
            .isPresent()
        ? Characterisation.Firmness.INSISTED
        : Characterisation.Firmness.STATED;
  }

  private static Optional<Wording> wordingOf(
      List<Wording> wordings, int from, Sentence sentence, Span span) {
    Optional<Wording> best = Optional.empty();
    for (int at = from; at < wordings.size() && wordings.get(at).sentence() == sentence; at++) {
      if (wordings.get(at).span().overlaps(span)) {
        best = Optional.of(wordings.get(at));
      }
    }
    return best;
  }

  /**
   * A noun phrase that says what something is.
   *
   * @param start first token of the whole characterisation
   * @param end behind its last
   */
  private record Phrase(int start, int end, String subject, Set<String> words, boolean isModified) {

    /** The phrase as a statement of what another noun is. */
    Phrase about(String noun, int from) {
      Set<String> all = new TreeSet<>(words);
      all.add(subject);
      all.remove(noun);
      return new Phrase(from, end, noun, all, isModified);
    }
  }

  /** Noun phrases of one sentence by parts of speech. */
  private final class NounPhrases {
    private final Annotated annotated;
    private final List<Token> tokens;
    private final List<String> pos;

    NounPhrases(Annotated annotated, List<Token> tokens, List<String> pos) {
      this.annotated = annotated;
      this.tokens = tokens;
      this.pos = pos;
    }

    boolean isCommonNoun(int at) {
      return pos.get(at).equals("NOUN");
    }

    /** The phrase after a verb; one with an article, so that a state or a role is none. */
    Optional<Phrase> after(int verb) {
      int at = verb + 1;
      while (at < tokens.size() && pos.get(at).equals("ADV")) {
        at++;
      }
      return at < tokens.size() && articles.contains(tokens.get(at).normal())
          ? from(at + 1)
          : Optional.empty();
    }

    /** A run of adjectives, names and nouns that ends in a common noun. */
    Optional<Phrase> from(int start) {
      int end = start;
      while (end < Math.min(tokens.size(), start + LONGEST_PHRASE)
          && (pos.get(end).matches("ADJ|NOUN|PROPN")
              || end > start && tokens.get(end).text().equals("-"))) {
        end++;
      }
      if (end == start || !isCommonNoun(end - 1)) {
        return Optional.empty();
      }
      Set<String> words = new TreeSet<>();
      for (int at = start; at < end - 1; at++) {
        if (tokens.get(at).isWord() && pos.get(at).equals("NOUN") && !isNamed(at)) {
          words.add(contentWords.stem(tokens.get(at).normal()));
        }
      }
      String head = contentWords.stem(tokens.get(end - 1).normal());
      return Optional.of(new Phrase(start, end, head, words, !words.isEmpty()));
    }

    /** "called the crash an accident", "described the boat as a toy". */
    Optional<Phrase> named(int verb) {
      int at = verb + 1;
      if (at + 2 >= tokens.size() || !articles.contains(tokens.get(at).normal())) {
        return Optional.empty();
      }
      int noun = at + 1;
      while (noun < tokens.size() && pos.get(noun).equals("ADJ")) {
        noun++;
      }
      if (noun + 1 >= tokens.size() || !isCommonNoun(noun)) {
        return Optional.empty();
      }
      int object = noun;
      int next = noun + 1;
      if (tokens.get(next).normal().equals("as")) {
        next++;
      }
      return next < tokens.size() && articles.contains(tokens.get(next).normal())
          ? from(next + 1)
              .map(phrase -> phrase.about(contentWords.stem(tokens.get(object).normal()), object))
          : Optional.empty();
    }

    /** The word before a noun and what belongs to it: "insisted" in "insisted that the boat". */
    int verbBefore(int noun) {
      int at = noun - 1;
      while (at > 0
          && (pos.get(at).matches("DET|ADJ|NOUN") || tokens.get(at).normal().equals("that"))) {
        at--;
      }
      return at;
    }

    /** Where the subject of a verb begins: the run of nouns and names before it. */
    int partyStart(int verb) {
      int at = verb;
      while (at > 0
          && verb - at < LONGEST_PARTY
          && pos.get(at - 1).matches("ADJ|NOUN|PROPN|DET|PRON")) {
        at--;
      }
      return at;
    }

    private boolean isNamed(int at) {
      return annotated.mentionsOver(tokens.get(at).span()).stream()
          .anyMatch(mention -> mention.form() != Mention.Form.DESCRIPTION);
    }
  }
}
