package org.twosource.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.twosource.app.store.StoreException.Kind;

/**
 * That one process writes a store: a lock of the operating system on the file {@code lock}, which
 * holds the id of the process. The system lets go when the process ends, however it ends, so a lock
 * left by a killed process is taken over at once.
 */
final class WriterLock implements AutoCloseable {
  private static final int MOST = 64;

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StoreException when another process has it, with its id
   */
  static WriterLock take(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      String holder = holder(channel).map(pid -> "process " + pid).orElse("another process");
      // left open: where this process itself has the lock, closing would let it go (POSIX)
      throw new StoreException(
          Kind.IN_USE,
          "the store "
              + folder
              + " is being written by "
              + holder
              + ": wait until it ends or stop it; reading commands work meanwhile");
    }
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    return new WriterLock(channel);
  }

  /** The process that writes now; asked by a process that does not write itself. */
  static Optional<String> holder(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    if (!Files.isWritable(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return locked(channel) ? Optional.empty() : holder(channel);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ourOwn) {
      return false;
    }
  }

  private static Optional<String> holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST);
    channel.read(bytes, 0);
    String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("\\d+") ? Optional.of(pid) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
