package org.twosource.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.report.Publisher;
import org.twosource.report.Publishers;
import org.twosource.report.Report;
import org.twosource.report.Span;

/**
 * Divides reports by the words of their language, or by shape alone where the project has no file
 * for it.
 *
 * <p>Keeps what it has loaded of each language. Safe for use by several threads.
 */
public final class StandardTextBuilder implements TextBuilder {
  /** The languages that the project has a file for. */
  private static final List<String> WITH_FILE = List.of("en", "de");

  private final LanguageGuess languageGuess;
  private final Map<String, Workshop> workshops = new ConcurrentHashMap<>();
  private final WordTable words = new WordTable();
  private final Publishers publishers;

  public StandardTextBuilder() {
    this(Publishers.standard());
  }

  /** With the names of publishers that the user knows. */
  public StandardTextBuilder(Publishers publishers) {
    this.publishers = publishers;
    this.languageGuess =
        new LanguageGuess(
            WITH_FILE.stream().flatMap(code -> Language.find(code).stream()).toList());
  }

  /** The parts that work on one language. */
  private record Workshop(
      PartFinder parts,
      SentenceSplitter sentences,
      Tokenizer tokenizer,
      PublicationDate published) {

    static Workshop of(String code, WordTable words) {
      Language language = Language.find(code).orElseGet(() -> nothing(code));
      Dates dates = new Dates(code);
      // a text too short to tell its language is read as English: "Gen. Brandt" is no two sentences
      Language cut = code.equals("und") ? Language.find("en").orElse(language) : language;
      return new Workshop(
          new PartFinder(language, new Credits(language), dates),
          new SentenceSplitter(cut),
          new Tokenizer(language, words),
          new PublicationDate(dates, language));
    }
  }

  /** When a report was published, as its text says; it is divided only where that is needed. */
  public Published published(Report report) {
    return PublicationDate.beside(report).orElseGet(() -> build(report).published());
  }

  @Override
  public Text build(Report report) {
    String language = languageGuess.of(report);
    Workshop workshop = workshops.computeIfAbsent(language, code -> Workshop.of(code, words));
    PartFinder.Found found = workshop.parts().find(report);
    Optional<String> named = report.outlet().filter(name -> !name.isBlank()).or(found::outlet);
    Optional<Publisher> publisher = publishers.of(named, report.url());
    return new Text(
        report.withOutlet(publisher.map(Publisher::name).or(() -> named)),
        language,
        workshop.published().of(report, found.pieces()),
        parts(found.pieces()),
        sentences(report.body(), found.pieces(), workshop),
        found.credit(),
        found.dateline(),
        publisher);
  }

  /**
   * Neighbouring paragraphs of prose, of links and of boilerplate are one part each; what labels a
   * turn is a part of its own.
   */
  private static List<Part> parts(List<PartFinder.Piece> pieces) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      PartFinder.Piece piece = pieces.get(i);
      boolean label =
          i + 1 < pieces.size()
              && pieces.get(i + 1).kind() == Part.Kind.TRANSCRIPT_TURN
              && pieces.get(i + 1).paragraph() == piece.paragraph();
      boolean joins =
          !label
              && !parts.isEmpty()
              && parts.getLast().kind() == piece.kind()
              && isJoined(piece.kind());
      if (joins) {
        Span whole = parts.removeLast().span().union(piece.span());
        parts.add(new Part(piece.kind(), whole));
      } else {
        parts.add(new Part(piece.kind(), piece.span()));
      }
    }
    return parts;
  }

  private static boolean isJoined(Part.Kind kind) {
    return switch (kind) {
      case BODY, RELATED_LINKS, BOILERPLATE, EMBED, NEWSLETTER -> true;
      case TRANSCRIPT_TURN,
          CAPTION,
          GALLERY,
          PHOTO_CREDIT,
          HEADLINE,
          CORRECTION,
          CREDIT,
          BYLINE,
          DATELINE ->
          false;
    };
  }

  private static List<Sentence> sentences(
      String body, List<PartFinder.Piece> pieces, Workshop workshop) {
    List<Sentence> sentences = new ArrayList<>();
    for (PartFinder.Piece piece : pieces) {
      if (holdsSentences(piece.kind())) {
        for (SentenceSplitter.Found found : workshop.sentences().split(body, piece.span())) {
          List<Token> tokens = workshop.tokenizer().tokens(body, found.span());
          if (!tokens.isEmpty()) {
            sentences.add(
                new Sentence(
                    sentences.size(),
                    found.span(),
                    piece.kind(),
                    piece.paragraph(),
                    found.broken(),
                    tokens));
          }
        }
      }
    }
    return sentences;
  }

  private static boolean holdsSentences(Part.Kind kind) {
    return switch (kind) {
      case BODY, TRANSCRIPT_TURN, CAPTION, HEADLINE, BOILERPLATE -> true;
      case GALLERY,
          PHOTO_CREDIT,
          EMBED,
          NEWSLETTER,
          CORRECTION,
          CREDIT,
          BYLINE,
          RELATED_LINKS,
          DATELINE ->
          false;
    };
  }

  /** A language of which nothing is known. */
  private static Language nothing(String code) {
    try {
      return Language.read(code, new ByteArrayInputStream(new byte[0]));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
