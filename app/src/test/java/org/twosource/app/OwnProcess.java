package org.twosource.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own. */
public final class OwnProcess {
  private OwnProcess() {}

  /** A command line of the program as it is tested. */
  public static List<String> command(List<String> arguments) {
    return command(List.of(), arguments);
  }

  /**
   * @param ofTheMachine options of the Java machine
   */
  public static List<String> command(List<String> ofTheMachine, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ofTheMachine);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Twosource.class.getName());
    command.addAll(arguments);
    return command;
  }
}
