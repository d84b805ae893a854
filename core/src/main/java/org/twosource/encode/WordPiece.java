package org.twosource.encode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts words into the pieces of an uncased BERT vocabulary, word by word, so that every piece
 * belongs to one of our tokens.
 *
 * <p>A word is cleaned of control characters, stripped of accents (NFD without marks) and put in
 * lower case; it is divided at punctuation and around CJK characters; each division is then covered
 * from the left by the longest pieces there are, the second and later ones written {@code ##ing}. A
 * division of more than 100 characters, or with no cover, is one {@code [UNK]}. (Devlin et al.
 * 2019, BasicTokenizer and WordpieceTokenizer.)
 */
final class WordPiece {
  private static final int MAX_CHARACTERS = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int first;
  private final int last;

  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = vocabulary.getOrDefault("[UNK]", 0);
    this.first = vocabulary.getOrDefault("[CLS]", 0);
    this.last = vocabulary.getOrDefault("[SEP]", 0);
  }

  /** Reads {@code model.vocab} of a Hugging Face {@code tokenizer.json}. */
  static WordPiece read(InputStream tokenizerJson) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>(65_536);
    try (JsonParser json = new JsonFactory().createParser(tokenizerJson)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
          json.nextToken();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String piece = json.currentName();
            vocabulary.put(piece, json.nextIntValue(0));
          }
          break;
        }
      }
    }
    if (!vocabulary.containsKey("[UNK]")) {
      throw new IOException("no vocabulary with [UNK] in the tokenizer file");
    }
    return new WordPiece(vocabulary);
  }

  /** The id of the piece that opens a sequence, {@code [CLS]}. */
  int first() {
    return first;
  }

  /** The id of the piece that closes a sequence, {@code [SEP]}. */
  int last() {
    return last;
  }

  /** The pieces of one word, at least one: a word of nothing visible is {@code [UNK]}. */
  int[] pieces(String word) {
    Integer whole = vocabulary.get(word);
    if (whole != null && isPlain(word)) {
      return new int[] {whole};
    }
    Ids ids = new Ids();
    int start = -1;
    String clean = clean(word);
    for (int at = 0; at < clean.length(); ) {
      int character = clean.codePointAt(at);
      int next = at + Character.charCount(character);
      boolean space = Character.isWhitespace(character) || character == 0xA0;
      if (space || standsAlone(character)) {
        cover(clean, start, at, ids);
        start = -1;
        if (!space) {
          cover(clean, at, next, ids);
        }
      } else if (start < 0) {
        start = at;
      }
      at = next;
    }
    cover(clean, start, clean.length(), ids);
    if (ids.count == 0) {
      ids.add(unknown);
    }
    return ids.toArray();
  }

  /** The pieces of a text, with the words they belong to; at least one. */
  Pieces placed(String text) {
    Pieces pieces = new Pieces();
    int start = -1;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      boolean space = Character.isWhitespace(character) || character == 0xA0;
      if (space || standsAlone(character)) {
        addWord(pieces, text, start, at);
        start = -1;
        if (!space) {
          addWord(pieces, text, at, next);
        }
      } else if (start < 0) {
        start = at;
      }
      at = next;
    }
    addWord(pieces, text, start, text.length());
    if (pieces.size() == 0) {
      pieces.add(new int[] {unknown}, 0, text.length());
    }
    return pieces;
  }

  private void addWord(Pieces pieces, String text, int start, int end) {
    if (start >= 0 && start < end) {
      String word = text.substring(start, end);
      if (!clean(word).isBlank()) {
        pieces.add(pieces(word), start, end);
      }
    }
  }

  private static boolean isPlain(String word) {
    for (int at = 0; at < word.length(); at++) {
      char character = word.charAt(at);
      if ((character < 'a' || character > 'z') && (character < '0' || character > '9')) {
        return word.length() == 1;
      }
    }
    return true;
  }

  private void cover(String text, int start, int end, Ids ids) {
    if (start < 0 || start == end) {
      return;
    }
    if (text.codePointCount(start, end) > MAX_CHARACTERS) {
      ids.add(unknown);
      return;
    }
    int before = ids.count;
    for (int at = start; at < end; ) {
      int stop = end;
      Integer id = null;
      for (; stop > at; stop--) {
        String piece = text.substring(at, stop);
        id = vocabulary.get(at == start ? piece : "##" + piece);
        if (id != null) {
          break;
        }
      }
      if (id == null) {
        ids.count = before;
        ids.add(unknown);
        return;
      }
      ids.add(id);
      at = stop;
    }
  }

  private static String clean(String word) {
    StringBuilder kept = new StringBuilder(word.length());
    boolean ascii = true;
    for (int at = 0; at < word.length(); ) {
      int character = word.codePointAt(at);
      at += Character.charCount(character);
      ascii &= character < 128;
      if (character == '\t' || character == '\n' || character == '\r') {
        kept.append(' ');
      } else if (character != 0 && character != 0xFFFD && !isControl(character)) {
        kept.appendCodePoint(character);
      }
    }
    if (ascii) {
      return kept.toString().toLowerCase(Locale.ROOT);
    }
    String parts = Normalizer.normalize(kept, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean standsAlone(int character) {
    return isPunctuation(character) || isCjk(character);
  }

  private static boolean isPunctuation(int character) {
    if (character < 128) {
      return character > 32 && character < 127 && !Character.isLetterOrDigit(character);
    }
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isCjk(int character) {
    return (character >= 0x4E00 && character <= 0x9FFF)
        || (character >= 0x3400 && character <= 0x4DBF)
        || (character >= 0x20000 && character <= 0x2A6DF)
        || (character >= 0x2A700 && character <= 0x2CEAF)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0x2F800 && character <= 0x2FA1F);
  }

  /** A growing list of ids. */
  private static final class Ids {
    private int[] ids = new int[8];
    private int count;

    void add(int id) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, count * 2);
      }
      ids[count++] = id;
    }

    int[] toArray() {
      return Arrays.copyOf(ids, count);
    }
  }
}
