package org.twosource.reuse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The form in which what keeps state is written and read: a header (mark, what it is, version of
 * the form), then pieces of at most 64 KB, each with its length before it and a CRC-32C after it
 * that covers its place as well. A piece is checked before a byte of it is used, so damage is never
 * taken for state. The caller brings the streams, which are not closed; reading takes no byte more
 * than was written, so several forms may follow each other in one stream.
 */
public final class SavedForm {
  private static final int MARK = 0x32535243; // "2SRC"
  private static final int PIECE = 1 << 16;

  private SavedForm() {}

  /** Writes what there is to write. */
  public interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads back what was written, all of it. */
  public interface FormReader<T> {
    T from(DataInputStream in) throws IOException;
  }

  /** The bytes are no saved state, are damaged, or are of a newer form. The message says which. */
  public static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }

  /**
   * Writes one form.
   *
   * @param what it holds: "candidate index"
   * @param version of its form, from 1
   */
  public static void write(OutputStream to, String what, int version, Writing writing)
      throws IOException {
    DataOutputStream header = new DataOutputStream(to);
    header.writeInt(MARK);
    header.writeUTF(what);
    header.writeInt(version);
    PieceOutput pieces = new PieceOutput(header);
    DataOutputStream out = new DataOutputStream(pieces);
    writing.to(out);
    out.flush();
    pieces.end();
    header.flush();
  }

  /**
   * Reads one form.
   *
   * @param version the newest that is understood
   * @throws UnreadableException when the bytes are not the form of {@code what}, damaged or newer
   */
  public static <T> T read(InputStream from, String what, int version, FormReader<T> reading)
      throws IOException {
    DataInputStream header = new DataInputStream(from);
    try {
      if (header.readInt() != MARK || !header.readUTF().equals(what)) {
        throw new UnreadableException("no saved " + what);
      }
      int written = header.readInt();
      if (written > version) {
        throw new UnreadableException(
            "saved " + what + " of form " + written + "; this program reads up to " + version);
      }
      CheckedPieces pieces = new CheckedPieces(header, what);
      T state = reading.from(new DataInputStream(pieces));
      if (pieces.read() >= 0) {
        throw new UnreadableException("saved " + what + ": more bytes than its form has");
      }
      return state;
    } catch (EOFException | java.io.UTFDataFormatException cut) {
      throw new UnreadableException("saved " + what + ": ends too early or is damaged at its head");
    }
  }

  /** Writes a text of any length. */
  public static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text. */
  public static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Writes the first {@code count} numbers. */
  public static void ints(DataOutputStream out, int[] numbers, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count + 4).putInt(count);
    bytes.asIntBuffer().put(numbers, 0, count);
    out.write(bytes.array());
  }

  /** Reads numbers. */
  public static int[] ints(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readInt()];
    ByteBuffer.wrap(in.readNBytes(4 * numbers.length)).asIntBuffer().get(numbers);
    return numbers;
  }

  private static long checksum(byte[] piece, int length, long place) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(12).putLong(place).putInt(length).flip());
    sum.update(piece, 0, length);
    return sum.getValue();
  }

  private static final class PieceOutput extends OutputStream {
    private final DataOutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private long place;

    PieceOutput(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int number) throws IOException {
      if (filled == PIECE) {
        put();
      }
      piece[filled++] = (byte) number;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; ) {
        if (filled == PIECE) {
          put();
        }
        int part = Math.min(PIECE - filled, from + length - at);
        System.arraycopy(bytes, at, piece, filled, part);
        filled += part;
        at += part;
      }
    }

    private void put() throws IOException {
      out.writeInt(filled);
      out.write(piece, 0, filled);
      out.writeInt((int) checksum(piece, filled, place++));
      filled = 0;
    }

    /** A piece without bytes is the last. */
    void end() throws IOException {
      if (filled > 0) {
        put();
      }
      put();
    }
  }

  private static final class CheckedPieces extends InputStream {
    private final DataInputStream in;
    private final String what;
    private byte[] piece = {};
    private int next;
    private long place;
    private boolean isOver;

    CheckedPieces(DataInputStream in, String what) {
      this.in = in;
      this.what = what;
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : piece[next++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int part = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, bytes, from, part);
      next += part;
      return part;
    }

    private boolean isAtEnd() throws IOException {
      while (!isOver && next == piece.length) {
        int length = in.readInt();
        if (length < 0 || length > PIECE) {
          throw damaged();
        }
        byte[] read = new byte[length];
        in.readFully(read);
        if (in.readInt() != (int) checksum(read, length, place)) {
          throw damaged();
        }
        place++;
        piece = read;
        next = 0;
        isOver = length == 0;
      }
      return isOver;
    }

    private UnreadableException damaged() {
      return new UnreadableException(
          "saved "
              + what
              + ": damaged between byte "
              + place * PIECE
              + " and "
              + (place + 1) * PIECE
              + " of its state");
    }
  }
}
