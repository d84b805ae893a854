package org.twosource.report.format.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.format.Content;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;

/**
 * A document of pages (PDF) by its text layer: a release, a ruling, a report of an office. Pictures
 * of pages are not read.
 */
public final class PdfReader implements FormatReader {
  /** A header may come a little late (ISO 32000-2, 7.5.2). */
  private static final int HEAD_BYTES = 1_024;

  /** Share of characters that no font says how to read, above which nothing can be made of them. */
  private static final double UNREADABLE = .2;

  static {
    FontMappers.set(new OwnFonts());
  }

  @Override
  public String format() {
    return "PDF";
  }

  @Override
  public boolean recognises(Content content) {
    return content.head(HEAD_BYTES).stripLeading().startsWith("%PDF-");
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String fault = Growth.fault(content.bytes(), findings.expansion());
    if (!fault.isEmpty()) {
      findings.unreadable(content.source(), 0, "the PDF is not read: " + fault);
      return;
    }
    try (PDDocument document = Loader.loadPDF(content.bytes())) {
      read(document, content, limits, findings);
    } catch (OutOfMemoryError grown) {
      findings.unreadable(
          content.source(), 0, "the PDF is not read: it grows to more than there is memory for");
    } catch (InvalidPasswordException | NoClassDefFoundError locked) {
      // keys of certificates need a library that is not here
      findings.unreadable(
          content.source(), 0, "the PDF is encrypted: save it without a password and pass that");
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      findings.unreadable(
          content.source(),
          0,
          "the PDF is damaged: "
              + Optional.ofNullable(broken.getMessage()).orElse("no page in it"));
    }
  }

  private static void read(PDDocument document, Content content, Limits limits, Findings findings)
      throws IOException {
    PageLines lines = PageLines.of(document, limits.documentPages());
    String body = Paragraphs.of(lines.pages());
    long empty = lines.pages().stream().filter(List::isEmpty).count();
    if (body.isBlank()) {
      findings.unreadable(
          content.source(),
          0,
          document.getNumberOfPages() == 0
              ? "a PDF without pages"
              : "a PDF without a text layer, as a scanner makes it: have its text recognised (OCR)"
                  + " and pass that");
      return;
    }
    if (unreadableShare(body) > UNREADABLE) {
      findings.unreadable(
          content.source(),
          0,
          "the fonts of the PDF do not say what their characters are: copy its text into a file,"
              + " look at it, and pass that");
      return;
    }
    findings.report(report(document, lines, body, content));
    if (empty * 2 > lines.pages().size()) {
      findings.unreadable(
          content.source(),
          0,
          String.format(
              Locale.ROOT,
              "%d of %d pages have no text layer; the others are read",
              empty,
              lines.pages().size()));
    }
    if (document.getNumberOfPages() > limits.documentPages()) {
      findings.unreadable(
          content.source(),
          0,
          String.format(
              Locale.ROOT,
              "of %,d pages the first are read: %s",
              document.getNumberOfPages(),
              Limits.beyond("document-pages", limits.documentPages())));
    }
  }

  /** Of characters that are none: without a meaning, or of a font's private use. */
  private static double unreadableShare(String body) {
    long strange =
        body.codePoints()
            .filter(
                character ->
                    character == 0xfffd
                        || Character.getType(character) == Character.PRIVATE_USE
                        || Character.getType(character) == Character.UNASSIGNED
                        || Character.getType(character) == Character.CONTROL && character != '\n')
            .count();
    return (double) strange / body.codePointCount(0, body.length());
  }

  private static Report report(PDDocument document, PageLines lines, String body, Content content) {
    return new Report(
        content.stem(),
        content.source(),
        Optional.of(content.url()).filter(url -> !url.isEmpty()),
        Optional.empty(),
        headline(document, lines),
        List.of(),
        List.of(),
        Optional.empty(),
        language(document),
        body);
  }

  /**
   * The title that the document gives itself, if its first page prints it: many are the name of a
   * file or of a template.
   */
  private static Optional<String> headline(PDDocument document, PageLines lines) {
    String first =
        lines.pages().stream()
            .filter(page -> !page.isEmpty())
            .findFirst()
            .map(page -> Paragraphs.of(List.of(page)))
            .orElse("");
    return Optional.ofNullable(document.getDocumentInformation().getTitle())
        .map(title -> title.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
        .filter(title -> !plain(title).isEmpty() && plain(first).contains(plain(title)));
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> language(PDDocument document) {
    return Optional.ofNullable(document.getDocumentCatalog().getLanguage())
        .map(String::strip)
        .filter(code -> code.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"));
  }
}
