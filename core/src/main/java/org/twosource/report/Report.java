package org.twosource.report;

import java.util.List;
import java.util.Optional;

/**
 * One published text as it was received, with what stood beside it. Nothing here is guessed: what
 * the input does not say is absent, and later stages find it in the body.
 *
 * @param id the file name without its ending, or the id that the input carries; unique in one run
 * @param source where it was read from, as the user knows it
 * @param url the address of the page, where the input names one
 * @param outlet who published it; in a {@code Text}, also as the head of the body names it
 * @param headline the title; not part of {@code body}
 * @param byline the authors, in order
 * @param credit agencies and others credited beside the text
 * @param published the publication date from metadata, at the precision given
 * @param language BCP 47, where the input names one
 * @param edition which printing of its page it is
 * @param body the text; every offset in the program points into it. Never changed after reading
 */
public record Report(
    String id,
    String source,
    Optional<String> url,
    Optional<String> outlet,
    Optional<String> headline,
    List<String> byline,
    List<String> credit,
    Optional<PartialDate> published,
    Optional<String> language,
    Edition edition,
    String body) {
  public Report {
    byline = List.copyOf(byline);
    credit = List.copyOf(credit);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a report without an id, from " + source);
    }
  }

  /** A report of which nothing is said of other printings. */
  public Report(
      String id,
      String source,
      Optional<String> url,
      Optional<String> outlet,
      Optional<String> headline,
      List<String> byline,
      List<String> credit,
      Optional<PartialDate> published,
      Optional<String> language,
      String body) {
    this(
        id,
        source,
        url,
        outlet,
        headline,
        byline,
        credit,
        published,
        language,
        Edition.UNKNOWN,
        body);
  }

  /** A report of which only the text is known. */
  public static Report of(String id, String body) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        body);
  }

  public Report withId(String newId) {
    return new Report(
        newId, source, url, outlet, headline, byline, credit, published, language, edition, body);
  }

  /** With another outlet, or none. */
  public Report withOutlet(Optional<String> newOutlet) {
    return new Report(
        id, source, url, newOutlet, headline, byline, credit, published, language, edition, body);
  }

  /** In another language, or in none that is told. */
  public Report withLanguage(Optional<String> newLanguage) {
    return new Report(
        id, source, url, outlet, headline, byline, credit, published, newLanguage, edition, body);
  }

  /** With what is said of other printings. */
  public Report withEdition(Edition newEdition) {
    return new Report(
        id, source, url, outlet, headline, byline, credit, published, language, newEdition, body);
  }

  public Citation cite(Span span) {
    return new Citation(id, span);
  }
}
