package org.twosource.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
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
 */
final class InputFiles implements Serializable {
  private static final long serialVersionUID = 1;

  /** A task holds the bytes of one file. */
  private static final long LONGEST = Integer.MAX_VALUE - 16;

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
   * The files under the inputs.
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
      Path path = status.getPath();
      pieces.add(
          new InputPiece(
              path.toString(),
              Path.getPathWithoutSchemeAndAuthority(path).toString(),
              status.getLen(),
              status.getModificationTime()));
      return;
    }
    List<FileStatus> entries = new ArrayList<>(List.of(files.listStatus(status.getPath())));
    entries.removeIf(entry -> entry.getPath().getName().matches("[._].*"));
    entries.sort(Comparator.comparing(entry -> entry.getPath().getName()));
    for (FileStatus entry : entries) {
      list(files, entry, pieces);
    }
  }

  /** Reads a file; what cannot be read is told with its place and the reason. */
  void read(InputPiece piece, Consumer<Report> report, Consumer<Unreadable> unreadable) {
    if (piece.bytes() > LONGEST) {
      unreadable.accept(
          new Unreadable(piece.name(), 0, piece.bytes() + " bytes: cut it below 2 GB"));
      return;
    }
    try {
      new InputReader(limits())
          .read(
              Content.of(piece.name(), new Path(piece.path()).getName(), bytes(piece)),
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
    } catch (IOException failure) {
      unreadable.accept(new Unreadable(piece.name(), 0, "cannot be read: " + failure.getMessage()));
    }
  }

  private byte[] bytes(InputPiece piece) throws IOException {
    Path path = new Path(piece.path());
    try (InputStream in = path.getFileSystem(configuration.value()).open(path)) {
      return in.readAllBytes();
    }
  }
}
