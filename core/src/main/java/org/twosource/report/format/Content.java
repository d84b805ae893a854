package org.twosource.report.format;

/**
 * The bytes of one file or archive entry.
 *
 * @param source as the user knows it: {@code news/a.html}, {@code week.zip!news/a.html}
 * @param name the last part of the path, which gives ids and nothing else: {@code a.html}
 * @param bytes never changed
 * @param depth how many archives it lies in; 0 for a file
 * @param url the address it was fetched from, or ""
 * @param charset the character set its container names, or ""
 */
public record Content(
    String source, String name, byte[] bytes, int depth, String url, String charset) {

  public static Content of(String source, String name, byte[] bytes) {
    return new Content(source, name, bytes, 0, "", "");
  }

  /** The name without its endings: {@code a} of {@code a.html.gz}. */
  public String stem() {
    return ReportIds.stem(name);
  }

  /** The first bytes as Latin-1, for looking at. */
  public String head(int length) {
    return new String(
        bytes, 0, Math.min(length, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Whether the bytes begin so; -1 stands for any byte. */
  public boolean beginsWith(int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (magic[i] >= 0 && (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
