package org.twosource.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much of an input is read. What lies beyond a limit is told as an {@link Unreadable}, never
 * skipped in silence.
 *
 * @param fileBytes longest file that is read when it holds one report, or one line of a file of
 *     many
 * @param archiveBytes longest file that is read when it holds many: archives, feeds, JSON Lines
 * @param reportCharacters longest body of one report
 * @param archiveDepth archives inside archives; 1 opens archives and nothing inside them
 * @param archiveEntries most entries of one archive
 * @param expandedBytes most bytes that one archive may grow to
 * @param expansionRatio most times that an archive entry may grow
 * @param pageDepth deepest nesting of elements in a page; deeper ones are flattened
 * @param pageTags most tags of one page, feed or news item; a page has some thousands, and one of
 *     millions takes minutes to no end
 * @param reports most reports of one run
 * @param folderDepth deepest nesting of folders
 * @param documentPages most pages of one document (PDF) that are read
 * @param reportSeconds most processor time, in seconds, that annotating one report may take
 */
public record Limits(
    long fileBytes,
    long archiveBytes,
    int reportCharacters,
    int archiveDepth,
    int archiveEntries,
    long expandedBytes,
    int expansionRatio,
    int pageDepth,
    int pageTags,
    int reports,
    int folderDepth,
    int documentPages,
    int reportSeconds) {
  private static final long MEGABYTE = 1L << 20;

  /** A report of some 600 words takes 1; one of the longest body that is taken, some 200. */
  private static final int REPORT_SECONDS = 600;

  public Limits {
    check("fileBytes", fileBytes);
    check("archiveBytes", archiveBytes);
    check("reportCharacters", reportCharacters);
    check("archiveDepth", archiveDepth);
    check("archiveEntries", archiveEntries);
    check("expandedBytes", expandedBytes);
    check("expansionRatio", expansionRatio);
    check("pageDepth", pageDepth);
    check("pageTags", pageTags);
    check("reports", reports);
    check("folderDepth", folderDepth);
    check("documentPages", documentPages);
    check("reportSeconds", reportSeconds);
  }

  private static void check(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be 1 or more");
    }
  }

  /** What a verification desk meets, with room to spare. */
  public static Limits standard() {
    return new Limits(
        32 * MEGABYTE,
        512 * MEGABYTE,
        1_000_000,
        4,
        100_000,
        512 * MEGABYTE,
        400,
        256,
        500_000,
        100_000,
        64,
        1_000,
        REPORT_SECONDS);
  }

  /** The names under which limits can be set, in the order of the record. */
  public static List<String> names() {
    return Arrays.stream(Limits.class.getRecordComponents())
        .map(limit -> limit.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The same with one limit changed.
   *
   * @param name one of {@link #names()}
   * @param value 1 or more
   * @throws IllegalArgumentException for another name or value; says what would do
   */
  public Limits with(String name, long value) {
    int at = names().indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "no limit is called '" + name + "'; there are " + String.join(", ", names()));
    }
    long[] values = {
      fileBytes,
      archiveBytes,
      reportCharacters,
      archiveDepth,
      archiveEntries,
      expandedBytes,
      expansionRatio,
      pageDepth,
      pageTags,
      reports,
      folderDepth,
      documentPages,
      reportSeconds
    };
    boolean large = name.endsWith("-bytes");
    if (value < 1 || !large && value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("the limit " + name + " cannot be " + value);
    }
    values[at] = value;
    return new Limits(
        values[0],
        values[1],
        (int) values[2],
        (int) values[3],
        (int) values[4],
        values[5],
        (int) values[6],
        (int) values[7],
        (int) values[8],
        (int) values[9],
        (int) values[10],
        (int) values[11],
        (int) values[12]);
  }

  /** What is said of something that a limit keeps out: names the limit, so that it can be set. */
  public static String beyond(String name, long limit) {
    return String.format(Locale.ROOT, "more than the limit %s = %,d", name, limit);
  }
}
