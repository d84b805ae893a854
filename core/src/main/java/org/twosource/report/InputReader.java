package org.twosource.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.report.format.Content;
import org.twosource.report.format.Expansion;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;
import org.twosource.report.format.LimitPassed;
import org.twosource.report.format.Readers;

/**
 * The door of the stage: files, folders and archives to reports.
 *
 * <p>Folders are read in the order of their file names, hidden files left out, links followed once.
 * A file that is met twice, under whatever names, is read once; two files of the same content are
 * two reports. Ids are the names that the files or the input give; where two are the same, the
 * later gets {@code -2}, {@code -3}. What cannot be read is listed beside the reports, in input
 * order.
 *
 * <p>Keeps no state between calls. Safe for use by several threads.
 */
public final class InputReader {
  private final Limits limits;
  private final List<FormatReader> readers;

  public InputReader(Limits limits) {
    this(limits, Readers.standard());
  }

  public InputReader(Limits limits, List<FormatReader> readers) {
    this.limits = limits;
    this.readers = List.copyOf(readers);
  }

  public Reading read(Path input) {
    return read(List.of(input));
  }

  public Reading read(List<Path> inputs) {
    Collected collected = new Collected();
    read(inputs, collected);
    return collected.reading();
  }

  /** Reads files and what was fetched, in order, as inputs of one run. */
  public Reading readAll(List<NamedInput> sources) {
    Collected collected = new Collected();
    Run run = new Run(collected);
    for (NamedInput source : sources) {
      switch (source) {
        case NamedInput.File file -> run.input(file.path());
        case NamedInput.Held held -> run.content(held.content());
        case NamedInput.Missing missing ->
            collected.unreadable(missing.unreadable(), Optional.empty());
      }
    }
    return collected.reading();
  }

  /** Reads one content that is not a file: a page that was fetched, what came through a pipe. */
  public Reading read(Content content) {
    Collected collected = new Collected();
    read(content, collected);
    return collected.reading();
  }

  /** Hands on what is found while reading, so that a long archive need not fit into memory. */
  public void read(List<Path> inputs, Receiver receiver) {
    Run run = new Run(receiver);
    try {
      for (Path input : inputs) {
        run.input(input);
      }
    } catch (Refusal refusal) {
      throw refusal.failure;
    }
  }

  /** The same for one content that is not a file. */
  public void read(Content content, Receiver receiver) {
    try {
      new Run(receiver).content(content);
    } catch (Refusal refusal) {
      throw refusal.failure;
    }
  }

  /** The receiver failed, which is no fault of the content. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final RuntimeException failure;

    Refusal(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /** Takes what is found, in input order. */
  public interface Receiver {
    /**
     * @param report under the id that the input gives it, which others may have too
     * @param from the page, file or archive entry that holds the report, and maybe others
     */
    void report(Report report, Content from);

    /**
     * @param from what could not be read; absent when it was never opened
     */
    void unreadable(Unreadable unreadable, Optional<Content> from);
  }

  /** Keeps everything. */
  private static final class Collected implements Receiver {
    private final List<Report> reports = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    @Override
    public void report(Report report, Content from) {
      reports.add(report.withId(unique(report.id())));
    }

    private String unique(String id) {
      String unique = id;
      int number = ids.getOrDefault(id, 0);
      while (ids.containsKey(unique)) {
        number = Math.max(2, number + 1);
        unique = id + "-" + number;
      }
      ids.put(id, Math.max(1, number));
      ids.putIfAbsent(unique, 1);
      return unique;
    }

    @Override
    public void unreadable(Unreadable bad, Optional<Content> from) {
      unreadable.add(bad);
    }

    Reading reading() {
      return new Reading(reports, unreadable);
    }
  }

  /** One call: what was found so far and what was seen. */
  private final class Run implements Findings {
    private final Receiver receiver;
    private final Set<Path> seen = new HashSet<>();
    private Optional<Content> current = Optional.empty();
    private int reports;
    private int found;
    private boolean full;
    private Expansion expansion;

    Run(Receiver receiver) {
      this.receiver = receiver;
      this.expansion = new Expansion(0, limits);
    }

    // ---- files and folders
    // -----------------------------------------------------------------------

    private void input(Path input) {
      int before = found;
      path(input, 0);
      if (Files.isDirectory(input) && found == before) {
        unreadable(input.toString(), 0, "a folder without a report");
      }
    }

    private void path(Path path, int depth) {
      try {
        Path real = path.toRealPath();
        if (!seen.add(real)) {
          return;
        }
        if (Files.isDirectory(real)) {
          folder(path, depth);
        } else if (Files.isRegularFile(real)) {
          file(path);
        } else {
          unreadable(path.toString(), 0, "neither a file nor a folder");
        }
      } catch (NoSuchFileException missing) {
        unreadable(
            path.toString(), 0, Files.isSymbolicLink(path) ? "a link to nothing" : "no such file");
      } catch (java.nio.file.AccessDeniedException denied) {
        unreadable(path.toString(), 0, "may not be read (permission denied)");
      } catch (java.nio.file.FileSystemException loop) {
        unreadable(
            path.toString(),
            0,
            "cannot be opened: " + reason(loop.getReason(), "a link that leads back to itself"));
      } catch (IOException failure) {
        unreadable(
            path.toString(),
            0,
            "cannot be read: " + reason(failure.getMessage(), "input or output failed"));
      } catch (Refusal refusal) {
        throw refusal;
      } catch (RuntimeException | VirtualMachineError fault) {
        unreadable(path.toString(), 0, fault(fault));
      }
    }

    private static String fault(Throwable fault) {
      String kind = fault.getClass().getSimpleName();
      return fault instanceof OutOfMemoryError
          ? "could not be read: it needs more memory than there is (" + kind + ")"
          : "could not be read: "
              + (fault.getMessage() == null ? kind : kind + ": " + fault.getMessage());
    }

    private void folder(Path folder, int depth) throws IOException {
      if (depth >= limits.folderDepth()) {
        unreadable(folder.toString(), 0, "more than " + limits.folderDepth() + " folders deep");
        return;
      }
      if (isOwnResult(folder)) {
        unreadable(folder.toString(), 0, "a result of this program, not reports");
        return;
      }
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
        for (Path entry : listing) {
          if (!entry.getFileName().toString().startsWith(".")) {
            entries.add(entry);
          }
        }
      } catch (java.nio.file.DirectoryIteratorException failure) {
        throw failure.getCause();
      }
      entries.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
      for (Path entry : entries) {
        path(entry, depth + 1);
      }
    }

    /** Whether the page of an earlier run lies here, which would be read as a report. */
    private boolean isOwnResult(Path folder) throws IOException {
      Path result = folder.resolve("result.json");
      return Files.isRegularFile(result)
          && Files.isReadable(result)
          && Files.isRegularFile(folder.resolve("index.html"))
          && head(result).head(200).stripLeading().matches("(?s)\\{\\s*\"twosource\"\\s*:.*");
    }

    private void file(Path file) throws IOException {
      long size = Files.size(file);
      if (size > limits.archiveBytes() || size > Integer.MAX_VALUE - 16) {
        unreadable(file.toString(), 0, tooLong(size, "archive-bytes", limits.archiveBytes()));
        return;
      }
      if (size > limits.fileBytes() && !Readers.holdsMany(head(file))) {
        unreadable(file.toString(), 0, tooLong(size, "file-bytes", limits.fileBytes()));
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      content(Content.of(file.toString(), file.getFileName().toString(), bytes));
    }

    private Content head(Path file) throws IOException {
      try (InputStream stream = Files.newInputStream(file)) {
        return Content.of(
            file.toString(), file.getFileName().toString(), stream.readNBytes(64 << 10));
      }
    }

    private static String tooLong(long size, String name, long limit) {
      return String.format(Locale.ROOT, "%,d bytes, %s", size, Limits.beyond(name, limit));
    }

    private static String reason(
        @org.jspecify.annotations.Nullable String given, String otherwise) {
      return given == null || given.isBlank() ? otherwise : given;
    }

    // ---- what readers find
    // -----------------------------------------------------------------------

    @Override
    public void content(Content content) {
      if (full) {
        return;
      }
      Optional<Content> outer = current;
      if (outer.isEmpty()) {
        expansion = new Expansion(content.bytes().length, limits);
      }
      current = Optional.of(content);
      try {
        for (FormatReader reader : readers) {
          if (reader.recognises(content)) {
            reader.read(content, limits, this);
            return;
          }
        }
        unreadable(content.source(), 0, "of no format that is read here");
      } catch (Refusal refusal) {
        throw refusal;
      } catch (LimitPassed passed) {
        unreadable(content.source(), 0, String.valueOf(passed.getMessage()));
      } catch (RuntimeException | VirtualMachineError fault) {
        // a library stumbled over odd content; this content is lost, the rest is not
        unreadable(content.source(), 0, fault(fault));
      } finally {
        current = outer;
      }
    }

    @Override
    public Expansion expansion() {
      return expansion;
    }

    @Override
    public void report(Report report) {
      if (full) {
        return;
      }
      if (reports >= limits.reports()) {
        full = true;
        unreadable(
            report.source(),
            0,
            Limits.beyond("reports", limits.reports()) + "; the rest is not read");
        return;
      }
      if (report.body().length() > limits.reportCharacters()) {
        unreadable(
            report.source(),
            0,
            String.format(
                Locale.ROOT,
                "%,d characters, %s",
                report.body().length(),
                Limits.beyond("report-characters", limits.reportCharacters())));
        return;
      }
      if (report.body().isBlank()) {
        unreadable(report.source(), 0, "a report without text");
        return;
      }
      reports++;
      found++;
      Content from = current.orElseThrow();
      handOn(() -> receiver.report(report, from));
    }

    @Override
    public void unreadable(String source, long offset, String reason) {
      found++;
      Unreadable bad = new Unreadable(source, offset, oneLine(reason));
      handOn(() -> receiver.unreadable(bad, current));
    }

    private static void handOn(Runnable handing) {
      try {
        handing.run();
      } catch (RuntimeException failure) {
        throw new Refusal(failure);
      }
    }

    private static String oneLine(String text) {
      StringBuilder line = new StringBuilder();
      text.codePoints()
          .map(code -> Character.isISOControl(code) ? ' ' : code)
          .limit(300)
          .forEach(line::appendCodePoint);
      return line.toString().strip();
    }
  }
}
