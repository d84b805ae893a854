package org.twosource.archive;

import java.io.Serializable;

/**
 * A file, or a stretch of a long one, to be read by one task.
 *
 * @param path as Hadoop names it
 * @param name as the user knows it
 * @param bytes the size of the file
 * @param changed when the file was last written, in milliseconds since 1970
 * @param from the stretch begins at the first record from this byte on
 * @param to and ends before the first record from this byte on
 */
record InputPiece(String path, String name, long bytes, long changed, long from, long to)
    implements Serializable {

  boolean isWhole() {
    return from == 0 && to >= bytes;
  }
}
