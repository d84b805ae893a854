package org.twosource.brief.render;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet runs. */
public final class Csv {
  /** What a field begins with that a spreadsheet takes for a formula. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** Adds one row; a field that would be run gets an apostrophe in front. */
  public static void row(StringBuilder csv, List<String> fields) {
    csv.append(fields.stream().map(Csv::field).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  private static String field(String value) {
    String begin = value.stripLeading();
    boolean isFormula =
        !value.isEmpty()
            && (FORMULA.indexOf(value.charAt(0)) >= 0
                || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0);
    String safe = isFormula ? "'" + value : value;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
