package org.twosource.text;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Publisher;
import org.twosource.report.Report;
import org.twosource.report.Span;

/**
 * A report divided into what it is made of.
 *
 * @param language BCP 47 of the body, {@code und} when it cannot be told
 * @param published where the date is not in the metadata or the text, a later step of the pipeline
 *     fills it in from the story's other reports
 * @param parts in text order, not overlapping
 * @param sentences in text order; only of parts that hold sentences (body, turns, captions,
 *     headlines, boilerplate)
 * @param credit agencies credited in or beside the text ("AP"), without repetition
 * @param dateline the place named at the head ("BEIJING")
 * @param quotes what stands between quotation marks
 * @param publisher who publishes it, read from metadata, masthead and address; the report's outlet
 *     is then its name
 */
public record Text(
    Report report,
    String language,
    Published published,
    List<Part> parts,
    List<Sentence> sentences,
    List<String> credit,
    Optional<String> dateline,
    Optional<Publisher> publisher,
    Quotes quotes) {
  public Text {
    parts = List.copyOf(parts);
    sentences = List.copyOf(sentences);
    credit = List.copyOf(credit);
  }

  /** A text whose quotation marks are read here. */
  public Text(
      Report report,
      String language,
      Published published,
      List<Part> parts,
      List<Sentence> sentences,
      List<String> credit,
      Optional<String> dateline,
      Optional<Publisher> publisher) {
    this(
        report,
        language,
        published,
        parts,
        sentences,
        credit,
        dateline,
        publisher,
        new Quotes(QuoteReader.read(language, report.body(), sentences)));
  }

  /** A text of which no publisher is known. */
  public Text(
      Report report,
      String language,
      Published published,
      List<Part> parts,
      List<Sentence> sentences,
      List<String> credit,
      Optional<String> dateline) {
    this(report, language, published, parts, sentences, credit, dateline, Optional.empty());
  }

  public String id() {
    return report.id();
  }

  public String body() {
    return report.body();
  }

  /** The language it is read in: English where the text is too short to tell its own. */
  public String readAs() {
    return language.equals("und") ? "en" : language;
  }

  public String of(Span span) {
    return span.in(report.body());
  }

  public Text withPublished(Published newPublished) {
    return new Text(
        report, language, newPublished, parts, sentences, credit, dateline, publisher, quotes);
  }

  /** The turns of a transcript or an interview, in text order. */
  public List<Turn> turns() {
    return Turn.of(body(), parts, sentences);
  }

  /** The sentence that holds {@code offset}, if one does. */
  public Optional<Sentence> sentenceAt(int offset) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence sentence = sentences.get(middle);
      if (offset < sentence.start()) {
        high = middle - 1;
      } else if (offset >= sentence.end()) {
        low = middle + 1;
      } else {
        return Optional.of(sentence);
      }
    }
    return Optional.empty();
  }
}
