package org.twosource.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;

/**
 * The place, and sometimes the day and the agency, at the head of a report: {@code BEIJING--},
 * {@code LIMA, Peru (AP) —}, {@code London, March 3 (Reuters) -}, {@code MOSCOW:}.
 *
 * @param span offsets into the body, the dash included
 * @param place absent when only an agency is named
 * @param credit the agencies named
 */
record Dateline(Span span, Optional<String> place, Set<String> credit) {
  private static final int HEAD_CHARACTERS = 140;
  private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]*[\\p{Lu}.]";
  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*";
  private static final String STATE = "(?:\\s?,\\s" + NAME + "(?:\\s" + NAME + "){0,2})";
  private static final String DAY =
      "(?:\\s?,?\\s(?:\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{Lu}\\p{L}{2,8})(?:,?\\s\\d{4})?)";
  private static final String AGENCY = "\\s?\\((?<agency>\\p{Lu}[\\p{L}./ ]{1,30})\\)";
  private static final String DASH = "\\s?(?:--|—|–|―|-(?=\\s))\\s?";
  private static final String PLACE_IN_CAPITALS = CAPITALS + "(?:[ /]" + CAPITALS + "){0,4}";

  private static final Pattern IN_CAPITALS =
      Pattern.compile(
          "(?<place>" + PLACE_IN_CAPITALS + STATE + "?)" + DAY + "?(?:" + AGENCY + ")?" + DASH);
  private static final Pattern WITH_AGENCY =
      Pattern.compile(
          "(?<place>"
              + NAME
              + "(?:\\s"
              + NAME
              + "){0,3}"
              + STATE
              + "?)"
              + DAY
              + "?"
              + AGENCY
              + DASH);
  private static final Pattern WITH_DAY =
      Pattern.compile("(?<place>" + NAME + "(?:\\s" + NAME + "){0,2}),\\s?" + DAY + DASH);
  private static final Pattern WITH_COLON =
      Pattern.compile("(?<place>" + PLACE_IN_CAPITALS + STATE + "?)\\s?:\\s(?=\\p{Lu}|[“\"'‘])");
  private static final Pattern AGENCY_ALONE =
      Pattern.compile(
          "\\((?<agency>\\p{Lu}[\\p{L}./ ]{1,30})\\)(?:"
              + DASH
              + "|\\s(?=\\p{Lu}))|"
              + "(?<bare>\\p{Lu}{2,8})\\s?(?:--|—|–)\\s");

  /**
   * The dateline at the head of a paragraph, if there is one.
   *
   * @param first whether it is the first paragraph of prose, where weaker forms count too
   */
  static Optional<Dateline> at(String body, Span paragraph, boolean first, Credits credits) {
    int end = Math.min(paragraph.end(), paragraph.start() + HEAD_CHARACTERS);
    String head = body.substring(paragraph.start(), end);
    for (Pattern form : new Pattern[] {IN_CAPITALS, WITH_AGENCY, WITH_DAY, WITH_COLON}) {
      Matcher matcher = form.matcher(head);
      boolean weak = form == WITH_DAY || form == WITH_COLON;
      if ((first || !weak) && matcher.lookingAt() && isPlace(matcher, form, credits)) {
        return Optional.of(of(matcher, paragraph, form, credits));
      }
    }
    Matcher agency = AGENCY_ALONE.matcher(head);
    if (agency.lookingAt()) {
      String name = agency.group("agency") != null ? agency.group("agency") : agency.group("bare");
      Set<String> known = credits.agenciesIn(name);
      if (!known.isEmpty()) {
        return Optional.of(new Dateline(span(agency, paragraph), Optional.empty(), known));
      }
    }
    return Optional.empty();
  }

  /** A place has three letters or more, or is written with full stops, and is not an agency. */
  private static boolean isPlace(Matcher matcher, Pattern form, Credits credits) {
    String place = matcher.group("place");
    boolean agencyItself = !credits.agenciesIn(place).isEmpty();
    boolean longEnough = place.length() >= 4 || form != WITH_COLON && place.length() >= 3;
    return longEnough && !agencyItself;
  }

  private static Dateline of(Matcher matcher, Span paragraph, Pattern form, Credits credits) {
    String place = matcher.group("place").replaceAll("\\s+,", ",").strip();
    boolean named = form == IN_CAPITALS || form == WITH_AGENCY;
    String agency = named ? matcher.group("agency") : null;
    Set<String> credit =
        agency == null
            ? Set.of()
            : credits.agenciesIn(agency).isEmpty()
                ? Set.of(agency.strip())
                : credits.agenciesIn(agency);
    return new Dateline(span(matcher, paragraph), Optional.of(place), credit);
  }

  private static Span span(Matcher matcher, Span paragraph) {
    String matched = matcher.group();
    return new Span(paragraph.start(), paragraph.start() + matched.stripTrailing().length());
  }
}
