package org.twosource.bench.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Rows to be judged: of every kind some findings at random, a third of them from the other build
 * where there is one, a fifth of them twice, all in one random order.
 */
record Worksheet(List<AuditedFinding> rows) {
  private static final int OTHER_ONE_IN = 3;
  private static final int REPEATED_ONE_IN = 5;
  private static final String MARK = "mark (right, wrong, skip): ";

  Worksheet {
    rows = List.copyOf(rows);
  }

  /**
   * @param count findings of each kind, fewer where there are not as many; repeats come on top
   */
  static Worksheet draw(
      List<AuditedFinding> own, List<AuditedFinding> other, int count, long seed) {
    Random random = new Random(seed);
    List<AuditedFinding> rows = new ArrayList<>();
    Map<String, List<AuditedFinding>> otherByKind = byKind(other);
    byKind(own)
        .forEach(
            (kind, findings) -> {
              List<AuditedFinding> foreign =
                  some(
                      otherByKind.getOrDefault(kind, List.of()),
                      (count + OTHER_ONE_IN - 1) / OTHER_ONE_IN,
                      random);
              List<AuditedFinding> chosen =
                  new ArrayList<>(some(findings, count - foreign.size(), random));
              chosen.addAll(foreign);
              rows.addAll(chosen);
              rows.addAll(
                  some(chosen, (chosen.size() + REPEATED_ONE_IN - 1) / REPEATED_ONE_IN, random));
            });
    Collections.shuffle(rows, random);
    return new Worksheet(rows);
  }

  private static Map<String, List<AuditedFinding>> byKind(List<AuditedFinding> findings) {
    Map<String, List<AuditedFinding>> kinds = new TreeMap<>();
    findings.forEach(one -> kinds.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
    return kinds;
  }

  private static List<AuditedFinding> some(
      List<AuditedFinding> findings, int count, Random random) {
    List<AuditedFinding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
  }

  /** What is filled in by hand. */
  String sheet() {
    StringBuilder page = new StringBuilder("# Findings to be judged\n\n");
    page.append("Write right, wrong or skip behind each mark. Judge by the texts shown alone.\n");
    for (int i = 0; i < rows.size(); i++) {
      AuditedFinding row = rows.get(i);
      page.append("\n## ").append(i + 1).append(". ").append(row.kind()).append("\n\n");
      page.append(line(row.finding())).append("\n\n");
      row.context().forEach(text -> page.append("- ").append(line(text)).append('\n'));
      page.append('\n').append(MARK).append('\n');
    }
    return page.toString();
  }

  /** What each row is, without any text: row, id, kind, build, story. */
  String key() {
    StringBuilder key = new StringBuilder("row\tid\tkind\tbuild\tstory\n");
    for (int i = 0; i < rows.size(); i++) {
      AuditedFinding row = rows.get(i);
      String number = Integer.toString(i + 1);
      key.append(String.join("\t", number, row.id(), row.kind(), row.build(), row.story()));
      key.append('\n');
    }
    return key.toString();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The marks of a filled sheet, in the order of its rows; empty where none was written. */
  static List<String> marks(List<String> sheet) {
    return sheet.stream()
        .filter(line -> line.startsWith(MARK.strip()))
        .map(line -> line.substring(MARK.strip().length()).strip())
        .toList();
  }
}
