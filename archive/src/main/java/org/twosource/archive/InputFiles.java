package org.twosource.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;

/**
 * Files and folders on any file system that Hadoop reads, in all formats that {@code read} reads.
 * Folders are gone through in order of names; what begins with a dot or an underscore is left out.
 * Long files of many records ({@link Records}) are divided into stretches, others are read in one
 * go.
 */
final class InputFiles implements Serializable {
  private static final long serialVersionUID = 1;

  /** A task holds the bytes of one piece. */
  private static final long LONGEST = Integer.MAX_VALUE - 16;

  /** Bytes read at a time when the end of a stretch is looked for. */
  private static final int WINDOW = 1 << 20;

  private final SerializableConfiguration configuration;

  InputFiles(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** No limit on the number of reports; larger files than one process reads at once. */
  private static Limits limits() {
    return Limits.standard()
        .with("reports", Integer.MAX_VALUE)
        .with("archive-entries", Integer.MAX_VALUE)
        .with("archive-bytes", LONGEST)
        .with("expanded-bytes", LONGEST);
  }

  /**
   * The pieces under the inputs.
   *
   * @throws FileNotFoundException when an input is not there
   */
  List<InputPiece> list(List<String> inputs) throws IOException {
    List<InputPiece> pieces = new ArrayList<>();
    for (String input : inputs) {
      Path path = new Path(input);
      FileSystem files = path.getFileSystem(configuration.value());
      FileStatus[] found = files.globStatus(path);
      if (found == null || found.length == 0) {
        throw new FileNotFoundException("no such file or folder: " + input);
      }
      for (FileStatus status : found) {
        list(files, status, pieces);
      }
    }
    return pieces;
  }

  private static void list(FileSystem files, FileStatus status, List<InputPiece> pieces)
      throws IOException {
    if (status.isFile()) {
      pieces.addAll(pieces(status));
      return;
    }
    List<FileStatus> entries = new ArrayList<>(List.of(files.listStatus(status.getPath())));
    entries.removeIf(entry -> entry.getPath().getName().matches("[._].*"));
    entries.sort(Comparator.comparing(entry -> entry.getPath().getName()));
    for (FileStatus entry : entries) {
      list(files, entry, pieces);
    }
  }

  private static List<InputPiece> pieces(FileStatus file) {
    Path path = file.getPath();
    String name = Path.getPathWithoutSchemeAndAuthority(path).toString();
    long length = file.getLen();
    long stretch =
        Records.in(name).map(Records::stretchBytes).filter(bytes -> bytes < length).orElse(0);
    List<InputPiece> pieces = new ArrayList<>();
    for (long from = 0; from == 0 || stretch > 0 && from < length; from += stretch) {
      long to = stretch == 0 ? length : Math.min(length, from + stretch);
      pieces.add(
          new InputPiece(path.toString(), name, length, file.getModificationTime(), from, to));
      if (stretch == 0) {
        break;
      }
    }
    return pieces;
  }

  /** Reads a piece; what cannot be read is told with its place and the reason. */
  void read(InputPiece piece, Consumer<Report> report, Consumer<Unreadable> unreadable) {
    try {
      content(piece).ifPresent(content -> read(content, report, unreadable));
    } catch (IOException failure) {
      unreadable.accept(
          new Unreadable(piece.name(), piece.from(), "cannot be read: " + failure.getMessage()));
    }
  }

  static void read(Content content, Consumer<Report> report, Consumer<Unreadable> unreadable) {
    new InputReader(limits())
        .read(
            content,
            new InputReader.Receiver() {
              @Override
              public void report(Report read, Content from) {
                report.accept(read);
              }

              @Override
              public void unreadable(Unreadable bad, Optional<Content> from) {
                unreadable.accept(bad);
              }
            });
  }

  /** The bytes of a piece; a stretch in which no record begins has none. */
  private Optional<Content> content(InputPiece piece) throws IOException {
    Path path = new Path(piece.path());
    try (FSDataInputStream in = path.getFileSystem(configuration.value()).open(path)) {
      if (piece.isWhole()) {
        if (piece.bytes() > LONGEST) {
          throw new IOException(piece.bytes() + " bytes, more than 2 GB in one piece");
        }
        return Optional.of(Content.of(piece.name(), path.getName(), in.readAllBytes()));
      }
      Records records = Records.in(piece.name()).orElseThrow();
      long from = piece.from() == 0 ? 0 : firstRecord(in, records, piece.from(), piece.bytes());
      long to = firstRecord(in, records, piece.to(), piece.bytes());
      if (from >= to) {
        return Optional.empty();
      }
      byte[] bytes = new byte[Math.toIntExact(to - from)];
      in.readFully(from, bytes);
      return Optional.of(Content.of(piece.name() + "@" + from, from + "-" + path.getName(), bytes));
    }
  }

  /** The place of the first record from {@code from} on; the length of the file where none is. */
  private static long firstRecord(FSDataInputStream in, Records records, long from, long length)
      throws IOException {
    byte[] window = new byte[2 * WINDOW];
    for (long at = from; at < length; at += WINDOW) {
      int size = (int) Math.min(window.length, length - at);
      in.readFully(at, window, 0, size);
      int first = records.first(Arrays.copyOf(window, size), 0);
      if (first != Records.NONE) {
        return at + first;
      }
    }
    return length;
  }
}
