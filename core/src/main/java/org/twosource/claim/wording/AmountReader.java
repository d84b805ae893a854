package org.twosource.claim.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.claim.Amount;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Normal;

/**
 * Reads the amounts of a stretch of text: the number in figures or words, the words that bound it,
 * its unit or what is counted. Numbers inside names ("AngoSat-1", "G20") and dates are none.
 */
public final class AmountReader {
  /** Words after a number in which what is counted is looked for. */
  private static final int NOUN_WORDS = 4;

  /** Words on either side in which a topic is looked for. */
  private static final int TOPIC_WORDS = 9;

  private static final Pattern WORD =
      Pattern.compile(
          "(?<money>(?:US|A|C|HK|NZ)?[$£€¥])|(?<figure>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+[:.]\\d{2}(?=\\s?[ap]\\.?m)|\\d+(?:\\.\\d+)?)"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}’']*(?:\\.\\p{L}\\.)*|%)|(?<mark>[^\\s\\p{L}\\d])",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final ContentWords contentWords;
  private final Map<String, Double> numbers = new TreeMap<>();
  private final Map<String, Unit> units = new TreeMap<>();
  private final Map<String, Amount.Bound> bounds = new TreeMap<>();
  private final Map<String, String> topics;
  private final Set<String> stopwords;
  private final Set<String> placePrepositions;
  private final Set<String> timeZones;
  private final Set<String> rangeWords;
  private final Set<String> numberedThings;

  private record Unit(String measure, double factor) {}

  private record Piece(int start, int end, String normal, boolean figure, boolean money) {
    boolean isMark() {
      return !figure && !money && !Character.isLetter(normal.charAt(0)) && !normal.equals("%");
    }
  }

  public AmountReader(Language language, ContentWords contentWords) {
    this.contentWords = contentWords;
    this.stopwords = language.words("stopwords");
    this.placePrepositions = language.words("place-prepositions");
    this.timeZones = language.map("time-zones").keySet();
    this.topics = language.map("count-topics");
    this.rangeWords = language.words("range-words");
    this.numberedThings = language.words("numbered-things");
    language
        .map("claim-number-words")
        .forEach((word, value) -> numbers.put(word, Double.parseDouble(value)));
    language
        .map("number-units")
        .forEach(
            (unit, measure) -> {
              String[] parts = measure.split(" ");
              units.put(unit, new Unit(parts[0], Double.parseDouble(parts[1])));
            });
    language
        .map("number-bounds")
        .forEach(
            (words, bound) ->
                bounds.put(
                    words, Amount.Bound.valueOf(bound.toUpperCase(Locale.ROOT).replace('-', '_'))));
  }

  /**
   * @param body the report's body
   * @param within where to read
   * @param dates spans of time expressions, whose numbers are not amounts
   */
  public List<Amount> read(String body, Span within, List<Span> dates) {
    List<Piece> words = words(body, within);
    List<Amount> amounts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int last = numberEnd(words, i, body);
      if (last < i || isPartOfNumber(words, last)) {
        continue;
      }
      Amount amount =
          isInsideModelName(words, i, body, dates) ? null : amount(words, i, last, dates);
      if (amount != null) {
        amounts.add(amount);
      }
      i = last;
    }
    return amounts;
  }

  private List<Piece> words(String body, Span within) {
    List<Piece> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(body).region(within.start(), within.end());
    while (matcher.find()) {
      boolean figure = matcher.group("figure") != null;
      words.add(
          new Piece(
              matcher.start(),
              matcher.end(),
              figure
                  ? Normal.of(matcher.group())
                  : matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''),
              figure,
              matcher.group("money") != null));
    }
    return words;
  }

  /** The last word of the number that begins at {@code i}; less than {@code i} if none does. */
  private int numberEnd(List<Piece> words, int i, String body) {
    Piece first = words.get(i);
    if (!first.figure() && !isNumberWord(first) || first.normal().equals("m")) {
      return -1;
    }
    if (first.figure() && (isInsideName(words, i, body) || isNameOfAKind(words, i))) {
      return -1;
    }
    if (i > 0 && numberedThings.contains(words.get(i - 1).normal())) {
      return -1;
    }
    if (isScale(first.normal()) && (i == 0 || !words.get(i - 1).normal().equals("a"))) {
      return -1;
    }
    int last = i;
    while (last + 1 < words.size()) {
      int next = words.get(last + 1).normal().equals("-") ? last + 2 : last + 1;
      if (next >= words.size() || !isNumberWord(words.get(next))) {
        break;
      }
      last = next;
    }
    return last;
  }

  /**
   * "One of the six people" counts six people, and "three of the injured" tells of a part; but "21
   * of the more than 200" is a count.
   */
  private boolean isPartOfNumber(List<Piece> words, int last) {
    if (last + 2 >= words.size() || !words.get(last + 1).normal().equals("of")) {
      return false;
    }
    String next = words.get(last + 2).normal();
    return next.matches("them|those|these|its|their|his|her|us")
        || next.equals("the")
            && last + 3 < words.size()
            && !bounds.containsKey(phrase(words, last + 3, 2))
            && !bounds.containsKey(words.get(last + 3).normal());
  }

  private boolean isNumberWord(Piece word) {
    return numbers.containsKey(word.normal());
  }

  private boolean isScale(String word) {
    return numbers.getOrDefault(word, 0.0) >= 100 || word.equals("dozen");
  }

  /** "a 4K screen": letters that are no unit stand at the figure. */
  private boolean isNameOfAKind(List<Piece> words, int i) {
    if (i + 1 >= words.size() || words.get(i + 1).start() > words.get(i).end()) {
      return false;
    }
    Piece next = words.get(i + 1);
    return Character.isLetter(next.normal().charAt(0))
        && !units.containsKey(next.normal())
        && !isNumberWord(next);
  }

  /** "18 Boeing 747 aircraft", "the Apollo 11 launchpad"; but not "in Nigeria 21 girls". */
  private boolean isInsideModelName(List<Piece> words, int first, String body, List<Span> dates) {
    Piece figure = words.get(first);
    if (first < 2 || !figure.normal().matches("\\d{1,4}")) {
      return false;
    }
    Piece before = words.get(first - 1);
    return Character.isUpperCase(body.charAt(before.start()))
        && before.end() + 1 == figure.start()
        && !isNumberWord(before)
        && !units.containsKey(before.normal())
        && !isInside(new Span(before.start(), before.end()), dates)
        && !placePrepositions.contains(words.get(first - 2).normal())
        && !words.get(first - 2).isMark();
  }

  private static boolean isInsideName(List<Piece> words, int i, String body) {
    int start = words.get(i).start();
    if (start > 0 && Character.isLetter(body.charAt(start - 1))) {
      return true;
    }
    if (i >= 2
        && words.get(i - 1).normal().equals("-")
        && words.get(i - 1).start() == words.get(i - 2).end()
        && words.get(i - 1).end() == start
        && !words.get(i - 2).figure()
        && !words.get(i - 2).isMark()) {
      return true;
    }
    return i > 0 && "/#".contains(words.get(i - 1).normal());
  }

  @Nullable
  private Amount amount(List<Piece> words, int first, int last, List<Span> dates) {
    double value = value(words, first, last) * scaleOfRange(words, first, last);
    Span number = new Span(words.get(first).start(), words.get(last).end());
    boolean money = first > 0 && words.get(first - 1).money();
    int unitWords = 0;
    String measure = "count";
    double factor = 1;
    int after = last + 1;
    if (after < words.size() && words.get(after).normal().equals("-")) {
      after++;
    }
    for (int length = 3; length >= 1 && unitWords == 0; length--) {
      String phrase = phrase(words, after, length);
      if (units.containsKey(phrase)) {
        Unit unit = units.get(phrase);
        measure = unit.measure();
        factor = unit.factor();
        unitWords = after + spanWords(words, after, length) - last - 1;
      }
    }
    if (money) {
      measure = "money:" + words.get(first - 1).normal().replaceAll("[a-z]", "");
      if (words.get(Math.min(after, words.size() - 1)).normal().equals("m")) {
        factor = 1_000_000;
      } else {
        factor = 1;
      }
    }
    if (measure.equals("minute")) {
      if (isOfAnotherZone(words, after)) {
        return null;
      }
      value = minuteOfDay(words.get(first).normal(), words.get(Math.min(after, words.size() - 1)));
      factor = 1;
    } else if (!measure.equals("year-old") && isInside(number, dates)) {
      return null;
    } else if (measure.equals("count") && isYear(words, first, last)) {
      return null;
    }
    int from = money ? first - 1 : first;
    Amount.Bound bound = Amount.Bound.EXACT;
    int boundAt = from;
    for (int length = 3; length >= 1 && bound == Amount.Bound.EXACT; length--) {
      if (from - length >= 0) {
        String before = phrase(words, from - length, length);
        if (bounds.containsKey(before)) {
          bound = bounds.get(before);
          boundAt = from - length;
        }
      }
    }
    int end = Math.min(words.size() - 1, last + unitWords);
    for (int length = 2; length >= 2 && bound == Amount.Bound.EXACT; length--) {
      bound = bounds.getOrDefault(phrase(words, end + 1, length), Amount.Bound.EXACT);
    }
    Set<String> of = counted(words, end + 1);
    topic(words, boundAt, end).ifPresent(topic -> of.add("#" + topic));
    Span span = new Span(words.get(boundAt).start(), words.get(end).end());
    return new Amount(span, number, value * factor, bound, measure, of);
  }

  private static boolean isInside(Span number, List<Span> dates) {
    return dates.stream().anyMatch(date -> date.overlaps(number));
  }

  private static boolean isYear(List<Piece> words, int first, int last) {
    return first == last && words.get(first).normal().matches("(19|20)\\d\\d");
  }

  private double value(List<Piece> words, int first, int last) {
    double total = 0;
    double current = 0;
    for (int i = first; i <= last; i++) {
      Piece word = words.get(i);
      if (word.figure()) {
        current = Double.parseDouble(word.normal().replace(",", "").replace(':', '.'));
      } else if (isNumberWord(word)) {
        double number = numbers.get(word.normal());
        if (number >= 1000) {
          total += Math.max(current, 1) * number;
          current = 0;
        } else if (number == 100 || word.normal().equals("dozen")) {
          current = Math.max(current, 1) * number;
        } else {
          current += number;
        }
      }
    }
    return total + current;
  }

  /** "between 4.4 and 4.6 billion": the first number has the scale of the second. */
  private double scaleOfRange(List<Piece> words, int first, int last) {
    int high = last + 2;
    if (first < last
        || high + 1 >= words.size()
        || !rangeWords.contains(words.get(last + 1).normal())
        || !words.get(high).figure()
        || !isNumberWord(words.get(high + 1))) {
      return 1;
    }
    double scale = numbers.get(words.get(high + 1).normal());
    return scale >= 1000 && value(words, first, last) <= value(words, high, high) ? scale : 1;
  }

  /** "7:30 p.m. ET": an hour that cannot be compared with one of the place itself. */
  private boolean isOfAnotherZone(List<Piece> words, int half) {
    for (int i = half + 1; i < Math.min(words.size(), half + 3); i++) {
      if (timeZones.contains(words.get(i).normal())
          || words.get(i).normal().matches("eastern|pacific|greenwich")) {
        return true;
      }
    }
    return false;
  }

  private static double minuteOfDay(String figure, Piece half) {
    String[] parts = figure.split("[:.]");
    double hour = Double.parseDouble(parts[0].replace(",", "")) % 12;
    double minute = parts.length > 1 ? Double.parseDouble(parts[1]) : 0;
    return (hour + (half.normal().startsWith("p") ? 12 : 0)) * 60 + minute;
  }

  /** {@code length} words from {@code from} on, hyphens left out; empty beyond the end. */
  private static String phrase(List<Piece> words, int from, int length) {
    StringBuilder phrase = new StringBuilder();
    int taken = 0;
    for (int i = from; i < words.size() && taken < length; i++) {
      if (words.get(i).normal().equals("-")) {
        continue;
      }
      phrase.append(taken == 0 ? "" : " ").append(words.get(i).normal());
      taken++;
    }
    return taken == length ? phrase.toString() : "";
  }

  private static int spanWords(List<Piece> words, int from, int length) {
    int taken = 0;
    int i = from;
    for (; i < words.size() && taken < length; i++) {
      if (!words.get(i).normal().equals("-")) {
        taken++;
      }
    }
    return i - from;
  }

  /** The stems of the noun phrase after a number, up to the first function word or mark. */
  private Set<String> counted(List<Piece> words, int from) {
    Set<String> of = new TreeSet<>();
    for (int i = from; i < words.size() && i < from + NOUN_WORDS; i++) {
      Piece word = words.get(i);
      if (word.normal().equals("-")) {
        continue;
      }
      if (word.isMark() || word.figure() || word.money()) {
        break;
      }
      if (stopwords.contains(word.normal())) {
        if (word.normal().equals("of")
            || word.normal().equals("the")
            || word.normal().equals("in")) {
          continue;
        }
        break;
      }
      of.add(contentWords.stem(word.normal()));
    }
    return of;
  }

  private Optional<String> topic(List<Piece> words, int from, int to) {
    int best = TOPIC_WORDS + 1;
    String topic = null;
    int distance = 0;
    for (int i = from - 1; i >= 0 && distance <= TOPIC_WORDS; i--) {
      distance += step(words.get(i));
      String found = topicAt(words, i);
      if (found != null && distance < best) {
        best = distance;
        topic = found;
      }
    }
    distance = 0;
    for (int i = to + 1; i < words.size() && distance <= TOPIC_WORDS; i++) {
      distance += step(words.get(i));
      String found = topicAt(words, i);
      if (found != null && distance < best) {
        best = distance;
        topic = found;
      }
    }
    return Optional.ofNullable(topic);
  }

  /** A comma or "and" stands between things counted, so it counts for several words. */
  private static int step(Piece word) {
    return word.isMark() ? 3 : word.normal().equals("and") ? 3 : 1;
  }

  @Nullable
  private String topicAt(List<Piece> words, int i) {
    String pair =
        i + 1 < words.size() ? words.get(i).normal() + " " + words.get(i + 1).normal() : "";
    return topics.getOrDefault(pair, topics.get(words.get(i).normal()));
  }
}
