package org.twosource.report;

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
 * @param reports most reports of one run
 * @param folderDepth deepest nesting of folders
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
    int reports,
    int folderDepth) {
  private static final long MEGABYTE = 1L << 20;

  public Limits {
    check("fileBytes", fileBytes);
    check("archiveBytes", archiveBytes);
    check("reportCharacters", reportCharacters);
    check("archiveDepth", archiveDepth);
    check("archiveEntries", archiveEntries);
    check("expandedBytes", expandedBytes);
    check("expansionRatio", expansionRatio);
    check("pageDepth", pageDepth);
    check("reports", reports);
    check("folderDepth", folderDepth);
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
        100_000,
        64);
  }

  public Limits withFileBytes(long bytes) {
    return new Limits(
        bytes,
        archiveBytes,
        reportCharacters,
        archiveDepth,
        archiveEntries,
        expandedBytes,
        expansionRatio,
        pageDepth,
        reports,
        folderDepth);
  }

  public Limits withReportCharacters(int characters) {
    return new Limits(
        fileBytes,
        archiveBytes,
        characters,
        archiveDepth,
        archiveEntries,
        expandedBytes,
        expansionRatio,
        pageDepth,
        reports,
        folderDepth);
  }

  public Limits withArchive(int depth, int entries, long bytes, int ratio) {
    return new Limits(
        fileBytes,
        archiveBytes,
        reportCharacters,
        depth,
        entries,
        bytes,
        ratio,
        pageDepth,
        reports,
        folderDepth);
  }

  public Limits withReports(int most) {
    return new Limits(
        fileBytes,
        archiveBytes,
        reportCharacters,
        archiveDepth,
        archiveEntries,
        expandedBytes,
        expansionRatio,
        pageDepth,
        most,
        folderDepth);
  }
}
