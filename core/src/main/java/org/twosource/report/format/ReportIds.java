package org.twosource.report.format;

import java.util.regex.Pattern;

/** Names of reports from names of files. */
public final class ReportIds {
  private static final int MAX_CHARACTERS = 120;

  /** Endings that say what a file was packed with. */
  private static final Pattern PACKED = Pattern.compile("(?i)gz|gzip|bz2|xz|zst");

  private ReportIds() {}

  /** A file name without its ending, and without the ending of what it was packed with. */
  public static String stem(String name) {
    String stem = withoutEnding(name);
    String ending = name.substring(Math.min(name.length(), stem.length() + 1));
    return clean(PACKED.matcher(ending).matches() ? withoutEnding(stem) : stem);
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    boolean ending = dot > 0 && name.length() - dot <= 8 && name.indexOf(' ', dot) < 0;
    return ending ? name.substring(0, dot) : name;
  }

  /** An id that can be shown: without control characters, not blank, not long. */
  public static String clean(String id) {
    StringBuilder clean = new StringBuilder();
    id.codePoints()
        .filter(
            code -> !Character.isISOControl(code) && Character.getType(code) != Character.FORMAT)
        .limit(MAX_CHARACTERS)
        .forEach(clean::appendCodePoint);
    String stripped = clean.toString().strip();
    return stripped.isEmpty() ? "report" : stripped;
  }
}
