package org.twosource.lineage;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.Passage;
import org.twosource.text.Normal;
import org.twosource.text.Token;

/**
 * Marks that copying leaves in prose and that can only have come about one way: who wrote the
 * spoiled text had a sound one before him, and nobody makes the sound one out of it word for word.
 *
 * <ul>
 *   <li>A sentence cut in two or run together, where the other has it whole.
 *   <li>A name spoiled by translating or rewording ("You are Jinping"), where the other has it.
 *   <li>Letters read with the wrong code ("cafÃ©"), where the other has the word.
 *   <li>A surname that nobody has introduced, since the sentence that did was cut.
 * </ul>
 *
 * <p>They show that the spoiled report is not where the other has its text from; both may have it
 * from a third. Words run together ("said.The") are none: that often happens to the original, on
 * the way from its page to us.
 */
final class CopyTraces {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Names as rare as this in news need an introduction; "Obama" needs none. */
  private static final float UNKNOWN_NAME = 6f;

  private CopyTraces() {}

  /**
   * The first mark in the shared prose of {@code copy} where {@code other} is sound, in words.
   *
   * @param prose shared passages, {@code copy} being the first report of each
   */
  static Optional<String> of(Annotated copy, Annotated other, List<Passage> prose) {
    for (Passage passage : prose) {
      if (isBroken(copy, passage.a()) && !isBroken(other, passage.b())) {
        return Optional.of(copy.id() + " has a sentence broken that " + other.id() + " has whole");
      }
      Optional<String> trace =
          garbledName(copy, other, passage)
              .or(() -> misread(copy, other, passage))
              .or(() -> notIntroduced(copy, other, passage));
      if (trace.isPresent()) {
        return trace;
      }
    }
    return Optional.empty();
  }

  private static boolean isBroken(Annotated report, List<Integer> sentences) {
    return sentences.stream().anyMatch(at -> report.sentences().get(at).broken());
  }

  private static Optional<String> garbledName(Annotated copy, Annotated other, Passage passage) {
    Set<String> sound = new HashSet<>();
    for (Mention mention : other.mentionsIn(passage.bSpan())) {
      if (mention.form() == Mention.Form.NAME) {
        sound.add(mention.entity());
      }
    }
    return copy.mentionsIn(passage.aSpan()).stream()
        .filter(mention -> mention.form() == Mention.Form.GARBLED)
        .filter(mention -> sound.contains(mention.entity()))
        .findFirst()
        .map(mention -> copy.id() + " has spoiled a name: " + copy.text().of(mention.span()));
  }

  private static Optional<String> misread(Annotated copy, Annotated other, Passage passage) {
    for (int at : passage.a()) {
      for (String run : copy.text().of(copy.sentences().get(at).span()).split("[\\s.,;:!?()]+")) {
        Optional<String> meant = reread(run).map(Normal::of);
        if (meant.isPresent() && words(other, passage.b()).contains(meant.get())) {
          return Optional.of(copy.id() + " has letters misread: " + run);
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> words(Annotated report, List<Integer> sentences) {
    Set<String> words = new HashSet<>();
    for (int at : sentences) {
      for (Token token : report.sentences().get(at).tokens()) {
        words.add(Normal.of(token.text()));
      }
    }
    return words;
  }

  /** What a word was before its UTF-8 was read as Windows-1252; empty when it was not. */
  private static Optional<String> reread(String word) {
    if (word.chars().allMatch(letter -> letter < 128)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = WESTERN.newEncoder().encode(CharBuffer.wrap(word));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException sound) {
      return Optional.empty();
    }
  }

  /** A surname in the copy whose bearer only the other report has introduced, further up. */
  private static Optional<String> notIntroduced(Annotated copy, Annotated other, Passage passage) {
    for (Mention mention : copy.mentionsIn(passage.aSpan())) {
      if (isSurname(copy, mention)
          && other.mentionsIn(passage.bSpan()).stream()
              .anyMatch(same -> isSame(mention, same) && isSurname(other, same))
          && isIntroduced(other, mention.entity(), passage.bSpan().start())
          && !isIntroduced(copy, mention.entity(), Integer.MAX_VALUE)
          && !isInHeadline(copy, mention)) {
        return Optional.of(
            copy.id()
                + " keeps a name that only "
                + other.id()
                + " introduces: "
                + copy.text().of(mention.span()));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Mention one, Mention other) {
    return one.entity().equals(other.entity());
  }

  private static boolean isSurname(Annotated report, Mention mention) {
    String name = report.text().of(mention.span());
    return mention.type() == EntityType.PERSON
        && mention.form() == Mention.Form.NAME
        && name.indexOf(' ') < 0
        && WordRarity.standard().of(Normal.of(name)) >= UNKNOWN_NAME;
  }

  private static boolean isIntroduced(Annotated report, String entity, int before) {
    return report.mentions().stream()
        .filter(mention -> mention.span().start() < before && mention.entity().equals(entity))
        .map(Mention::span)
        .anyMatch(span -> hasBlank(report, span));
  }

  private static boolean hasBlank(Annotated report, Span span) {
    return report.text().of(span).strip().indexOf(' ') > 0;
  }

  private static boolean isInHeadline(Annotated report, Mention mention) {
    String name = report.text().of(mention.span());
    return report.report().headline().filter(headline -> headline.contains(name)).isPresent();
  }
}
