package org.twosource.distortion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Timex;
import org.twosource.report.Span;

/**
 * A number of a text with what it counts. "$5 billion", "five billion dollars" and "5bn" have the
 * value 5,000,000,000.
 *
 * @param words the tokens, numerals and scale words together, counted from the start of the stretch
 * @param span the words; offsets into the report's body
 * @param value the number meant
 * @param unit what is written at the number itself: a currency, a per cent sign, "mph"; may be
 *     empty
 */
public record Quantity(List<Integer> words, Span span, BigDecimal value, String unit) {
  private static final Pattern DIGITS =
      Pattern.compile("[$£€¥]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)([.][0-9]+)?([a-z%]{0,8})");

  /** A name that begins with figures: "10News". */
  private static final Pattern NAME = Pattern.compile("\\d+\\p{Lu}\\p{L}{2,}");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  public Quantity {
    words = List.copyOf(words);
  }

  /** The numbers of a stretch of a text outside its time expressions, in order. */
  public static List<Quantity> in(Annotated text, Span stretch) {
    return of(new Side(text, stretch, List.of()));
  }

  /** Likewise for one side outside its time expressions, in order. */
  public static List<Quantity> of(Side side) {
    Map<String, String> names = Words.of(side.text()).numbers();
    List<Timex> times = side.text().timexesIn(side.span());
    List<Quantity> quantities = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      Span word = side.token(i).span();
      if (times.stream().anyMatch(time -> isCalendar(time) && time.span().overlaps(word))) {
        continue;
      }
      Optional<Quantity> found = read(side, i, names);
      if (found.isPresent()) {
        quantities.add(found.get());
        i = found.get().words().getLast();
      }
    }
    for (int i = quantities.size() - 2; i >= 0; i--) {
      quantities.set(i, inRange(side, quantities.get(i), quantities.get(i + 1), names));
    }
    return quantities;
  }

  /** "between 4.4 and 4.6 billion": the first number has the scale of the second. */
  private static Quantity inRange(
      Side side, Quantity low, Quantity high, Map<String, String> names) {
    int joint = low.words().getLast() + 1;
    int next = joint + 1 < side.size() && side.token(joint + 1).isWord() ? joint + 1 : joint + 2;
    if (low.words().size() > 1
        || low.value().compareTo(THOUSAND) >= 0
        || next != high.words().getFirst()
        || !Words.of(side.text()).rangeWords().contains(side.normal(joint))) {
      return low;
    }
    BigDecimal scale = scale(side, high, names);
    BigDecimal value = low.value().multiply(scale);
    return value.compareTo(high.value()) > 0
        ? low
        : new Quantity(low.words(), low.span(), value, low.unit());
  }

  /** The thousand, million or billion a number is told in; 1 if none. */
  private static BigDecimal scale(Side side, Quantity number, Map<String, String> names) {
    Optional<BigDecimal> written = shortScale(side, number.words().getLast());
    if (written.isPresent()) {
      return written.get();
    }
    String last = side.normal(number.words().getLast());
    Matcher digits = DIGITS.matcher(last);
    Optional<BigDecimal> scale = value(digits.matches() ? digits.group(3) : last, names);
    return scale.filter(value -> value.compareTo(THOUSAND) >= 0).orElse(BigDecimal.ONE);
  }

  private static boolean isCalendar(Timex time) {
    return time.type() == Timex.Type.DATE || time.type() == Timex.Type.TIME;
  }

  private static Optional<Quantity> read(Side side, int at, Map<String, String> names) {
    Optional<BigDecimal> first = value(side.normal(at), names);
    if (first.isEmpty() || NAME.matcher(side.token(at).text()).matches()) {
      return Optional.empty();
    }
    List<Integer> words = new ArrayList<>(List.of(at));
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal part = first.get();
    int i = at + 1;
    for (; i < side.size(); i++) {
      int number = side.normal(i).equals("-") || side.normal(i).equals("and") ? i + 1 : i;
      if (number >= side.size()) {
        break;
      }
      Optional<BigDecimal> next =
          names.containsKey(side.normal(number))
              ? value(side.normal(number), names)
              : shortScale(side, number);
      if (next.isEmpty() || number > i && next.get().compareTo(BigDecimal.TEN) >= 0) {
        break;
      }
      if (next.get().compareTo(BigDecimal.valueOf(100)) >= 0) {
        part = part.multiply(next.get());
        if (next.get().compareTo(THOUSAND) >= 0) {
          total = total.add(part);
          part = BigDecimal.ZERO;
        }
      } else if (part.compareTo(BigDecimal.valueOf(20)) >= 0) {
        part = part.add(next.get());
      } else {
        break;
      }
      words.add(number);
      i = number;
    }
    String unit = unit(side, at, i);
    return Optional.of(
        new Quantity(words, side.from(words.getFirst(), words.getLast()), total.add(part), unit));
  }

  /** "$7m", "€3.5bn", "1.2m people": but "12m high" is metres, which the grammar tells. */
  private static Optional<BigDecimal> shortScale(Side side, int at) {
    String scale = Words.of(side.text()).numberScales().get(side.normal(at));
    boolean number = side.normal(at).length() > 1 || side.pos(at).equals("NUM") || !side.isParsed();
    return scale != null && number ? Optional.of(new BigDecimal(scale)) : Optional.empty();
  }

  private static String unit(Side side, int first, int next) {
    String glued = side.normal(first).replaceAll("[0-9.,$£€¥+-]", "");
    if (!glued.isEmpty() && Character.isDigit(side.normal(first).charAt(0))) {
      return glued;
    }
    if (next < side.size()
        && (side.normal(next).equals("%") || side.normal(next).startsWith("percent"))) {
      return "%";
    }
    if (next + 1 < side.size()
        && side.normal(next).equals("per")
        && side.normal(next + 1).equals("cent")) {
      return "%";
    }
    return "";
  }

  private static Optional<BigDecimal> value(String word, Map<String, String> names) {
    String named = names.get(word);
    if (named != null && named.matches("[0-9]+([.][0-9]+)?")) {
      return Optional.of(new BigDecimal(named));
    }
    Matcher digits = DIGITS.matcher(word);
    if (!digits.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits.group(1).replace(",", ""));
    if (digits.group(2) != null) {
      value = value.add(new BigDecimal("0" + digits.group(2)));
    }
    String scale = names.get(digits.group(3));
    return Optional.of(
        scale != null && scale.matches("[0-9]+") ? value.multiply(new BigDecimal(scale)) : value);
  }

  /** Whether both mean the same number, or one is the other rounded. */
  public boolean agrees(Quantity other) {
    if (value.compareTo(other.value) == 0) {
      return true;
    }
    return isRounding(value, other.value) || isRounding(other.value, value);
  }

  /** Whether {@code coarse} is {@code fine} rounded to the digits it shows. */
  private static boolean isRounding(BigDecimal fine, BigDecimal coarse) {
    BigDecimal plain = coarse.stripTrailingZeros();
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-plain.scale());
    boolean rounder = fine.stripTrailingZeros().precision() > plain.precision();
    return rounder
        && plain.precision() >= 2
        && fine.subtract(coarse).abs().multiply(BigDecimal.valueOf(2)).compareTo(step) <= 0;
  }

  /** How many times the larger is the smaller one; 1 at equal values. */
  public double ratio(Quantity other) {
    double one = Math.abs(value.doubleValue());
    double two = Math.abs(other.value.doubleValue());
    return Math.min(one, two) == 0 ? Double.MAX_VALUE : Math.max(one, two) / Math.min(one, two);
  }
}
