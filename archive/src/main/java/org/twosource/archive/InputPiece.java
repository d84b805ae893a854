package org.twosource.archive;

import java.io.Serializable;

/**
 * A file, to be read by one task.
 *
 * @param path as Hadoop names it
 * @param name as the user knows it
 * @param bytes its size
 * @param changed when it was last written, in milliseconds since 1970
 */
record InputPiece(String path, String name, long bytes, long changed) implements Serializable {}
