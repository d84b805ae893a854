package org.twosource.annotate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalInt;
import org.twosource.report.Span;

/**
 * A number that a sentence states, with what is said of it: "at least 90 girls", "$4.6 billion",
 * "two thirds of the crop". Read once, by {@code annotate.quantity}; claims, distortion and the
 * checker ask here.
 *
 * @param place where it stands
 * @param kind what sort of number it is
 * @param value the number in its unit, exact: 5 of "5 km", 4600000000 of "$4.6 billion"; of a
 *     fraction without a finite decimal, 16 digits
 * @param bound how the text bounds it
 * @param measure its unit
 * @param role what it is to a number beside it
 * @param counted the head of what is counted, a token of the sentence: "girls"
 */
public record Quantity(
    Place place,
    Kind kind,
    BigDecimal value,
    Bound bound,
    Measure measure,
    Role role,
    OptionalInt counted) {

  /** Two lengths or weights in different units are the same when nearer than this share. */
  private static final double CONVERTED_SHARE = 0.025;

  /** "About a million" and 1,014,940: a number is told roughly within this share. */
  private static final double ROUGH_SHARE = 0.10;

  /** "More than 1,000" is said of 1,150, not of 1,400. */
  private static final double BEYOND_SHARE = 0.25;

  /** "Dozens" and "hundreds" stand for up to so many times their word. */
  private static final BigDecimal VAGUE_TIMES = BigDecimal.TEN;

  /**
   * Where a quantity stands; offsets into the report's body.
   *
   * @param sentence index of the sentence in its text
   * @param first the first token of the number itself
   * @param last its last token
   * @param figure the number alone, with a currency sign at it
   * @param whole the number with the words that bound it and its unit
   */
  public record Place(int sentence, int first, int last, Span figure, Span whole) {}

  /** What sort of number it is. */
  public enum Kind {
    CARDINAL,
    ORDINAL,
    /** "A third", "two in five". */
    FRACTION,
    /** "Dozens", "several hundred": {@link Quantity#value} is the word's. */
    VAGUE,
    /** "No survivors". */
    NONE,
    /** A number that names: "Flight 370", "turn three", a year. */
    LABEL
  }

  /** What the words around a number say of it. */
  public enum Bound {
    EXACT,
    ABOUT,
    AT_LEAST,
    MORE_THAN,
    JUST_OVER,
    AT_MOST,
    LESS_THAN,
    ALMOST;

    /** Whether it says that the truth lies above the number: 1, below it: -1, or neither: 0. */
    public int direction() {
      return switch (this) {
        case EXACT, ABOUT -> 0;
        case AT_LEAST, MORE_THAN, JUST_OVER -> 1;
        case AT_MOST, LESS_THAN, ALMOST -> -1;
      };
    }
  }

  /** What a number is to another one beside it. */
  public enum Role {
    ALONE,
    /** 20 of "20 of the 51 passengers". */
    PART,
    /** 51 of it. */
    TOTAL,
    /** The first number of a range. */
    LOW,
    /** The second one. */
    HIGH
  }

  /** What is measured; the base unit is in brackets. */
  public enum Unit {
    /** Nothing is measured: things are counted. */
    NONE("count"),
    /** Money (one of its currency). */
    MONEY("money"),
    PERCENT("percent"),
    PERCENTAGE_POINT("percentage-point"),
    /** Length (metre). */
    LENGTH("metre"),
    /** Yards are compared with yards alone: they are a score in some games. */
    YARD("yard"),
    /** Weight (kilogram). */
    WEIGHT("kilogram"),
    /** A ton is one of three weights, so it is compared with tons alone. */
    TON("ton"),
    /** Speed (kilometre per hour). */
    SPEED("kilometre-per-hour"),
    /** Temperature or angle (degree as written). */
    DEGREE("degree"),
    /** A stretch of time (second). */
    TIME_SPAN("second"),
    /** Age (year). */
    AGE("year-old"),
    /** Time of day (minute since midnight). */
    TIME_OF_DAY("minute"),
    /** "Three times". */
    MULTIPLE("times");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    /** The name the language files use. */
    public String label() {
      return label;
    }

    /** The unit a language file names. */
    public static Optional<Unit> named(String label) {
      for (Unit unit : values()) {
        if (unit.label.equals(label)) {
          return Optional.of(unit);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The unit of a number.
   *
   * @param currency the sign of a currency, of {@link Unit#MONEY} only, else empty
   * @param factor how much of the base unit one is: 1000 of "km"
   * @param per what it is a rate of: "day" of "nine a day"; else empty
   * @param compound whether number and unit stand as one word before a noun: "two-year"
   */
  public record Measure(
      Unit unit, String currency, BigDecimal factor, String per, boolean compound) {
    public static final Measure NONE = new Measure(Unit.NONE, "", BigDecimal.ONE, "", false);

    /** The unit's name with the currency: {@code money:$}. */
    public String label() {
      return currency.isEmpty() ? unit.label() : unit.label() + ":" + currency;
    }
  }

  /** The number alone; offsets into the report's body. */
  public Span figure() {
    return place.figure();
  }

  /** The number with its bound and unit; offsets into the report's body. */
  public Span span() {
    return place.whole();
  }

  public Unit unit() {
    return measure.unit();
  }

  /** The number in the base unit: 5000 of "5 km". */
  public BigDecimal base() {
    return value.multiply(measure.factor());
  }

  /** The same number as part or total of another, or as one end of a range. */
  public Quantity withRole(Role newRole) {
    return new Quantity(place, kind, value, bound, measure, newRole, counted);
  }

  public Quantity withValue(BigDecimal newValue) {
    return new Quantity(place, kind, newValue, bound, measure, role, counted);
  }

  /**
   * Whether both may be the same number: equal, in other units, one the other rounded, one inside
   * the bound of the other. "More than 300,000" and "just under 300,000" are not.
   */
  public boolean agrees(Quantity other) {
    if (kind == Kind.VAGUE || other.kind == Kind.VAGUE) {
      return isVaguely(other);
    }
    if ((kind == Kind.ORDINAL) != (other.kind == Kind.ORDINAL) || !isOneMeasure(other)) {
      return false;
    }
    BigDecimal own = inOneUnit(other);
    BigDecimal its = other.inOneUnit(this);
    int order = own.compareTo(its);
    if (order == 0 || isConverted(other) && isNear(own, its, CONVERTED_SHARE)) {
      return bound.direction() * other.bound.direction() >= 0;
    }
    return isToldAs(own, other, its) || other.isToldAs(its, this, own);
  }

  /** Whether the other tells this number, fine, by a rounder one. */
  private boolean isToldAs(BigDecimal fine, Quantity other, BigDecimal coarse) {
    int direction = other.bound.direction();
    if (bound.direction() * direction < 0
        || direction > 0 && fine.compareTo(coarse) < 0
        || direction < 0 && fine.compareTo(coarse) > 0) {
      return false;
    }
    if (isRounding(fine, coarse)) {
      return true;
    }
    return switch (other.bound) {
      case EXACT -> kind == Kind.FRACTION && isNear(fine, coarse, CONVERTED_SHARE);
      case AT_LEAST, MORE_THAN -> isNear(fine, coarse, BEYOND_SHARE);
      case ABOUT, JUST_OVER, AT_MOST, LESS_THAN, ALMOST -> isNear(fine, coarse, ROUGH_SHARE);
    };
  }

  private static boolean isNear(BigDecimal a, BigDecimal b, double share) {
    double larger = Math.max(Math.abs(a.doubleValue()), Math.abs(b.doubleValue()));
    return Math.abs(a.doubleValue() - b.doubleValue()) <= share * larger;
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

  /** "Hundreds" is 200 to 2,000; "dozens" and "hundreds" are not the same. */
  private boolean isVaguely(Quantity other) {
    if (kind == other.kind) {
      return value.compareTo(other.value) == 0;
    }
    BigDecimal word = kind == Kind.VAGUE ? value : other.value;
    BigDecimal number = kind == Kind.VAGUE ? other.value : value;
    return number.compareTo(word) >= 0 && number.compareTo(word.multiply(VAGUE_TIMES)) <= 0;
  }

  /** Whether the units allow that both are one number; a number without a unit may have any. */
  private boolean isOneMeasure(Quantity other) {
    if (unit() == Unit.MONEY && other.unit() == Unit.MONEY) {
      return measure.currency().equals(other.measure.currency());
    }
    return unit() == other.unit()
        || unit() == Unit.NONE
        || other.unit() == Unit.NONE
        || isTime() && other.isTime();
  }

  private boolean isTime() {
    return unit() == Unit.TIME_SPAN || unit() == Unit.AGE;
  }

  private boolean isConverted(Quantity other) {
    return unit() == other.unit()
        && measure.factor().compareTo(other.measure.factor()) != 0
        && (unit() == Unit.LENGTH || unit() == Unit.WEIGHT || unit() == Unit.SPEED);
  }

  /** The number in a unit both can be told in. */
  private BigDecimal inOneUnit(Quantity other) {
    if (unit() == other.unit() && measure.factor().compareTo(other.measure.factor()) != 0) {
      return base();
    }
    boolean share = kind == Kind.FRACTION && other.unit() == Unit.PERCENT;
    return share ? value.movePointRight(2).round(MathContext.DECIMAL32) : value;
  }

  /**
   * Whether the other tells the same number and says of it that the truth lies beyond: "some 2,100"
   * became "more than 2,100".
   */
  public boolean isOverstatedBy(Quantity other) {
    boolean beyond =
        switch (other.bound) {
          case MORE_THAN, JUST_OVER, LESS_THAN, ALMOST -> true;
          case EXACT, ABOUT, AT_LEAST, AT_MOST -> false;
        };
    return beyond
        && bound.direction() == 0
        && isOneMeasure(other)
        && inOneUnit(other).compareTo(other.inOneUnit(this)) == 0;
  }

  /** Whether both have the same number, whatever bounds it and whatever it counts. */
  public boolean isSameFigure(Quantity other) {
    return value.compareTo(other.value) == 0;
  }

  /** How many times the larger is the smaller one; 1 at equal values. */
  public double ratio(Quantity other) {
    double one = Math.abs(inOneUnit(other).doubleValue());
    double two = Math.abs(other.inOneUnit(this).doubleValue());
    return Math.min(one, two) == 0 ? Double.MAX_VALUE : Math.max(one, two) / Math.min(one, two);
  }
}
