package org.twosource.report.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.twosource.CpuLimit;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;

/** Small documents made here, as offices, word processors and scanners make them. */
class PdfReaderTest {
  private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
  private static final float LEFT = 70;
  private static final float TOP = 760;

  @Test
  void theLinesOfAParagraphAreOneLineAndAHeadingIsAnother() throws IOException {
    Reading reading =
        read(
            document(
                page -> {
                  page.line(BOLD, 20, 0, "Ferry Alba may leave on Saturday");
                  page.down(14);
                  page.line(
                      PLAIN, 11, 0, "The ferry Alba may leave the harbour of Kelm on Saturday");
                  page.line(
                      PLAIN, 11, 0, "if the weather holds, the harbour office said on Thursday.");
                  page.line(PLAIN, 11, 0, "Twelve passengers left the hospital.");
                  page.down(14);
                  page.line(
                      PLAIN, 11, 0, "Its captain, Mara Oldt, was not aboard when the line was");
                  page.line(PLAIN, 11, 0, "cut, the office added.");
                }));
    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.reports().getFirst().body().lines())
        .containsExactly(
            "Ferry Alba may leave on Saturday",
            "The ferry Alba may leave the harbour of Kelm on Saturday if the weather holds, the"
                + " harbour office said on Thursday. Twelve passengers left the hospital.",
            "Its captain, Mara Oldt, was not aboard when the line was cut, the office added.");
  }

  @Test
  void aWordDividedAtTheEndOfALineIsOneWordAndAHyphenItHasElsewhereStays() throws IOException {
    Report report =
        only(
            document(
                page -> {
                  page.line(PLAIN, 11, 0, "A well-known firm of Kelm has repaired the har-");
                  page.line(PLAIN, 11, 0, "bour wall, and its owner, who is himself well-");
                  page.line(PLAIN, 11, 0, "known in Kelm, will do the same for the 2024-");
                  page.line(PLAIN, 11, 0, "built pier of the ferry, the office said.");
                }));
    assertThat(report.body())
        .isEqualTo(
            "A well-known firm of Kelm has repaired the harbour wall, and its owner, who is himself"
                + " well-known in Kelm, will do the same for the 2024-built pier of the ferry, the"
                + " office said.");
  }

  @Test
  void whatIsPrintedOnEveryPageIsLeftOutAndASentenceGoesOnOverThePage() throws IOException {
    String[] what = {"at first", "in the spring", "on windy days", "with some luck"};
    List<Drawing> pages = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      int page = number;
      pages.add(
          drawn -> {
            drawn.line(PLAIN, 9, 0, "Harbour office of Kelm, notice 14/2026");
            drawn.down(20);
            drawn.line(PLAIN, 11, 0, what[page - 1] + " the office counts the ships that left the");
            drawn.line(PLAIN, 11, 0, "harbour, and those that came, and " + what[4 - page] + " by");
            drawn.down(500);
            drawn.line(PLAIN, 9, 200, "- " + page + " -");
          });
    }
    Report report = only(document(pages.toArray(Drawing[]::new)));
    assertThat(report.body()).doesNotContain("notice 14").doesNotContain("- 2 -");
    assertThat(report.body().lines()).hasSize(1);
    assertThat(report.body()).contains("with some luck by in the spring the office counts");
  }

  @Test
  void twoPagesKeepALastLineThatIsNoPageNumber() throws IOException {
    Report report =
        only(
            document(
                page ->
                    page.line(PLAIN, 11, 0, "The wall of the harbour of Kelm was built in 1911."),
                page -> {
                  page.line(PLAIN, 11, 0, "It was repaired twice, the last time in");
                  page.line(PLAIN, 11, 0, "1987");
                }));
    assertThat(report.body()).endsWith("1987");
  }

  @Test
  void theTitleIsTheHeadlineWhereTheFirstPagePrintsIt() throws IOException {
    Drawing page =
        drawn -> {
          drawn.line(BOLD, 20, 0, "Ferry Alba may leave");
          drawn.line(
              PLAIN, 11, 0, "The ferry may leave on Saturday, the harbour office of Kelm said.");
        };
    assertThat(only(titled("Ferry Alba may leave", page)).headline())
        .hasValue("Ferry Alba may leave");
    assertThat(only(titled("Microsoft Word - notice_final2.doc", page)).headline()).isEmpty();
    assertThat(only(titled("Ferry Alba may leave", page)).language()).hasValue("en-GB");
    assertThat(only(titled("", page)).published()).isEmpty();
  }

  @Test
  void aScannedDocumentSaysThatItHasNoTextLayer() throws IOException {
    assertThat(fault(document(PdfReaderTest::scan, PdfReaderTest::scan)))
        .startsWith("a PDF without a text layer")
        .contains("OCR");
    Reading mixed =
        read(
            document(
                page -> page.line(PLAIN, 11, 0, "The office of Kelm encloses what it received."),
                PdfReaderTest::scan,
                PdfReaderTest::scan));
    assertThat(mixed.reports()).hasSize(1);
    assertThat(mixed.unreadable())
        .extracting(Unreadable::reason)
        .containsExactly("2 of 3 pages have no text layer; the others are read");
  }

  @Test
  void anEncryptedDocumentSaysSoAndOneThatAnybodyMayOpenIsRead() throws IOException {
    Drawing page = drawn -> drawn.line(PLAIN, 11, 0, "The ferry may leave, the office said.");
    assertThat(fault(encrypted("secret", page)))
        .contains("encrypted")
        .contains("without a password");
    assertThat(only(encrypted("", page)).body()).isEqualTo("The ferry may leave, the office said.");
  }

  @Test
  void moreThanTheLimitOfPagesIsSaid() throws IOException {
    Drawing page =
        drawn ->
            drawn.line(PLAIN, 11, 0, "The ferry " + drawn.hashCode() + " may leave, they said.");
    Reading reading = read(document(page, page, page), Limits.standard().with("document-pages", 2));
    assertThat(reading.reports().getFirst().body().lines()).hasSize(2);
    assertThat(reading.unreadable())
        .extracting(Unreadable::reason)
        .containsExactly("of 3 pages the first are read: more than the limit document-pages = 2");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    try (OutputStream deflating = new DeflaterOutputStream(once)) {
      for (int i = 0; i < 700; i++) {
        deflating.write(zeros);
      }
    }
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (OutputStream deflating = new DeflaterOutputStream(twice)) {
      deflating.write(once.toByteArray());
    }
    for (byte[] bomb :
        List.of(
            withContents(once.toByteArray(), COSName.FLATE_DECODE),
            withContents(twice.toByteArray(), COSName.FLATE_DECODE, COSName.FLATE_DECODE),
            withContents(
                ascii85(once.toByteArray()), COSName.ASCII85_DECODE, COSName.FLATE_DECODE))) {
      String reason = CpuLimit.within(Duration.ofSeconds(30), () -> fault(bomb));
      assertThat(reason).startsWith("the PDF is not read: it grows ");
    }
  }

  @Test
  void aDocumentCutOrChangedAnywhereIsReadOrToldAndNeverThrows() throws IOException {
    byte[] whole =
        document(page -> page.line(PLAIN, 11, 0, "The ferry Alba may leave, the office said."));
    Random random = new Random(9);
    int told = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged =
          i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int flips = 0; i % 2 == 1 && flips < 8; flips++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Reading reading = CpuLimit.within(Duration.ofSeconds(20), () -> read(damaged));
      assertThat(reading.reports().size() + reading.unreadable().size()).isPositive();
      told += reading.unreadable().size();
    }
    assertThat(told).isPositive();
    assertThat(fault("%PDF-1.7\n...".getBytes(StandardCharsets.US_ASCII)))
        .startsWith("the PDF is damaged");
  }

  @Test
  void nothingIsWrittenIntoTheHomeOfTheUser() throws IOException {
    Path list = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
    boolean wasThere = Files.exists(list);
    only(document(page -> page.line(PLAIN, 11, 0, "The ferry Alba may leave, the office said.")));
    assertThat(Files.exists(list)).isEqualTo(wasThere);
  }

  // ---- documents
  // -------------------------------------------------------------------------------

  /** What is drawn on a page. */
  private interface Drawing {
    void on(Page page) throws IOException;
  }

  /** A page that is written from the top. */
  private static final class Page {
    private final PDDocument document;
    private final PDPageContentStream stream;
    private float y = TOP;

    Page(PDDocument document, PDPageContentStream stream) {
      this.document = document;
      this.stream = stream;
    }

    void line(PDFont font, float size, float indent, String text) throws IOException {
      stream.beginText();
      stream.setFont(font, size);
      stream.newLineAtOffset(LEFT + indent, y);
      stream.showText(text);
      stream.endText();
      y -= size * 1.25f;
    }

    void down(float points) {
      y -= points;
    }
  }

  private static void scan(Page page) throws IOException {
    BufferedImage picture = new BufferedImage(40, 60, BufferedImage.TYPE_BYTE_GRAY);
    page.stream.drawImage(
        LosslessFactory.createFromImage(page.document, picture), 50, 50, 400, 600);
  }

  private static byte[] document(Drawing... pages) throws IOException {
    try (PDDocument document = drawn(pages)) {
      return bytes(document);
    }
  }

  private static byte[] titled(String title, Drawing page) throws IOException {
    try (PDDocument document = drawn(page)) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage("en-GB");
      return bytes(document);
    }
  }

  private static byte[] encrypted(String password, Drawing page) throws IOException {
    try (PDDocument document = drawn(page)) {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return bytes(document);
    }
  }

  private static PDDocument drawn(Drawing... pages) throws IOException {
    PDDocument document = new PDDocument();
    for (Drawing drawing : pages) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        drawing.on(new Page(document, stream));
      }
    }
    return document;
  }

  private static byte[] withContents(byte[] packed, COSName... filters) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream raw = stream.createRawOutputStream()) {
        raw.write(packed);
      }
      COSArray names = new COSArray();
      for (COSName filter : filters) {
        names.add(filter);
      }
      stream.setItem(COSName.FILTER, names);
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      return bytes(document);
    }
  }

  private static byte[] ascii85(byte[] plain) throws IOException {
    try (PDDocument document = new PDDocument()) {
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream encoding = stream.createOutputStream(COSName.ASCII85_DECODE)) {
        encoding.write(plain);
      }
      return stream.createRawInputStream().readAllBytes();
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private static Reading read(byte[] bytes) {
    return read(bytes, Limits.standard());
  }

  private static Reading read(byte[] bytes, Limits limits) {
    return new InputReader(limits).read(Content.of("notice.pdf", "notice.pdf", bytes));
  }

  private static Report only(byte[] bytes) {
    Reading reading = read(bytes);
    assertThat(reading.unreadable()).isEmpty();
    return reading.reports().getFirst();
  }

  private static String fault(byte[] bytes) {
    Reading reading = read(bytes);
    assertThat(reading.reports()).isEmpty();
    return reading.unreadable().getFirst().reason();
  }
}
