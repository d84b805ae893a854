package org.twosource.annotate.speech;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Quote;

/**
 * Finds the entity behind the words that name a source. The mentions inside those words decide, a
 * person before an organisation before a place. A personal pronoun that no annotator resolved
 * stands for the speaker before it, or for the person named last outside quotations, no more than
 * two paragraphs back. For one text, in text order, one thread.
 */
final class SourceResolver {
  private static final Set<String> PERSONAL = Set.of("he", "she");
  private static final int MAX_PARAGRAPHS = 2;

  /** What may follow the head of a noun phrase. */
  private static final Pattern ADDITION =
      Pattern.compile(
          "\\s*(?:[,(;:—–]|(?:of|in|at|from|for|who|on|with|and|during|when|as|told|said)\\b)");

  private final Annotated text;
  private final List<Quote> quoted;
  private Optional<String> lastSpeaker = Optional.empty();
  private int lastParagraph = -10;

  SourceResolver(Annotated text, List<Quote> quoted) {
    this.text = text;
    this.quoted = quoted;
  }

  /** The entity of this speech's source; call it for all speeches in text order. */
  Optional<String> entity(Speech speech) {
    if (speech.source().isEmpty()) {
      return Optional.empty();
    }
    Span source = speech.source().get();
    int paragraph = paragraph(source.start());
    Optional<String> entity = named(source);
    if (entity.isEmpty() && PERSONAL.contains(source.in(text.body()).toLowerCase(Locale.ROOT))) {
      entity = before(source, paragraph);
    }
    if (entity.isPresent()) {
      lastSpeaker = entity;
      lastParagraph = paragraph;
    }
    return entity;
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

  private Optional<String> before(Span pronoun, int paragraph) {
    if (lastSpeaker.isPresent() && paragraph - lastParagraph <= 1) {
      return lastSpeaker;
    }
    Optional<String> person = Optional.empty();
    for (Mention mention : text.mentions()) {
      if (mention.span().end() <= pronoun.start()
          && mention.type() == EntityType.PERSON
          && paragraph - paragraph(mention.span().start()) <= MAX_PARAGRAPHS
          && quoted.stream().noneMatch(one -> one.whole().overlaps(mention.span()))) {
        person = Optional.of(mention.entity());
      }
    }
    return person.or(
        () -> paragraph - lastParagraph <= MAX_PARAGRAPHS ? lastSpeaker : Optional.empty());
  }

  private int paragraph(int offset) {
    return text.text().sentenceAt(offset).map(sentence -> sentence.paragraph()).orElse(0);
  }
}
