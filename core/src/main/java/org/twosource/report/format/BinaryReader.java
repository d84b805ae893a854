package org.twosource.report.format;

import java.util.Optional;
import org.twosource.report.Limits;
import org.twosource.report.format.archive.ArchiveShape;

/** Files that hold no text: told apart by their first bytes, or by bytes that no text has. */
final class BinaryReader implements FormatReader {
  private static final int LOOKED_AT_BYTES = 8_192;

  /** A text has fewer control bytes than one in this many. */
  private static final int CONTROL_RATIO = 10;

  @Override
  public String format() {
    return "binary";
  }

  @Override
  public boolean recognises(Content content) {
    return kind(content).isPresent();
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String kind = kind(content).orElse("binary data");
    findings.unreadable(content.source(), 0, kind + ", not text");
  }

  private static Optional<String> kind(Content content) {
    String head = content.head(300);
    if (content.beginsWith(0x89, 'P', 'N', 'G')
        || content.beginsWith(0xff, 0xd8, 0xff)
        || head.startsWith("GIF8")
        || head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of("a picture");
    }
    if (content.beginsWith(0x7f, 'E', 'L', 'F')
        || content.beginsWith('M', 'Z', 0x90)
        || content.beginsWith(0xca, 0xfe, 0xba, 0xbe)) {
      return Optional.of("a program");
    }
    if (content.beginsWith(0xd0, 0xcf, 0x11, 0xe0)) {
      return Optional.of("an old Office document");
    }
    if (head.startsWith("ID3") || head.startsWith("OggS") || head.startsWith("ftyp", 4)) {
      return Optional.of("a sound or video file");
    }
    if (content.beginsWith('7', 'z', 0xbc, 0xaf)
        || head.startsWith("Rar!")
        || head.startsWith("BZh")
        || content.beginsWith(0xfd, '7', 'z', 'X', 'Z')
        || content.beginsWith(0x28, 0xb5, 0x2f, 0xfd)) {
      return Optional.of("packed in a way that is not read here (zip, tar and gzip are)");
    }
    return isBinary(content) ? Optional.of("binary data") : Optional.empty();
  }

  private static boolean isBinary(Content content) {
    if (Decoding.isWide(content.bytes())
        || content.beginsWith(0x1f, 0x8b)
        || content.beginsWith('P', 'K', -1, -1)
        || ArchiveShape.isTar(content)) {
      return false;
    }
    byte[] bytes = content.bytes();
    int length = Math.min(bytes.length, LOOKED_AT_BYTES);
    int control = 0;
    int zero = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xff;
      zero += b == 0 ? 1 : 0;
      control += b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b ? 1 : 0;
    }
    return zero > 0 && zero * 1000L > length || control * (long) CONTROL_RATIO > length;
  }
}
