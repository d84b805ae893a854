package org.twosource.archive;

import java.util.List;

/**
 * What a run may be told.
 *
 * @param inputs files and folders, on any file system that Hadoop reads
 * @param tier what the reading of stories rests on
 */
record JobOptions(List<String> inputs, Output output, Division division, Tier tier, Extras extras) {
  JobOptions {
    inputs = List.copyOf(inputs);
  }

  /**
   * Where the tables go.
   *
   * @param folder made by this program or not there yet
   * @param resume whether stages that are done are kept
   * @param formats parquet, jsonl
   */
  record Output(String folder, boolean resume, List<String> formats) {
    Output {
      formats = List.copyOf(formats);
    }
  }

  /**
   * How the work is divided.
   *
   * @param partitions tasks a stage is divided into; changes no answer
   * @param indexes how many indexes the grams of candidates are dealt to; changes no answer
   * @param mostInABlock reports from which on stories are looked for in separate blocks
   */
  record Division(int partitions, int indexes, int mostInABlock) {
    Division {
      check("partitions", partitions);
      check("indexes", indexes);
      check("block-reports", mostInABlock);
    }

    private static void check(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is " + value + ", must be 1 or more");
      }
    }
  }

  /**
   * What costs more and is made where it is asked for.
   *
   * @param events whether the events of all stories are told
   * @param accounts ids of the stories that are read as {@code read} does
   */
  record Extras(boolean events, List<String> accounts) {
    static final Extras NONE = new Extras(false, List.of());

    Extras {
      accounts = List.copyOf(accounts);
    }
  }

  /** What an output rests on besides the input: a run may go on only with the same. */
  String answerDependsOn() {
    return "block-reports " + division.mostInABlock() + ", tier " + tier;
  }
}
