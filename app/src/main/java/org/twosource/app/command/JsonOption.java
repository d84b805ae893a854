package org.twosource.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.app.json.StoreJson;
import picocli.CommandLine.Option;

/** Whether a command of a store answers in JSON, and where to. */
public final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the answer as JSON; - is standard output.")
  @Nullable String target;

  public boolean isAskedFor() {
    return target != null;
  }

  /** Whether nothing else may be printed. */
  public boolean isOnStandardOutput() {
    return "-".equals(target);
  }

  /** Writes the answer where it is asked for. */
  public void write(JsonNode answer) throws IOException {
    if (target != null) {
      Json.write(target, answer);
    }
  }

  /** Writes the bytes of an answer where they are asked for. */
  public void write(Destination.Writing answer) throws IOException {
    if (target != null) {
      Destination.write(target, answer);
    }
  }

  /** Writes the bytes of an answer that has no other form. */
  public void writeOrPrint(Destination.Writing answer) throws IOException {
    Destination.write(target == null ? "-" : target, answer);
  }

  /** Writes a whole list where it is asked for, and prints it item by item where it can be. */
  public <T> void list(List<T> items, Function<T, ObjectNode> json, Consumer<T> printer)
      throws IOException {
    if (target != null) {
      Json.write(target, StoreJson.list(items, json));
    }
    if (!isOnStandardOutput()) {
      items.forEach(printer);
    }
  }
}
