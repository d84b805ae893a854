package org.twosource.annotate.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.annotate.Quantity.Unit;
import org.twosource.text.Language;
import org.twosource.text.Normal;

/** The words of a language that make quantities. Immutable. */
final class QuantityWords {

  /** A unit with how much of its base it is. */
  record Scaled(Unit unit, BigDecimal factor) {}

  /** Number words with their values. */
  final Map<String, BigDecimal> numbers;

  final Map<String, BigDecimal> scales;
  final Map<String, BigDecimal> ordinals;

  /** Parts of a whole, with how many of them make it. */
  final Map<String, BigDecimal> fractions = new HashMap<>();

  final Map<String, BigDecimal> vague;
  final Map<String, BigDecimal> multiples;
  final Map<String, Scaled> units = new HashMap<>();
  final Map<String, Bound> bounds = new HashMap<>();
  final Map<String, String> currencies;
  final Set<String> none;
  final Set<String> articles;
  final Set<String> and;
  final Set<String> ranges;
  final Set<String> numberedThings;
  final Set<String> placePrepositions;
  final Set<String> timeZones;
  final Set<String> zoneWords;
  final Set<String> fractionOpeners;
  final Set<String> stopwords;
  final Set<String> partMarks;
  final Set<String> partFollowers;
  final Set<String> inMarks;
  final Set<String> rates;
  final Set<String> rateThings;
  final char decimal;

  QuantityWords(Language language) {
    numbers = values(language, "number-words");
    numbers.putAll(values(language, "more-number-words"));
    scales = values(language, "number-scales");
    ordinals = values(language, "ordinal-words");
    vague = values(language, "vague-numbers");
    multiples = values(language, "multiple-words");
    language
        .map("fraction-words")
        .forEach((word, parts) -> fractions.put(Normal.of(word), whole(parts)));
    language
        .map("number-units")
        .forEach(
            (unit, measure) -> {
              String[] parts = measure.split(" ");
              Unit.named(parts[0])
                  .ifPresent(
                      found ->
                          units.put(pieces(unit), new Scaled(found, new BigDecimal(parts[1]))));
            });
    language
        .map("number-bounds")
        .forEach(
            (words, bound) ->
                bounds.put(
                    Normal.of(words),
                    Bound.valueOf(bound.toUpperCase(Locale.ROOT).replace('-', '_'))));
    currencies = new HashMap<>();
    language.map("currencies").forEach((word, sign) -> currencies.put(Normal.of(word), sign));
    none = words(language, "no-words");
    articles = words(language, "number-articles");
    and = words(language, "number-and");
    ranges = words(language, "range-words");
    numberedThings = words(language, "numbered-things");
    placePrepositions = words(language, "place-prepositions");
    timeZones = words(language, "time-zones");
    zoneWords = words(language, "zone-words");
    fractionOpeners = words(language, "fraction-openers");
    stopwords = words(language, "stopwords");
    partMarks = words(language, "part-marks");
    partFollowers = words(language, "part-followers");
    inMarks = words(language, "fraction-marks");
    rates = words(language, "rate-words");
    rateThings = words(language, "time-units");
    decimal = language.map("number-marks").getOrDefault("decimal", ".").charAt(0);
  }

  private static Map<String, BigDecimal> values(Language language, String section) {
    Map<String, BigDecimal> values = new HashMap<>();
    language
        .map(section)
        .forEach((word, value) -> values.put(Normal.of(word), new BigDecimal(value)));
    return values;
  }

  private static Set<String> words(Language language, String section) {
    Set<String> words = new HashSet<>();
    language.words(section).forEach(word -> words.add(Normal.of(word)));
    return words;
  }

  /** A unit as the pieces of a text spell it: "km / h". */
  private static String pieces(String unit) {
    return Normal.of(unit).replaceAll("([/°])", " $1 ").strip().replaceAll("\\s+", " ");
  }

  /** How many of a part make the whole: 3 of "third = 1/3". */
  private static BigDecimal whole(String written) {
    return new BigDecimal(written.substring(written.indexOf('/') + 1));
  }

  /**
   * What a figure means: "1,014,940", "4.6", "1,20,000"; empty for times, lists and other figures
   * that are no number.
   */
  Optional<BigDecimal> figure(String normal) {
    String group = decimal == '.' ? "," : "[.]";
    String point = decimal == '.' ? "[.]" : ",";
    if (normal.matches("\\d{1,3}(" + group + "\\d{2,3})*" + group + "\\d{3}(" + point + "\\d+)?")
        || normal.matches("\\d+(" + point + "\\d+)?")) {
      String plain = normal.replaceAll(group, "");
      return Optional.of(new BigDecimal(plain.replace(decimal, '.')));
    }
    return Optional.empty();
  }
}
