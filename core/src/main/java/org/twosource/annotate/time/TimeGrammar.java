package org.twosource.annotate.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.time.TimeWords.Form;
import org.twosource.annotate.time.TimeWords.Unit;
import org.twosource.text.Language;

/**
 * The date patterns of one language, as its file writes them in {@code [time-phrases]}.
 *
 * <p>A line is {@code pattern = TYPE operation arguments}. A pattern is a row of elements: a word
 * ({@code ago}), a choice ({@code last/past}), a class in capitals ({@code MONTH}, see {@link
 * WordClass}); a {@code ?} behind an element makes it optional, a {@code <} before it makes it
 * context: it must stand there but is not part of the expression. The longest match wins, of equal
 * ones the earlier line. Operations are those of {@link TimeResolver}.
 */
final class TimeGrammar {

  /** The classes of words that a pattern can ask for. */
  enum WordClass {
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    DAYREF,
    SEASON,
    PART,
    UNIT,
    UNITS,
    NUM,
    FEW,
    ORD,
    DAY,
    YEAR,
    DECADE,
    CLOCK,
    DATE,
    ZONE
  }

  /** A pattern found at a place; {@code end} is exclusive, in units. */
  record Match(int start, int end, String action, Map<WordClass, String> values, boolean skipped) {}

  private record Element(boolean context, Set<String> words, Optional<WordClass> slot) {}

  private record GrammarLine(List<Element> elements, String action, int order) {}

  private record Bound(int end, String value) {}

  private final Map<String, List<GrammarLine>> byWord = new HashMap<>();

  /** Every word that an expression can begin with; most words of a text are none. */
  private final Set<String> beginnings = new HashSet<>();

  private final Map<WordClass, List<GrammarLine>> bySlot = new EnumMap<>(WordClass.class);
  private final Map<WordClass, Map<String, String>> closed = new EnumMap<>(WordClass.class);
  private final Map<String, String> ordinals;
  private final Set<String> and;
  private final Set<String> ambiguous;
  private final Set<String> prepositions;
  private final Set<String> dotted = new HashSet<>();
  private final Set<String> notYears;
  private final Set<String> rangeJoins;
  private final String holidayLeads;
  private final int modifiers;
  private final Map<String, Integer> joined;

  TimeGrammar(Language language) {
    closed.put(WordClass.MONTH, language.map("months"));
    closed.put(WordClass.WEEKDAY, language.map("weekdays"));
    closed.put(WordClass.WEEKDAYS, language.map("weekday-plurals"));
    closed.put(WordClass.DAYREF, language.map("day-references"));
    closed.put(WordClass.SEASON, language.map("seasons"));
    closed.put(WordClass.PART, language.map("day-parts"));
    closed.put(WordClass.UNIT, language.map("time-units"));
    closed.put(WordClass.UNITS, language.map("time-unit-plurals"));
    closed.put(WordClass.FEW, language.map("few-words"));
    closed.put(WordClass.DECADE, language.map("decades"));
    closed.put(WordClass.ZONE, language.map("time-zones"));
    closed.put(WordClass.NUM, language.map("number-words"));
    ordinals = language.map("ordinal-words");
    and = language.words("number-and");
    ambiguous = language.words("ambiguous-time-words");
    prepositions = language.words("time-prepositions");
    notYears = language.words("not-before-years");
    rangeJoins = language.words("range-joins");
    holidayLeads = "<" + String.join("/", language.words("holiday-leads"));
    closed.values().forEach(words -> words.keySet().forEach(this::keepDot));
    joined = joined(language.words("weekdays"), language.words("day-parts"));
    int order = 0;
    for (Map.Entry<String, String> line : language.map("time-phrases").entrySet()) {
      add(line.getKey(), line.getValue(), order++);
    }
    for (Map.Entry<String, String> holiday : language.map("holidays").entrySet()) {
      order = addHoliday(holiday.getKey(), holiday.getValue(), order);
    }
    modifiers = order;
    for (String modifier : language.words("time-modifiers")) {
      add(modifier, "MODIFIER", order++);
    }
    beginnings.addAll(byWord.keySet());
    beginnings.addAll(ordinals.keySet());
    closed.values().forEach(words -> beginnings.addAll(words.keySet()));
  }

  private void keepDot(String word) {
    if (word.endsWith(".")) {
      dotted.add(word);
    }
  }

  Set<String> dotted() {
    return dotted;
  }

  /** A weekday and a part of the day written as one word, with the length of the first. */
  private static Map<String, Integer> joined(Set<String> weekdays, Set<String> parts) {
    Map<String, Integer> joined = new HashMap<>();
    for (String weekday : weekdays) {
      for (String part : parts) {
        joined.put(weekday + part, weekday.length());
      }
    }
    return joined;
  }

  Map<String, Integer> joined() {
    return joined;
  }

  /**
   * The ways to name a holiday. A name with {@code <} before it also stands for other things
   * ("Christmas trees") and needs a year or one of the words that lead it.
   */
  private int addHoliday(String written, String rule, int first) {
    int order = first;
    boolean led = written.startsWith("<");
    String name = led ? written.substring(1) : written;
    add(name + " ,? of? YEAR", "DATE holiday " + rule, order++);
    add(name + " last year", "DATE holiday " + rule + " -1", order++);
    add("last " + name, "DATE holiday " + rule + " -1", order++);
    add("this " + name, "DATE holiday " + rule, order++);
    add("next " + name, "DATE holiday " + rule + " 1", order++);
    add(led ? holidayLeads + " " + name : name, "DATE holiday " + rule, order++);
    return order;
  }

  /**
   * The values of a match, a month without a year with that of the month it is joined to: "between
   * June and July 2016", "from December to January 2017".
   */
  Map<WordClass, String> withYear(List<Unit> units, Match hit) {
    boolean open =
        hit.values().containsKey(WordClass.MONTH) && !hit.values().containsKey(WordClass.YEAR);
    if (!open || hit.end() >= units.size() || !rangeJoins.contains(units.get(hit.end()).lower())) {
      return hit.values();
    }
    Optional<Map<WordClass, String>> joinedTo =
        match(units, hit.end() + 1)
            .filter(next -> next.start() == hit.end() + 1)
            .map(Match::values)
            .filter(next -> next.containsKey(WordClass.MONTH) && next.containsKey(WordClass.YEAR));
    if (joinedTo.isEmpty()) {
      return hit.values();
    }
    int year = Integer.parseInt(joinedTo.get().get(WordClass.YEAR));
    boolean before =
        Integer.parseInt(hit.values().get(WordClass.MONTH))
            > Integer.parseInt(joinedTo.get().get(WordClass.MONTH));
    Map<WordClass, String> values = new EnumMap<>(hit.values());
    values.put(WordClass.YEAR, Integer.toString(before ? year - 1 : year));
    return values;
  }

  private void add(String pattern, String action, int order) {
    List<List<Element>> ways = new ArrayList<>(List.of(new ArrayList<>()));
    for (String written : pattern.split("\\s+")) {
      boolean optional = written.length() > 1 && written.endsWith("?");
      Element element = element(optional ? written.substring(0, written.length() - 1) : written);
      List<List<Element>> longer = new ArrayList<>();
      for (List<Element> way : ways) {
        List<Element> with = new ArrayList<>(way);
        with.add(element);
        longer.add(with);
        if (optional) {
          longer.add(way);
        }
      }
      ways = longer;
    }
    for (List<Element> way : ways) {
      if (!way.isEmpty()) {
        file(new GrammarLine(List.copyOf(way), action, order));
      }
    }
  }

  private void file(GrammarLine line) {
    Element first = line.elements().getFirst();
    if (first.slot().isPresent()) {
      bySlot.computeIfAbsent(first.slot().get(), slot -> new ArrayList<>()).add(line);
    }
    first.words().forEach(w -> byWord.computeIfAbsent(w, word -> new ArrayList<>()).add(line));
  }

  private static Element element(String written) {
    boolean context = written.length() > 1 && written.startsWith("<");
    String plain = context ? written.substring(1) : written;
    Optional<WordClass> slot =
        Arrays.stream(WordClass.values()).filter(known -> known.name().equals(plain)).findFirst();
    return slot.isPresent()
        ? new Element(context, Set.of(), slot)
        : new Element(context, Set.of(plain.split("/")), Optional.empty());
  }

  /** The best pattern that begins at unit {@code at}, or a modifier in front of one. */
  Optional<Match> match(List<Unit> units, int at) {
    if (!mayBegin(units, at)) {
      return Optional.empty();
    }
    Optional<Match> plain = withoutContext(units, longest(units, at, false));
    Optional<Match> modifier = longest(units, at, true);
    if (modifier.isPresent()) {
      Optional<Match> rest = match(units, modifier.get().end());
      if (rest.isPresent()
          && rest.get().start() == modifier.get().end()
          && plain.map(found -> found.end() < rest.get().end()).orElse(true)) {
        return rest.map(
            r -> new Match(modifier.get().start(), r.end(), r.action(), r.values(), false));
      }
    }
    return plain;
  }

  private boolean mayBegin(List<Unit> units, int at) {
    return at < units.size()
        && switch (units.get(at).form()) {
          case NUMBER, RANK, CLOCK, DATE -> true;
          case WORD, MARK -> beginnings.contains(units.get(at).lower());
        };
  }

  /** What stands behind the words of context may be the beginning of something longer. */
  private Optional<Match> withoutContext(List<Unit> units, Optional<Match> found) {
    return found.isPresent() && found.get().skipped()
        ? longest(units, found.get().start(), false)
            .filter(inside -> inside.end() > found.get().end() && !inside.skipped())
            .or(() -> found)
        : found;
  }

  private Optional<Match> longest(List<Unit> units, int at, boolean modifier) {
    if (at >= units.size()) {
      return Optional.empty();
    }
    Optional<Match> best = Optional.empty();
    int bestOrder = Integer.MAX_VALUE;
    List<GrammarLine> candidates =
        new ArrayList<>(byWord.getOrDefault(units.get(at).lower(), List.of()));
    for (Map.Entry<WordClass, List<GrammarLine>> entry : bySlot.entrySet()) {
      if (bind(entry.getKey(), units, at).isPresent()) {
        candidates.addAll(entry.getValue());
      }
    }
    for (GrammarLine line : candidates) {
      if ((line.order() >= modifiers) != modifier) {
        continue;
      }
      Optional<Match> found = match(line, units, at);
      if (found.isPresent()) {
        int gain = best.map(known -> found.get().end() - known.end()).orElse(1);
        if (gain > 0 || gain == 0 && line.order() < bestOrder) {
          best = found;
          bestOrder = line.order();
        }
      }
    }
    return best;
  }

  private Optional<Match> match(GrammarLine line, List<Unit> units, int at) {
    Map<WordClass, String> values = new EnumMap<>(WordClass.class);
    int place = at;
    int start = at;
    int end = at;
    for (Element element : line.elements()) {
      if (place >= units.size()) {
        return Optional.empty();
      }
      if (element.slot().isPresent()) {
        Optional<Bound> bound = bind(element.slot().get(), units, place);
        if (bound.isEmpty()) {
          return Optional.empty();
        }
        values.put(element.slot().get(), bound.get().value());
        place = bound.get().end();
      } else if (element.words().contains(units.get(place).lower())) {
        place++;
      } else {
        return Optional.empty();
      }
      if (!element.context()) {
        end = place;
      } else if (end == start) {
        start = place;
        end = place;
      }
    }
    return end > start
        ? Optional.of(new Match(start, end, line.action(), values, start > at))
        : Optional.empty();
  }

  private Optional<Bound> bind(WordClass slot, List<Unit> units, int at) {
    return switch (slot) {
      case NUM -> number(units, at);
      case ORD -> ordinal(units.get(at)).map(value -> new Bound(at + 1, value));
      case DAY -> day(units, at);
      case YEAR -> year(units, at);
      case DECADE -> decade(units, at);
      case CLOCK -> form(units, at, Form.CLOCK);
      case DATE -> form(units, at, Form.DATE);
      case MONTH, WEEKDAY -> calendarWord(slot, units, at);
      case SEASON, WEEKDAYS, DAYREF, PART, UNIT, UNITS, FEW, ZONE ->
          Optional.ofNullable(words(slot).get(units.get(at).lower()))
              .map(value -> new Bound(at + 1, value));
    };
  }

  private static Optional<Bound> form(List<Unit> units, int at, Form form) {
    Unit unit = units.get(at);
    return unit.form() == form ? Optional.of(new Bound(at + 1, unit.lower())) : Optional.empty();
  }

  private Map<String, String> words(WordClass slot) {
    return Objects.requireNonNull(closed.get(slot));
  }

  private Optional<Bound> calendarWord(WordClass slot, List<Unit> units, int at) {
    Unit unit = units.get(at);
    String value = words(slot).get(unit.lower());
    if (value == null || !unit.isCapital()) {
      return Optional.empty();
    }
    if (ambiguous.contains(unit.lower())) {
      boolean led = at > 0 && prepositions.contains(units.get(at - 1).lower());
      boolean dayBefore =
          at > 0 && Set.of(Form.NUMBER, Form.RANK).contains(units.get(at - 1).form());
      boolean numberAfter =
          at + 1 < units.size()
              && (units.get(at + 1).form() == Form.NUMBER || units.get(at + 1).form() == Form.RANK);
      if (!led && !dayBefore && !numberAfter) {
        return Optional.empty();
      }
    }
    return Optional.of(new Bound(at + 1, value));
  }

  private Optional<String> ordinal(Unit unit) {
    if (unit.form() == Form.RANK) {
      return Optional.of(unit.lower().substring(0, unit.lower().length() - 2));
    }
    return Optional.ofNullable(ordinals.get(unit.lower()));
  }

  private Optional<Bound> day(List<Unit> units, int at) {
    Unit unit = units.get(at);
    String digits = unit.form() == Form.NUMBER ? unit.lower() : ordinal(unit).orElse("");
    int end = at + 1;
    if (digits.matches("[1-9]|[12]\\d|3[01]")) {
      return Optional.of(new Bound(end, digits));
    }
    return Optional.empty();
  }

  private Optional<Bound> year(List<Unit> units, int at) {
    Unit unit = units.get(at);
    if (unit.form() == Form.NUMBER && unit.text().matches("1[5-9]\\d\\d|20\\d\\d")) {
      Unit before = at > 0 ? units.get(at - 1) : unit;
      boolean glued = at > 0 && before.end() == unit.start();
      if (glued && !Set.of("-", "(", "[", "/", "\"", "“", "'", "‘", "—").contains(before.lower())
          || notYears.contains(before.lower())
          || at + 1 < units.size()
              && words(WordClass.ZONE).containsKey(units.get(at + 1).lower())) { // 1830 GMT
        return Optional.empty();
      }
      return Optional.of(new Bound(at + 1, unit.text()));
    }
    return spelledYear(units, at);
  }

  /** "nineteen ninety-one", "two thousand one". */
  private Optional<Bound> spelledYear(List<Unit> units, int at) {
    String first = words(WordClass.NUM).getOrDefault(units.get(at).lower(), "");
    if (!Set.of("18", "19", "20", "2").contains(first)) {
      return Optional.empty();
    }
    if (at + 1 >= units.size()) {
      return Optional.empty();
    }
    if (first.equals("2") && "1000".equals(words(WordClass.NUM).get(units.get(at + 1).lower()))) {
      return number(units, at)
          .filter(all -> all.value().matches("20\\d\\d"))
          .filter(all -> at > 0 && prepositions.contains(units.get(at - 1).lower()));
    }
    return number(units, at + 1)
        .filter(rest -> rest.value().matches("[1-9]\\d"))
        .map(rest -> new Bound(rest.end(), first + rest.value()));
  }

  private Optional<Bound> decade(List<Unit> units, int at) {
    String word = words(WordClass.DECADE).get(units.get(at).lower());
    if (word != null) {
      return Optional.of(new Bound(at + 1, word));
    }
    Unit unit = units.get(at);
    if (at + 1 < units.size()
        && unit.form() == Form.NUMBER
        && unit.text().matches("(?:1[5-9]|20)\\d0")
        && units.get(at + 1).start() == unit.end()
        && Set.of("s", "'s").contains(units.get(at + 1).lower())) {
      return Optional.of(new Bound(at + 2, unit.text().substring(0, 3)));
    }
    return Optional.empty();
  }

  /** "12", "2.5", "2 1/2", "twenty-six", "two hundred and ten". */
  private Optional<Bound> number(List<Unit> units, int at) {
    Unit unit = units.get(at);
    if (unit.form() == Form.NUMBER) {
      boolean half =
          at + 3 < units.size()
              && units.get(at + 1).lower().equals("1")
              && units.get(at + 2).lower().equals("/")
              && units.get(at + 3).lower().equals("2");
      String digits = unit.text().replace(",", "");
      return digits.length() > 9
          ? Optional.empty()
          : Optional.of(new Bound(half ? at + 4 : at + 1, half ? digits + ".5" : digits));
    }
    Map<String, String> words = words(WordClass.NUM);
    if (!words.containsKey(unit.lower())) {
      return Optional.empty();
    }
    long total = 0;
    long group = 0;
    int place = at;
    int end = at;
    while (place < units.size()) {
      String written = words.get(units.get(place).lower());
      if (written == null) {
        boolean joins =
            end > at
                && place + 1 < units.size()
                && (units.get(place).lower().equals("-") || and.contains(units.get(place).lower()))
                && words.containsKey(units.get(place + 1).lower())
                && Double.parseDouble(words.get(units.get(place + 1).lower())) < 100
                && group >= 20;
        if (!joins) {
          break;
        }
        place++;
        continue;
      }
      double value = Double.parseDouble(written);
      if (value >= 1000) {
        total += Math.max(group, 1) * (long) value;
        group = 0;
      } else if (value == 100) {
        group = Math.max(group, 1) * 100;
      } else if (group == 0 || group % 100 == 0 && value < 100 || group % 10 == 0 && value < 10) {
        group += (long) value;
      } else {
        break;
      }
      place++;
      end = place;
    }
    return end == at ? Optional.empty() : Optional.of(new Bound(end, Long.toString(total + group)));
  }
}
