package org.twosource.archive;

import java.util.List;

/**
 * What a run may be told.
 *
 * @param inputs files and folders, on any file system that Hadoop reads
 * @param output a folder, made by this program or not there yet
 * @param partitions how many tasks a stage is divided into; changes no answer
 * @param indexes how many indexes the grams of candidates are dealt to; changes no answer
 * @param mostInABlock reports from which on stories are looked for in separate blocks
 * @param tier what the reading of stories rests on
 * @param resume whether stages that are done are kept
 * @param formats in which the tables are written: parquet, jsonl
 */
record JobOptions(
    List<String> inputs,
    String output,
    int partitions,
    int indexes,
    int mostInABlock,
    Tier tier,
    boolean resume,
    List<String> formats) {
  JobOptions {
    inputs = List.copyOf(inputs);
    formats = List.copyOf(formats);
    check("partitions", partitions);
    check("indexes", indexes);
    check("block-reports", mostInABlock);
  }

  private static void check(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be 1 or more");
    }
  }

  /** What an output rests on besides the input: a run may go on only with the same. */
  String answerDependsOn() {
    return "block-reports " + mostInABlock + ", tier " + tier;
  }
}
