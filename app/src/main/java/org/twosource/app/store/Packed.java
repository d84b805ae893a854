package org.twosource.app.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;

/** Bytes compressed with zstd (RFC 8878), level 3; where there are like ones, against those. */
final class Packed {
  static final int LEVEL = 3;

  private Packed() {}

  static byte[] pack(byte[] plain) {
    return Zstd.compress(plain, LEVEL);
  }

  /**
   * @param like most of which is in the plain bytes too; needed again to unpack
   */
  static byte[] pack(byte[] plain, byte[] like) {
    return Zstd.compressUsingDict(plain, like, LEVEL);
  }

  /**
   * @param most how long the plain bytes may be
   * @throws DataFormatException when the bytes are damaged
   */
  static byte[] unpack(byte[] packed, int most) throws DataFormatException {
    return unpack(packed, most, new byte[0]);
  }

  /**
   * @param like what the bytes were packed against; empty: nothing
   */
  static byte[] unpack(byte[] packed, int most, byte[] like) throws DataFormatException {
    long size = Zstd.getFrameContentSize(packed);
    if (size < 0 || size > most) {
      throw new DataFormatException("a damaged frame");
    }
    byte[] plain = new byte[(int) size];
    try {
      long read =
          like.length == 0
              ? Zstd.decompressByteArray(plain, 0, plain.length, packed, 0, packed.length)
              : Zstd.decompressUsingDict(plain, 0, packed, 0, packed.length, like);
      if (!Zstd.isError(read) && read == size) {
        return plain;
      }
    } catch (ZstdException damaged) {
      // told below, as damage that shows in the length is
    }
    throw new DataFormatException("a damaged frame");
  }
}
