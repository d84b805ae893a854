package org.twosource.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Where records begin in a long file, so that several tasks can read it: each takes those that
 * begin in its stretch. What divides does not know of the number of tasks.
 */
enum Records {
  /** JSON Lines: a record behind each line feed. */
  LINES(64 << 20) {
    @Override
    int first(byte[] window, int from) {
      for (int at = from; at < window.length; at++) {
        if (window[at] == '\n') {
          return at + 1;
        }
      }
      return NONE;
    }
  },
  /** WARC, each record a gzip member of its own, as Common Crawl and others write it. */
  WARC_MEMBERS(16 << 20) {
    private static final int HEADER_BYTES = 10;
    private static final int NAMED = 0x1c; // flags of headers that are longer

    @Override
    int first(byte[] window, int from) {
      for (int at = from; at + HEADER_BYTES < window.length; at++) {
        boolean isHeader =
            window[at] == 0x1f
                && window[at + 1] == (byte) 0x8b
                && window[at + 2] == 8
                && (window[at + 3] & NAMED) == 0;
        if (isHeader && beginsRecord(window, at + HEADER_BYTES)) {
          return at;
        }
      }
      return NONE;
    }

    private static boolean beginsRecord(byte[] window, int from) {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(window, from, window.length - from);
        byte[] head = new byte[5];
        return inflater.inflate(head) == head.length
            && new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).equals("WARC/");
      } catch (DataFormatException noMember) {
        return false;
      } finally {
        inflater.end();
      }
    }
  };

  /** No record begins in a window. */
  static final int NONE = -1;

  private final int stretchBytes;

  Records(int stretchBytes) {
    this.stretchBytes = stretchBytes;
  }

  /** How long the stretches are that a file is divided into. */
  int stretchBytes() {
    return stretchBytes;
  }

  /** The place of the first record in a window that begins at {@code from} or later, or NONE. */
  abstract int first(byte[] window, int from);

  /** How a file of this name can be divided; others are read in one go. */
  static Optional<Records> in(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      return Optional.of(LINES);
    }
    return lower.endsWith(".warc.gz") ? Optional.of(WARC_MEMBERS) : Optional.empty();
  }
}
