package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Finds the entity behind the words that name a source. The mentions inside those words decide, a
 * person before an organisation before a place. A pronoun is given to the best candidate of the
 * {@link SpeakerRanking}, a relative pronoun to the name it follows, "the company" to what {@link
 * DescribedBodies} finds. For one text, in text order, one thread.
 */
final class SourceResolver {
  /** What may follow the head of a noun phrase. */
  private static final Pattern ADDITION =
      Pattern.compile(
          "\\s*(?:[,(;:—–]|(?:of|in|at|from|for|who|on|with|and|during|when|as|told|said)\\b)");

  /**
   * A noun and a preposition, then only titles, before a name: somebody else of whom it is told.
   */
  private static final Pattern COMPLEMENT =
      Pattern.compile(
          "\\p{L}\\s+(?:for|of|to|from|by|with|against|about)(?:\\s+(?:the|then|former|late|\\p{Lu}[\\p{L}.-]*))*$");

  /** "Speaker of the House" before a name is his office. */
  private static final Pattern OFFICE = Pattern.compile("\\bof the \\p{Lu}\\p{L}+$");

  /** "The", "The Harrow-based". */
  private static final Pattern ARTICLE =
      Pattern.compile("(?i)the|(?:the )?(?:\\p{L}+ )?\\p{L}+-\\p{Ll}+");

  /** What may stand between a name and the relative pronoun that follows it. */
  private static final int MAX_GAP = 2;

  private static final int MAX_DESCRIPTION = 60;

  private final Annotated text;
  private final Optional<SpeechWords> words;
  private final Optional<SpeakerRanking> ranking;
  private final Optional<SayingReader> sayings;
  private final Optional<DescribedBodies> bodies;

  /**
   * @param words of the text's language, if there are any
   */
  SourceResolver(Annotated text, Optional<SpeechWords> words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.ranking = words.map(list -> new SpeakerRanking(text, list, quoted));
    this.bodies = words.map(list -> new DescribedBodies(text, list, quoted));
    this.sayings =
        words
            .filter(list -> !text.sentences().isEmpty())
            .map(list -> new SayingReader(text.text(), list, quoted));
  }

  /** Who says this; call it for all speeches in text order. */
  Speaker speaker(Speech speech) {
    if (speech.source().isEmpty()) {
      return Speaker.NONE;
    }
    Span source = speech.source().get();
    Speaker speaker = meant(source);
    boolean speaks =
        speech.cue().isEmpty()
            || sayings.filter(reader -> reader.isSaying(speech.cue().get())).isPresent();
    if (speaks) {
      bodies.ifPresent(found -> found.spoke(speaker.entity(), source));
      ranking.ifPresent(discourse -> discourse.spoke(speaker.entity(), source, speech.content()));
    }
    return speaker;
  }

  /** Whether the full name of a speaker is among the words said. */
  boolean isNamedIn(Speaker speaker, List<Span> content) {
    return speaker.entity().isPresent()
        && text.mentions().stream()
            .filter(Mention::isName)
            .filter(mention -> speaker.entity().get().equals(mention.entity()))
            .filter(mention -> mention.span().in(text.body()).indexOf(' ') > 0)
            .anyMatch(mention -> content.stream().anyMatch(said -> said.contains(mention.span())));
  }

  private Speaker meant(Span source) {
    String name = source.in(text.body());
    if (ranking.isPresent() && words.orElseThrow().isSingularPerson(name)) {
      return ranking.get().of(source);
    }
    boolean relative = words.filter(list -> list.isRelative(name)).isPresent();
    return Speaker.of(
        Optional.of(source),
        relative
            ? followed(source)
            : named(source).or(() -> bodies.flatMap(found -> found.of(source))));
  }

  /**
   * The name that a relative pronoun stands behind: "Bloomberg, who added". Where a place or body
   * stands between, the person before it: "Jon Ek of Harrow, who said".
   */
  private Optional<String> followed(Span relative) {
    Optional<Mention> nearest =
        text.mentions().stream()
            .filter(mention -> mention.isName() && mention.span().end() <= relative.start())
            .filter(mention -> relative.start() - mention.span().end() <= MAX_GAP)
            .findFirst();
    if (nearest.filter(mention -> mention.type() == EntityType.PERSON).isPresent()) {
      return nearest.map(Mention::entity);
    }
    int start = text.text().sentenceAt(relative.start()).map(Sentence::start).orElse(0);
    return text.mentions().stream()
        .filter(mention -> mention.isName() && mention.type() == EntityType.PERSON)
        .filter(mention -> mention.span().start() >= start)
        .filter(mention -> mention.span().end() <= relative.start())
        .filter(mention -> describes(new Span(mention.span().end(), relative.start())))
        .reduce((first, second) -> second)
        .map(Mention::entity)
        .or(() -> nearest.map(Mention::entity));
  }

  /** Whether the words between a name and a relative pronoun only add to the name. */
  private boolean describes(Span between) {
    return between.length() <= MAX_DESCRIPTION
        && ADDITION.matcher(between.in(text.body())).lookingAt();
  }

  /**
   * The mention that is the head of the source's words: it ends where they end or where something
   * is added to them ("John Doe, the ...", "the head of ..."); a person first. A mention around the
   * whole source is a resolved pronoun or description.
   */
  private Optional<String> named(Span source) {
    Optional<Mention> best = Optional.empty();
    for (Mention mention : text.mentions()) {
      boolean whole = mention.span().contains(source);
      boolean head = source.contains(mention.span()) && isHead(mention, source);
      if (!isOfAPeople(mention)
          && (whole || head)
          && best.map(one -> rank(mention) < rank(one)).orElse(true)) {
        best = Optional.of(mention);
      }
    }
    return best.map(Mention::entity);
  }

  /** "The Brit said": a word for a people names one of them here, not the state. */
  private static boolean isOfAPeople(Mention mention) {
    return mention.type() == EntityType.OTHER && mention.form() == Mention.Form.DESCRIPTION;
  }

  private boolean isHead(Mention mention, Span source) {
    String before = text.body().substring(source.start(), mention.span().start()).strip();
    String after = text.body().substring(mention.span().end(), source.end());
    boolean ends =
        after.isBlank()
            || after.strip().matches("['’]s?")
            || ADDITION.matcher(after).lookingAt()
            || isAdverbs(new Span(mention.span().end(), source.end()));
    if (COMPLEMENT.matcher(before).find() && !OFFICE.matcher(before).find()) {
      return false; // "a lawyer for Jon Ek" is not Jon Ek
    }
    boolean alone = before.isEmpty() || ARTICLE.matcher(before).matches();
    if (alone && mention.type() == EntityType.PERSON && acts(after)) {
      return true;
    }
    return ends && (alone || mention.type() == EntityType.PERSON);
  }

  /** "Jon Ek nevertheless". */
  private boolean isAdverbs(Span words) {
    Optional<Sentence> sentence = text.text().sentenceAt(words.start());
    Optional<Grammar> tree = sentence.flatMap(home -> text.syntax(home.index()));
    if (tree.isEmpty()) {
      return false;
    }
    List<Token> tokens = sentence.get().tokens();
    return IntStream.range(0, Math.min(tokens.size(), tree.get().size()))
        .filter(at -> words.contains(tokens.get(at).span()))
        .allMatch(at -> tree.get().pos(at).equals("ADV"));
  }

  /** "Jon Ek may have been the only one": the words go on with what the name does. */
  private boolean acts(String after) {
    return words.filter(list -> list.isAuxiliary(after.strip().split("\\s+")[0])).isPresent();
  }

  /** Persons first; the first mention of a rank wins. */
  private static int rank(Mention mention) {
    return switch (mention.type()) {
      case PERSON -> 0;
      case ORGANIZATION -> 1;
      case PLACE -> mention.form() == Mention.Form.METONYM ? 1 : 2;
      case OTHER -> 3;
    };
  }
}
