package org.twosource.report.format.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;

/** Tar (POSIX and GNU): each file in it is read in its turn. Links and devices are left out. */
public final class TarReader implements FormatReader {
  private static final int BLOCK_BYTES = 512;

  @Override
  public String format() {
    return "tar";
  }

  @Override
  public boolean recognises(Content content) {
    return ArchiveShape.isTar(content);
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    Entries entries = new Entries(content, limits, findings);
    if (!entries.begin()) {
      return;
    }
    byte[] bytes = content.bytes();
    String longName = "";
    int at = 0;
    while (at + BLOCK_BYTES <= bytes.length && bytes[at] != 0) {
      long size = octal(bytes, at + 124, 12);
      int start = at + BLOCK_BYTES;
      if (size < 0 || size > bytes.length - start) {
        findings.unreadable(content.source(), at, "the tar file is cut off or damaged");
        return;
      }
      byte[] file = Arrays.copyOfRange(bytes, start, start + (int) size);
      char type = (char) bytes[at + 156];
      if (type == 'L') {
        longName = text(file, 0, file.length);
      } else if (type == 'x') {
        longName = path(text(file, 0, file.length), longName);
      } else {
        if (type == '0' || type == 0) {
          String fault = entries.add(longName.isEmpty() ? name(bytes, at) : longName, file);
          if (!fault.isEmpty()) {
            findings.unreadable(content.source(), at, fault + "; the rest is not read");
            return;
          }
        }
        longName = "";
      }
      at = start + (int) ((size + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES);
    }
    if (at >= bytes.length || bytes[at] != 0) {
      findings.unreadable(
          content.source(),
          Math.min(at, bytes.length),
          "the tar file ends without its closing block and may be cut off; read up to there");
    } else {
      entries.end();
    }
  }

  /** The path of a POSIX extended header: {@code 23 path=news/a.txt}. */
  private static String path(String header, String otherwise) {
    for (String line : header.split("\n")) {
      int path = line.indexOf(" path=");
      if (path >= 0) {
        return line.substring(path + 6);
      }
    }
    return otherwise;
  }

  private static String name(byte[] bytes, int at) {
    String prefix = text(bytes, at + 345, 155);
    String name = text(bytes, at, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** An octal number; -1 when it is none. */
  private static long octal(byte[] bytes, int from, int length) {
    long number = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit < 8) {
        number = number * 8 + digit;
      } else if (bytes[i] != ' ' && bytes[i] != 0) {
        return -1;
      }
    }
    return number;
  }
}
