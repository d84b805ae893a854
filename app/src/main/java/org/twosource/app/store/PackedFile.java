package org.twosource.app.store;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file beside the database, compressed with zstd (RFC 8878), with a checksum. */
public final class PackedFile {
  /** How the name of a packed JSON document ends. */
  public static final String JSON = ".json.zst";

  private PackedFile() {}

  /** What is written is packed; whole once it is closed. */
  public static OutputStream write(Path file) throws IOException {
    return packing(Files.newOutputStream(file));
  }

  /** The same anywhere else. */
  public static OutputStream packing(OutputStream out) throws IOException {
    ZstdOutputStream packing = new ZstdOutputStream(out, Packed.LEVEL);
    packing.setChecksum(true);
    return new BufferedOutputStream(packing);
  }

  /** What was packed; damage is told as an {@link IOException}. */
  public static InputStream read(Path file) throws IOException {
    return unpacking(Files.newInputStream(file));
  }

  /** The same from anywhere else. */
  public static InputStream unpacking(InputStream in) throws IOException {
    return new BufferedInputStream(new ZstdInputStream(in));
  }
}
