package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Quote;

/**
 * Finds the entity behind the words that name a source. The mentions inside those words decide, a
 * person before an organisation before a place. A pronoun is given to the best candidate of the
 * {@link SpeakerRanking}, a relative pronoun to the name it follows. For one text, in text order,
 * one thread.
 */
final class SourceResolver {
  /** What may follow the head of a noun phrase. */
  private static final Pattern ADDITION =
      Pattern.compile(
          "\\s*(?:[,(;:—–]|(?:of|in|at|from|for|who|on|with|and|during|when|as|told|said)\\b)");

  /** What may stand between a name and the relative pronoun that follows it. */
  private static final int MAX_GAP = 2;

  private final Annotated text;
  private final Optional<SpeechWords> words;
  private final Optional<SpeakerRanking> ranking;

  /**
   * @param words of the text's language, if there are any
   */
  SourceResolver(Annotated text, Optional<SpeechWords> words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.ranking = words.map(list -> new SpeakerRanking(text, list, quoted));
  }

  /** The entity of this speech's source; call it for all speeches in text order. */
  Optional<String> entity(Speech speech) {
    if (speech.source().isEmpty()) {
      return Optional.empty();
    }
    Span source = speech.source().get();
    Optional<String> entity = meant(source);
    ranking.ifPresent(discourse -> discourse.spoke(entity, source));
    return entity;
  }

  private Optional<String> meant(Span source) {
    String name = source.in(text.body());
    if (ranking.isPresent() && words.orElseThrow().isSingularPerson(name)) {
      return ranking.get().of(source);
    }
    if (words.filter(list -> list.isRelative(name)).isPresent()) {
      return followed(source);
    }
    return named(source);
  }

  /** The name that a relative pronoun stands behind: "Bloomberg, who added". */
  private Optional<String> followed(Span relative) {
    return text.mentions().stream()
        .filter(mention -> mention.isName() && mention.span().end() <= relative.start())
        .filter(mention -> relative.start() - mention.span().end() <= MAX_GAP)
        .map(Mention::entity)
        .findFirst();
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
      if ((whole || head) && best.map(one -> rank(mention) < rank(one)).orElse(true)) {
        best = Optional.of(mention);
      }
    }
    return best.map(Mention::entity);
  }

  private boolean isHead(Mention mention, Span source) {
    String before = text.body().substring(source.start(), mention.span().start()).strip();
    String after = text.body().substring(mention.span().end(), source.end());
    boolean ends =
        after.isBlank() || after.strip().matches("['’]s?") || ADDITION.matcher(after).lookingAt();
    boolean alone = before.isEmpty() || before.equalsIgnoreCase("the");
    return ends && (alone || mention.type() == EntityType.PERSON);
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
