package org.twosource.annotate.speech;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;

/**
 * Which body "the ministry", "the company" or "it" is, as a source: the one of the text that has
 * the noun in its name; for a firm and for "it" the body that spoke just before, else the only one
 * named in this paragraph or, where there is none, in the one before. With two it stays open. For
 * one text, in text order, one thread.
 */
final class DescribedBodies {
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?:the|this) (?:\\p{Ll}+ )?(\\p{Ll}+)");

  private final Annotated text;
  private final SpeechWords words;
  private final List<Quote> quoted;

  /** Who spoke last, if it was a body; its paragraph. */
  private Optional<String> last = Optional.empty();

  private int lastParagraph;

  DescribedBodies(Annotated text, SpeechWords words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.quoted = quoted;
  }

  /** Remembers who spoke. */
  void spoke(Optional<String> entity, Span source) {
    lastParagraph = paragraph(source.start());
    last = entity.filter(who -> bodiesBefore(source.end()).stream().anyMatch(isOf(who)));
  }

  /** The body that the words of a source stand for, if just one can be meant. */
  Optional<String> of(Span source) {
    String form = source.in(text.body()).strip().toLowerCase(Locale.ROOT);
    boolean pronoun = words.isThing(form);
    Matcher description = DESCRIPTION.matcher(form);
    if (!pronoun && !description.matches()) {
      return Optional.empty();
    }
    String noun = pronoun ? "" : description.group(1);
    if (words.isBodyNoun(noun)) {
      return only(
          bodiesBefore(source.start()).stream()
              .filter(body -> isIn(noun, body.span().in(text.body())))
              .toList());
    }
    return pronoun || words.isFirmNoun(noun) ? near(source) : Optional.empty();
  }

  private Optional<String> near(Span source) {
    int home = paragraph(source.start());
    if (last.isPresent() && home - lastParagraph <= 1) {
      return last;
    }
    List<Mention> before = bodiesBefore(source.start()).stream().filter(this::isFree).toList();
    List<Mention> here =
        before.stream().filter(body -> paragraph(body.span().start()) == home).toList();
    return here.isEmpty()
        ? only(before.stream().filter(body -> paragraph(body.span().start()) == home - 1).toList())
        : only(here);
  }

  /** A state or a party body is no firm; what carries such a noun in its name is called by it. */
  private boolean isFree(Mention body) {
    return body.type() == EntityType.ORGANIZATION
        && List.of(body.span().in(text.body()).toLowerCase(Locale.ROOT).split("\\s+")).stream()
            .noneMatch(words::isBodyNoun);
  }

  private List<Mention> bodiesBefore(int offset) {
    return text.mentions().stream()
        .filter(mention -> mention.type() == EntityType.ORGANIZATION)
        .filter(mention -> mention.isName() && mention.span().end() <= offset)
        .filter(mention -> quoted.stream().noneMatch(one -> one.whole().overlaps(mention.span())))
        .toList();
  }

  private static Optional<String> only(List<Mention> bodies) {
    Set<String> entities = new LinkedHashSet<>();
    bodies.forEach(body -> entities.add(body.entity()));
    return entities.size() == 1 ? entities.stream().findFirst() : Optional.empty();
  }

  private static Predicate<Mention> isOf(String entity) {
    return mention -> mention.entity().equals(entity);
  }

  private static boolean isIn(String noun, String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("\\s+")).contains(noun);
  }

  private int paragraph(int offset) {
    return text.text().sentenceAt(offset).map(Sentence::paragraph).orElse(0);
  }
}
