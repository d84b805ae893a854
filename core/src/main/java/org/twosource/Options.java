package org.twosource;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.brief.Stage;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;

/**
 * What a run may be told.
 *
 * @param limits on what is read
 * @param asOf the publication date of reports for which nothing else gives one
 * @param until the last stage to run
 */
public record Options(Limits limits, Optional<PartialDate> asOf, Stage until) {

  public static Options standard() {
    return new Options(Limits.standard(), Optional.empty(), Stage.BRIEF);
  }

  /** By name, for the record of what made a result. */
  Map<String, String> named() {
    Map<String, String> named = new TreeMap<>();
    named.put("until", until.label());
    asOf.ifPresent(date -> named.put("as-of", date.iso()));
    return named;
  }
}
