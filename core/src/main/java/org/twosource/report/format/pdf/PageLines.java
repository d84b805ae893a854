package org.twosource.report.format.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of the pages of a document, in the order in which it draws them. */
final class PageLines extends PDFTextStripper {
  /**
   * One line.
   *
   * @param size of its largest letters, in points
   * @param isApart whether a gap or an indent before it begins a paragraph
   */
  record PageLine(String text, double size, boolean isApart) {}

  private final List<List<PageLine>> pages = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private double size;
  private boolean isApart;

  private PageLines(int mostPages) {
    setEndPage(mostPages);
  }

  static PageLines of(PDDocument document, int mostPages) throws IOException {
    PageLines lines = new PageLines(mostPages);
    lines.writeText(document, Writer.nullWriter());
    return lines;
  }

  /** One list a page; empty for a page without text. */
  List<List<PageLine>> pages() {
    return pages;
  }

  @Override
  protected void startPage(PDPage page) {
    pages.add(new ArrayList<>());
    isApart = true;
  }

  @Override
  protected void endPage(PDPage page) {
    endLine();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    for (TextPosition position : positions) {
      size = Math.max(size, position.getFontSizeInPt());
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    super.writeParagraphStart();
    endLine();
    isApart = true;
  }

  private void endLine() {
    String text = line.toString().replaceAll("[\\s\\u00a0\\p{Cntrl}]+", " ").strip();
    if (!text.isEmpty()) {
      pages.getLast().add(new PageLine(text, size, isApart));
      isApart = false;
    }
    line.setLength(0);
    size = 0;
  }
}
