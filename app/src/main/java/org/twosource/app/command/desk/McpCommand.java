package org.twosource.app.command.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.FetchOptions;
import org.twosource.app.command.StoreOption;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DeskOptions;
import org.twosource.app.serve.mcp.McpServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twosource mcp}: the store for an assistant, over standard input and output. */
@Command(
    name = "mcp",
    description =
        "Answers an assistant that speaks the Model Context Protocol over standard input and"
            + " output, until its input ends.",
    mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();
  @Mixin FetchOptions fetching = new FetchOptions();

  @Override
  public Integer call() throws IOException {
    DeskOptions options = DeskOptions.onThisMachine(fetching::open);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Desk desk = Desk.open(store.place(), options);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      McpServer server = new McpServer(desk);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          server.answer(line, Caller.owner()).ifPresent(out::println);
          out.flush();
        }
      }
    }
    return ExitStatus.READ;
  }
}
