package org.twosource.report.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.twosource.report.Limits;

/**
 * A mailbox as mail programs keep it (RFC 4155): letters one behind another, each behind a line
 * {@code From who when}. Every letter is one report, numbered from 1; a single one keeps the name
 * of the file.
 *
 * <p>A line begins a letter where it stands at the head of the file or behind an empty line, names
 * an hour, and a field follows, so that "From Monday on, ..." in a letter begins none. A line that
 * was quoted to be told apart (">From") loses one sign. Every line of a mailbox is ended, so that a
 * last one that is not shows that letters are missing.
 */
final class MailboxReader implements FormatReader {
  private static final Pattern SEPARATOR =
      Pattern.compile("From \\S+ .{0,80}\\d{1,2}:\\d{2}.{0,40}");
  private static final String CUT = "the mailbox ends before its last letter does";
  private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,60}:.*");
  private static final Pattern QUOTED = Pattern.compile(">+From .*");

  /** A separator that the end of the file cuts off names at least whom it is from. */
  private static final Pattern CUT_SEPARATOR =
      Pattern.compile("From (?:\\S+@\\S*|MAILER-DAEMON|-)(?: .*)?");

  private static final int HEAD_BYTES = 16_384;

  private final EmailReader letters = new EmailReader();

  @Override
  public String format() {
    return "mailbox";
  }

  @Override
  public boolean recognises(Content content) {
    return isMailbox(content);
  }

  /** Whether a content begins like a mailbox: with its line, and fields of a letter behind it. */
  static boolean isMailbox(Content content) {
    return content.head(5).equals("From ")
        && (new EmailReader().recognises(content) || endsInFirstFields(content));
  }

  /** Whether all there is are the first line and fields of the first letter, the last one cut. */
  private static boolean endsInFirstFields(Content content) {
    if (content.bytes().length > HEAD_BYTES) {
      return false;
    }
    List<String> lines = content.head(HEAD_BYTES).lines().toList();
    return CUT_SEPARATOR.matcher(lines.getFirst()).matches()
        && lines.stream()
            .skip(1)
            .limit(Math.max(0, lines.size() - 2))
            .allMatch(line -> line.matches("[ \\t].*") || FIELD.matcher(line).matches());
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    List<Letter> found = letters(content.bytes());
    for (int i = 0; i < found.size(); i++) {
      Letter letter = found.get(i);
      String number = found.size() == 1 ? "" : "" + (i + 1);
      String source = number.isEmpty() ? content.source() : content.source() + ":" + number;
      if (letter.bytes().length > limits.fileBytes()) {
        findings.unreadable(
            source, letter.offset(), Limits.beyond("file-bytes", limits.fileBytes()));
      } else if (letter.isCut()) {
        findings.unreadable(source, letter.offset(), CUT);
      } else {
        letters.read(
            new Content(
                source,
                number.isEmpty() ? content.name() : content.stem() + "-" + number,
                letter.bytes(),
                content.depth(),
                content.url(),
                content.charset()),
            limits,
            findings);
      }
    }
    byte[] bytes = content.bytes();
    if (bytes.length > 0 && !found.getLast().isCut() && bytes[bytes.length - 1] != '\n') {
      findings.unreadable(content.source(), bytes.length, CUT);
    }
  }

  /**
   * One letter without its first line.
   *
   * @param offset bytes, where its first line begins in the mailbox
   * @param isCut whether the file ends within its first line
   */
  private record Letter(long offset, byte[] bytes, boolean isCut) {}

  private static List<Letter> letters(byte[] bytes) {
    List<Letter> letters = new ArrayList<>();
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    int begun = 0;
    boolean afterEmpty = false;
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String line = line(bytes, start, end);
      int next = Math.min(bytes.length, end + 1);
      boolean isCut = end == bytes.length && CUT_SEPARATOR.matcher(line).matches();
      if (start == 0 || afterEmpty && (isCut || begins(line, bytes, next))) {
        if (start > 0) {
          letters.add(new Letter(begun, letter.toByteArray(), false));
        }
        letter.reset();
        begun = start;
        if (isCut && start > 0) {
          letters.add(new Letter(begun, new byte[0], true));
          return letters;
        }
      } else {
        int from = QUOTED.matcher(line).matches() ? start + 1 : start;
        letter.write(bytes, from, next - from);
      }
      afterEmpty = line.isEmpty();
      start = next;
    }
    letters.add(new Letter(begun, letter.toByteArray(), false));
    return letters;
  }

  private static boolean begins(String line, byte[] bytes, int next) {
    int end = next;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    boolean isCut = end == bytes.length;
    return SEPARATOR.matcher(line).matches()
        && (isCut || FIELD.matcher(line(bytes, next, end)).matches());
  }

  /** A line without its end, as Latin-1. */
  private static String line(byte[] bytes, int start, int end) {
    int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    return new String(bytes, start, last - start, StandardCharsets.ISO_8859_1);
  }
}
