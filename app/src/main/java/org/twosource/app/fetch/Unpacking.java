package org.twosource.app.fetch;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes the content codings of an answer, as far as the limits go. */
final class Unpacking {
  /** What a server is told that it may send. */
  static final String ACCEPTED = "gzip, br, zstd, deflate";

  private static final int MAX_CODINGS = 2;
  private static final int STEP_BYTES = 1 << 16;

  /** Growth below this is no bomb, whatever its ratio. */
  private static final long HARMLESS_BYTES = 4L << 20;

  private final FetchLimits limits;

  Unpacking(FetchLimits limits) {
    this.limits = limits;
  }

  /**
   * @param coding the header Content-Encoding; "" for none
   * @throws IOException with a sentence for whoever asked
   */
  byte[] unpack(byte[] packed, String coding) throws IOException {
    List<String> codings =
        Stream.of(coding.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty() && !one.equals("identity"))
            .toList();
    if (codings.size() > MAX_CODINGS) {
      throw new IOException("it is packed more than " + MAX_CODINGS + " times over");
    }
    byte[] bytes = packed;
    for (String one : codings.reversed()) {
      bytes = once(bytes, one);
    }
    return bytes;
  }

  private byte[] once(byte[] packed, String coding) throws IOException {
    ByteArrayOutputStream grown = new ByteArrayOutputStream();
    try (InputStream stream = open(packed, coding)) {
      byte[] step = new byte[STEP_BYTES];
      for (int read = stream.read(step); read >= 0; read = stream.read(step)) {
        grown.write(step, 0, read);
        check(grown.size(), packed.length);
      }
    } catch (TooLarge bomb) {
      throw bomb;
    } catch (IOException | RuntimeException broken) {
      throw new IOException("what came is damaged or cut off (" + coding + ")", broken);
    }
    return grown.toByteArray();
  }

  private void check(long size, long packed) throws TooLarge {
    if (size > limits.expandedBytes()) {
      throw new TooLarge(
          "it grows to " + FetchLimits.beyond("expanded-bytes", limits.expandedBytes()));
    }
    if (size > HARMLESS_BYTES && size / Math.max(1, packed) > limits.expansionRatio()) {
      throw new TooLarge("it grows more than " + limits.expansionRatio() + " times, the limit");
    }
  }

  /** An answer beyond a limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
      super(message);
    }
  }

  private static InputStream open(byte[] packed, String coding) throws IOException {
    InputStream bytes = new ByteArrayInputStream(packed);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(bytes);
      case "br" -> new BrotliInputStream(bytes);
      case "zstd" -> new ZstdInputStream(bytes);
      case "deflate" -> new InflaterInputStream(bytes, new Inflater(isRaw(packed)));
      default -> throw new TooLarge("it is packed as " + coding + ", which was not asked for");
    };
  }

  /** Servers send deflate with and without the zlib header that it should have. */
  private static boolean isRaw(byte[] packed) {
    boolean header =
        packed.length >= 2
            && (packed[0] & 0x0f) == 8
            && ((packed[0] & 0xff) << 8 | packed[1] & 0xff) % 31 == 0;
    return !header;
  }
}
