package org.twosource.app.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.twosource.app.fetch.Passwords;

/** A small JSON file that only its owner reads; replaced whole, by one process at a time. */
public final class SecretFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  public SecretFile(Path file) {
    this.file = file;
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Changes when the file does; empty without one. */
  String state() throws IOException {
    return exists() ? Files.getLastModifiedTime(file) + " " + Files.size(file) : "";
  }

  /**
   * What is in it; an empty object without it.
   *
   * @throws IOException also where others may read it, and where it is no JSON object
   */
  public ObjectNode read() throws IOException {
    if (!exists()) {
      return MAPPER.createObjectNode();
    }
    Passwords.refuseIfShared(file);
    JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IOException(file + " is no JSON object; remove it and add the users again");
  }

  /** Reads, changes and keeps it; what another process changes meanwhile is not lost. */
  public synchronized void change(Consumer<ObjectNode> change) throws IOException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      ObjectNode node = read();
      change.accept(node);
      if (held.isValid()) {
        write(node);
      }
    }
  }

  private void write(ObjectNode node) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(part, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
