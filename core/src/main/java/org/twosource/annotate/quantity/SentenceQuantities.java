package org.twosource.annotate.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.annotate.Quantity.Kind;
import org.twosource.annotate.Quantity.Measure;
import org.twosource.annotate.Quantity.Place;
import org.twosource.annotate.Quantity.Role;
import org.twosource.annotate.Quantity.Unit;
import org.twosource.annotate.Timex;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * Reads the quantities of one sentence. A number is a run of pieces ({@link Number}); what stands
 * at it on either side bounds it, gives its unit, and says what is counted. A second pass sees what
 * two numbers beside each other are to one another. Made for one sentence and thrown away.
 */
final class SentenceQuantities {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Sentence sentence;
  private final QuantityWords words;
  private final Optional<Grammar> grammar;
  private final List<Timex> times;
  private final List<TokenPiece> pieces;

  SentenceQuantities(Annotated text, Sentence sentence, QuantityWords words) {
    this.sentence = sentence;
    this.words = words;
    this.grammar =
        text.syntax(sentence.index()).filter(parsed -> parsed.size() == sentence.tokens().size());
    this.times = text.timexesIn(sentence.span());
    this.pieces = TokenPiece.of(sentence.tokens());
  }

  /**
   * A run of pieces that is one number.
   *
   * @param from its first piece, an article or currency sign before it among them
   * @param first the first piece of the number proper
   * @param last its last piece
   * @param scale the thousand, million or so it is told in; 1 if none
   */
  private record Number(
      int from, int first, int last, Kind kind, BigDecimal value, BigDecimal scale) {
    boolean isScaled() {
      return scale.compareTo(THOUSAND) >= 0;
    }
  }

  /** A unit with the last piece of it; the number's last piece where there is none. */
  private record Read(Measure measure, int last) {}

  List<Quantity> read() {
    List<Quantity> found = new ArrayList<>();
    List<Number> numbers = new ArrayList<>();
    for (int at = 0; at < pieces.size(); at++) {
      Optional<Number> number = number(at);
      if (number.isEmpty()) {
        continue;
      }
      Optional<Quantity> quantity = quantity(number.get());
      if (quantity.isPresent()) {
        found.add(quantity.get());
        numbers.add(number.get());
      }
      at = number.get().last();
    }
    relate(found, numbers);
    return found;
  }

  // ---- the number itself

  private Optional<Number> number(int at) {
    TokenPiece first = pieces.get(at);
    if (first.isFigure()) {
      return figure(at);
    }
    if (!first.isWord() || isGlued(at)) {
      return Optional.empty();
    }
    return oneIn(at)
        .or(() -> fraction(at))
        .or(() -> multiple(at))
        .or(() -> vague(at))
        .or(() -> ordinal(at))
        .or(() -> none(at))
        .or(() -> cardinal(at));
  }

  /** Part of a longer name or web address: "Harbour-7", "G20", "#7". */
  private boolean isGlued(int at) {
    if (at == 0 || !pieces.get(at - 1).touches(pieces.get(at))) {
      return false;
    }
    TokenPiece before = pieces.get(at - 1);
    if (before.isHyphen() && at >= 2 && pieces.get(at - 2).touches(before)) {
      TokenPiece joined = pieces.get(at - 2);
      return joined.isWord()
          && !isNumberWord(joined.normal())
          && !words.and.contains(joined.normal());
    }
    return before.isWord() && !isCurrency(at - 1)
        || before.isMark() && "/#_@.&".contains(before.normal());
  }

  private Optional<Number> figure(int at) {
    Optional<BigDecimal> value =
        words.figure(pieces.get(at).normal()).or(() -> clock(at)).filter(any -> !isGlued(at));
    if (value.isEmpty() || isFollowedBySlash(at)) {
      return Optional.empty();
    }
    Optional<Number> share = oneIn(at);
    if (share.isPresent()) {
      return share;
    }
    int from = at > 0 && isCurrency(at - 1) ? at - 1 : at;
    BigDecimal scale = BigDecimal.ONE;
    int last = at;
    Optional<Integer> scaled = scaleAt(next(at), from < at, at);
    while (scaled.isPresent()) {
      last = scaled.get();
      scale = scale.multiply(scale(pieces.get(last).normal()));
      scaled = scaleAt(next(last), from < at, at);
    }
    if (scale.equals(BigDecimal.ONE) && ordinalEnding(at)) {
      return Optional.of(new Number(from, at, at + 1, Kind.ORDINAL, value.get(), scale));
    }
    if (last == at && isLabel(at)) {
      boolean name = isNameOfFigure(at);
      return name
          ? Optional.empty()
          : Optional.of(new Number(from, at, at, Kind.LABEL, value.get(), scale));
    }
    return Optional.of(
        withHalf(new Number(from, at, last, Kind.CARDINAL, value.get().multiply(scale), scale)));
  }

  /** "7:30" of "7:30 p.m.", as 7.30. */
  private Optional<BigDecimal> clock(int at) {
    return pieces.get(at).normal().matches("\\d{1,2}:\\d{2}") && isHalfOfDay(next(at))
        ? Optional.of(new BigDecimal(pieces.get(at).normal().replace(':', '.')))
        : Optional.empty();
  }

  private boolean isFollowedBySlash(int at) {
    return at + 1 < pieces.size()
        && pieces.get(at).touches(pieces.get(at + 1))
        && "/_".contains(pieces.get(at + 1).normal());
  }

  /** "21st", "3rd": the ending is glued to the figure. */
  private boolean ordinalEnding(int at) {
    return at + 1 < pieces.size()
        && pieces.get(at).touches(pieces.get(at + 1))
        && pieces.get(at + 1).normal().matches("st|nd|rd|th");
  }

  /**
   * A number that names: "turn three", "Boeing 747", a year, letters that are no unit at the figure
   * ("a 4K screen").
   */
  private boolean isLabel(int at) {
    TokenPiece figure = pieces.get(at);
    boolean money = at > 0 && isCurrency(at - 1);
    if (money) {
      return false;
    }
    if (at > 0 && words.numberedThings.contains(pieces.get(at - 1).normal())) {
      return true;
    }
    boolean measured =
        unit(at, at).measure().unit() != Unit.NONE
            || moneyWord(new Number(at, at, at, Kind.CARDINAL, BigDecimal.ONE, BigDecimal.ONE))
                >= 0;
    if (at + 1 < pieces.size() && figure.touches(pieces.get(at + 1))) {
      TokenPiece next = pieces.get(at + 1);
      if (next.isWord() && !measured) {
        return true;
      }
    }
    return !measured && (isYear(at) || isAfterName(at));
  }

  private boolean isYear(int at) {
    return pieces.get(at).normal().matches("(19|20)\\d\\d") && bound(at, at).bound() == Bound.EXACT;
  }

  /** "Ten" of "10News" is read nowhere. */
  private boolean isNameOfFigure(int at) {
    return at + 1 < pieces.size()
        && pieces.get(at).touches(pieces.get(at + 1))
        && pieces.get(at + 1).text().matches("\\p{Lu}\\p{L}{2,}");
  }

  /** "18 Boeing 747 aircraft", "the Apollo 11 launchpad"; but not "in Nigeria 21 girls". */
  private boolean isAfterName(int at) {
    if (at < 2 || !pieces.get(at).normal().matches("\\d{1,4}")) {
      return false;
    }
    TokenPiece before = pieces.get(at - 1);
    TokenPiece earlier = pieces.get(at - 2);
    return before.isWord()
        && Character.isUpperCase(before.text().codePointAt(0))
        && before.span().end() + 1 == pieces.get(at).span().start()
        && !isNumberWord(before.normal())
        && !words.units.containsKey(before.normal())
        && times.stream().noneMatch(time -> time.span().overlaps(before.span()))
        && !words.placePrepositions.contains(earlier.normal())
        && !earlier.isMark();
  }

  private Optional<Number> cardinal(int at) {
    int first = at;
    if (words.articles.contains(pieces.get(at).normal())) {
      first = next(at);
      if (first < 0 || !isBareScale(pieces.get(first).normal())) {
        return Optional.empty();
      }
    }
    if (!words.numbers.containsKey(pieces.get(first).normal())) {
      return Optional.empty();
    }
    boolean bare = first == at && isBareScale(pieces.get(at).normal());
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal part = Objects.requireNonNull(words.numbers.get(pieces.get(first).normal()));
    BigDecimal scale = BigDecimal.ONE;
    if (part.compareTo(THOUSAND) >= 0) {
      total = part;
      scale = part;
      part = BigDecimal.ZERO;
    }
    int last = first;
    while (true) {
      int next = nextNumberWord(last, part, total);
      if (next < 0) {
        break;
      }
      BigDecimal value = scale(pieces.get(next).normal());
      String word = pieces.get(next).normal();
      if (isBareScale(word) || !isNumberWord(word)) {
        part = (part.signum() == 0 ? BigDecimal.ONE : part).multiply(value);
        if (value.compareTo(THOUSAND) >= 0) {
          total = total.add(part);
          scale = value;
          part = BigDecimal.ZERO;
        }
      } else {
        part = part.add(value);
      }
      last = next;
    }
    if (isLabelled(at)) {
      return Optional.of(new Number(at, at, last, Kind.LABEL, total.add(part), scale));
    }
    return Optional.of(
        withHalf(
            new Number(
                at, first, last, bare ? Kind.VAGUE : Kind.CARDINAL, total.add(part), scale)));
  }

  private boolean isLabelled(int at) {
    return at > 0 && words.numberedThings.contains(pieces.get(at - 1).normal());
  }

  /** The next word of a number that is read up to {@code last}, over "-" and "and"; -1 if none. */
  private int nextNumberWord(int last, BigDecimal part, BigDecimal total) {
    int next = next(last);
    if (next < 0) {
      return -1;
    }
    boolean joined = words.and.contains(pieces.get(next).normal());
    if (joined) {
      next = next(next);
    }
    if (next < 0 || !pieces.get(next).isWord()) {
      return -1;
    }
    String word = pieces.get(next).normal();
    if (!words.numbers.containsKey(word)) {
      return joined || scaleAt(next, false, -1).isEmpty() ? -1 : next;
    }
    BigDecimal value = words.numbers.get(word);
    boolean round = isBareScale(pieces.get(last).normal());
    if (isBareScale(word)) {
      return joined ? -1 : next;
    }
    boolean fits =
        round && value.compareTo(HUNDRED) < 0
            || !joined
                && value.compareTo(BigDecimal.TEN) < 0
                && part.compareTo(BigDecimal.valueOf(20)) >= 0
                && part.remainder(BigDecimal.TEN).signum() == 0;
    return fits && total.add(part).signum() > 0 ? next : -1;
  }

  private BigDecimal scale(String word) {
    return words.scales.getOrDefault(word, words.numbers.getOrDefault(word, BigDecimal.ONE));
  }

  /** Hundred, thousand, dozen: a word that multiplies. */
  private boolean isBareScale(String word) {
    BigDecimal value = words.numbers.get(word);
    return value != null && (value.compareTo(HUNDRED) >= 0 || words.vague.containsKey(word));
  }

  private boolean isNumberWord(String word) {
    return words.numbers.containsKey(word);
  }

  /**
   * The piece of a scale word at {@code at}: "million", "bn"; a single letter only behind money or
   * where the grammar reads a number, since "m" is also a metre.
   */
  private Optional<Integer> scaleAt(int at, boolean money, int figure) {
    if (at < 0 || !pieces.get(at).isWord()) {
      return Optional.empty();
    }
    TokenPiece piece = pieces.get(at);
    String word = piece.normal();
    if (isBareScale(word)) {
      return Optional.of(at);
    }
    if (!words.scales.containsKey(word)) {
      return Optional.empty();
    }
    boolean glued = at > 0 && pieces.get(at - 1).touches(piece);
    boolean spelled = word.length() > 1 && !words.units.containsKey(word);
    boolean number =
        glued
            && figure >= 0
            && grammar.isPresent()
            && pieces.get(figure).token() != piece.token()
            && grammar.get().pos(piece.token()).equals("NUM");
    boolean paid = glued && figure >= 0 && isMoneyAt(next(at));
    return spelled || money || number || paid ? Optional.of(at) : Optional.empty();
  }

  /** "Two and a half", "2 and a half": a half more. */
  private Number withHalf(Number number) {
    int and = next(number.last());
    int article = and < 0 ? -1 : next(and);
    int half = article < 0 ? -1 : next(article);
    if (half < 0
        || number.kind() != Kind.CARDINAL
        || !words.and.contains(pieces.get(and).normal())
        || !words.articles.contains(pieces.get(article).normal())
        || !words.fractions.containsKey(pieces.get(half).normal())
        || number.isScaled()) {
      return number;
    }
    BigDecimal more =
        BigDecimal.ONE.divide(
            words.fractions.get(pieces.get(half).normal()), MathContext.DECIMAL64);
    int last = half;
    BigDecimal scale = BigDecimal.ONE;
    int next = next(half);
    if (next >= 0 && isBareScale(pieces.get(next).normal())) {
      scale = scale(pieces.get(next).normal());
      last = next;
    }
    return new Number(
        number.from(),
        number.first(),
        last,
        number.kind(),
        number.value().add(more).multiply(scale),
        scale);
  }

  /** "A third of", "two-thirds", "half of the", "half a million". */
  private Optional<Number> fraction(int at) {
    String word = pieces.get(at).normal();
    int part = at;
    BigDecimal times = BigDecimal.ONE;
    boolean article = words.articles.contains(word);
    if (article || isSmall(word)) {
      part = next(at);
      times = article ? BigDecimal.ONE : Objects.requireNonNull(words.numbers.get(word));
    }
    if (part < 0 || !words.fractions.containsKey(pieces.get(part).normal())) {
      return Optional.empty();
    }
    if (part == at && words.ordinals.containsKey(word)) {
      return Optional.empty();
    }
    BigDecimal whole = Objects.requireNonNull(words.fractions.get(pieces.get(part).normal()));
    BigDecimal value = times.divide(whole, MathContext.DECIMAL64);
    int of = next(part);
    String after = of < 0 ? "" : pieces.get(of).normal();
    int scaled = of >= 0 && words.articles.contains(after) ? next(of) : -1;
    if (part == at && scaled >= 0 && isBareScale(pieces.get(scaled).normal())) {
      BigDecimal scale = scale(pieces.get(scaled).normal());
      return Optional.of(new Number(at, at, scaled, Kind.CARDINAL, value.multiply(scale), scale));
    }
    boolean bare = part == at;
    boolean share =
        words.partMarks.contains(after)
            || bare && words.partFollowers.contains(after)
            || bare && at > 0 && words.fractionOpeners.contains(pieces.get(at - 1).normal())
            || !bare && times.compareTo(BigDecimal.ONE) > 0;
    return share
        ? Optional.of(new Number(at, at, part, Kind.FRACTION, value, BigDecimal.ONE))
        : Optional.empty();
  }

  private boolean isSmall(String word) {
    return words.numbers.containsKey(word) && words.numbers.get(word).compareTo(BigDecimal.TEN) < 0;
  }

  /** "One in five", "3 in 10", "nine out of ten". */
  private Optional<Number> oneIn(int at) {
    Optional<BigDecimal> part = small(at);
    int in = next(at);
    if (part.isEmpty() || in < 0 || pieces.get(at).touches(pieces.get(in))) {
      return Optional.empty();
    }
    int of = next(in);
    boolean out = of >= 0 && words.inMarks.contains(phrase(in, 2)) && next(of) >= 0;
    int whole = out ? next(of) : of;
    if (whole < 0 || !out && !words.inMarks.contains(pieces.get(in).normal())) {
      return Optional.empty();
    }
    Optional<BigDecimal> total = small(whole);
    boolean share =
        total.isPresent()
            && total.get().signum() > 0
            && part.get().signum() > 0
            && total.get().compareTo(part.get()) > 0
            && unit(whole, whole).measure().unit() == Unit.NONE
            && scaleAt(next(whole), false, -1).isEmpty();
    return share
        ? Optional.of(
            new Number(
                at,
                at,
                whole,
                Kind.FRACTION,
                part.get().divide(total.get(), MathContext.DECIMAL64),
                BigDecimal.ONE))
        : Optional.empty();
  }

  private Optional<BigDecimal> small(int at) {
    TokenPiece piece = pieces.get(at);
    if (piece.isFigure()) {
      return piece.normal().matches("\\d{1,3}")
          ? Optional.of(new BigDecimal(piece.normal()))
          : Optional.empty();
    }
    return Optional.ofNullable(words.numbers.get(piece.normal()))
        .filter(value -> value.compareTo(HUNDRED) <= 0);
  }

  /** "Twice", "tripled". */
  private Optional<Number> multiple(int at) {
    BigDecimal value = words.multiples.get(pieces.get(at).normal());
    return value == null
        ? Optional.empty()
        : Optional.of(new Number(at, at, at, Kind.CARDINAL, value, BigDecimal.ONE));
  }

  /** "Dozens", "hundreds of thousands". */
  private Optional<Number> vague(int at) {
    String word = pieces.get(at).normal();
    if (!words.vague.containsKey(word) || words.numbers.containsKey(word)) {
      return Optional.empty();
    }
    BigDecimal value = words.vague.get(word);
    int of = next(at);
    int more = of >= 0 && words.partMarks.contains(pieces.get(of).normal()) ? next(of) : -1;
    if (more >= 0 && words.vague.containsKey(pieces.get(more).normal())) {
      value = value.multiply(words.vague.get(pieces.get(more).normal()));
      return Optional.of(new Number(at, at, more, Kind.VAGUE, value, BigDecimal.ONE));
    }
    return Optional.of(new Number(at, at, at, Kind.VAGUE, value, BigDecimal.ONE));
  }

  /** "The third attack"; "seconds" and "the second half" of a game are none. */
  private Optional<Number> ordinal(int at) {
    BigDecimal value = words.ordinals.get(pieces.get(at).normal());
    return value == null
        ? Optional.empty()
        : Optional.of(new Number(at, at, at, Kind.ORDINAL, value, BigDecimal.ONE));
  }

  private Optional<Number> none(int at) {
    return words.none.contains(pieces.get(at).normal()) && !words.bounds.containsKey(phrase(at, 3))
        ? Optional.of(new Number(at, at, at, Kind.NONE, BigDecimal.ZERO, BigDecimal.ONE))
        : Optional.empty();
  }

  // ---- what stands around it

  private Optional<Quantity> quantity(Number number) {
    Read unit = measure(number);
    Span figure =
        new Span(pieces.get(number.first()).span().start(), pieces.get(number.last()).span().end());
    BigDecimal value = number.value();
    if (unit.measure().unit() == Unit.TIME_OF_DAY) {
      if (isOfAnotherZone(unit.last())) {
        return Optional.empty();
      }
      value = minuteOfDay(value, pieces.get(unit.last()).normal());
    } else if (unit.measure().unit() != Unit.AGE && isCalendar(figure)) {
      return Optional.empty();
    }
    Bounded bounded = bound(number.from(), unit.last());
    Span whole =
        new Span(pieces.get(bounded.from()).span().start(), pieces.get(unit.last()).span().end());
    Place place =
        new Place(
            sentence.index(),
            pieces.get(number.first()).token(),
            pieces.get(number.last()).token(),
            figure,
            whole);
    return Optional.of(
        new Quantity(
            place,
            number.kind(),
            value,
            bounded.bound(),
            unit.measure(),
            Role.ALONE,
            counted(pieces.get(number.last()).token(), unit.last())));
  }

  private boolean isCalendar(Span figure) {
    return times.stream()
        .anyMatch(
            time ->
                (time.type() == Timex.Type.DATE || time.type() == Timex.Type.TIME)
                    && time.span().overlaps(figure));
  }

  private Read measure(Number number) {
    if (words.multiples.containsKey(pieces.get(number.first()).normal())) {
      return new Read(new Measure(Unit.MULTIPLE, "", BigDecimal.ONE, "", false), number.last());
    }
    int before = number.from();
    String sign =
        before < number.first() && isCurrency(before)
            ? currency(before)
            : before > 0 && isCurrency(before - 1) ? currency(before - 1) : "";
    Read unit =
        number.kind() == Kind.LABEL ? noUnit(number.last()) : unit(number.last(), number.last());
    int money = moneyWord(number);
    if (!sign.isEmpty() || money >= 0) {
      String currency = sign.isEmpty() ? currencyOf(phraseTo(number.last(), money)) : sign;
      int last = money >= 0 ? money : number.last();
      return rated(new Measure(Unit.MONEY, currency, BigDecimal.ONE, "", false), number, last);
    }
    return rated(unit.measure(), number, unit.last());
  }

  private static Read noUnit(int last) {
    return new Read(Measure.NONE, last);
  }

  private Read rated(Measure measure, Number number, int last) {
    int after = number.last() + 1;
    boolean compound =
        after < pieces.size()
                && pieces.get(after).isHyphen()
                && pieces.get(number.last()).touches(pieces.get(after))
                && after + 1 < pieces.size()
                && pieces.get(after + 1).isWord()
            || last > number.last()
                && pieces.get(number.last()).touches(pieces.get(number.last() + 1))
                && last + 1 < pieces.size()
                && pieces.get(last + 1).isHyphen();
    String per = "";
    int rate = next(last);
    if (rate >= 0
        && measure.unit() == Unit.NONE
        && !words.rates.contains(pieces.get(rate).normal())) {
      rate = next(rate); // "nine trains a day"
    }
    int thing = rate < 0 ? -1 : next(rate);
    if (thing >= 0
        && words.rates.contains(pieces.get(rate).normal())
        && words.rateThings.contains(pieces.get(thing).normal())) {
      per = pieces.get(thing).normal();
    }
    return new Read(
        new Measure(measure.unit(), measure.currency(), measure.factor(), per, compound), last);
  }

  /** The unit behind piece {@code last}, of three words or fewer. */
  private Read unit(int last, int from) {
    for (int length = 3; length >= 1; length--) {
      String phrase = phrase(next(last), length);
      QuantityWords.Scaled found = words.units.get(phrase);
      if (found != null) {
        return new Read(
            new Measure(found.unit(), "", found.factor(), "", false), end(next(last), length));
      }
    }
    return noUnit(from);
  }

  private boolean isHalfOfDay(int at) {
    QuantityWords.Scaled found = words.units.get(phrase(at, 1));
    return found != null && found.unit() == Unit.TIME_OF_DAY;
  }

  private boolean isCurrency(int at) {
    TokenPiece piece = pieces.get(at);
    return piece.isMoney()
        || piece.text().matches("\\p{Lu}{3}") && words.currencies.containsKey(piece.normal());
  }

  private String currencyOf(String words) {
    return Objects.requireNonNull(this.words.currencies.get(words));
  }

  /** The sign of a currency, with the letters of its country: "A$"; "US$" is "$". */
  private String currency(int at) {
    TokenPiece piece = pieces.get(at);
    if (!piece.isMoney()) {
      return currencyOf(piece.normal());
    }
    boolean country =
        at > 0
            && pieces.get(at - 1).touches(piece)
            && pieces.get(at - 1).text().matches("A|C|HK|NZ|S");
    return country ? pieces.get(at - 1).text() + piece.normal() : piece.normal();
  }

  /**
   * The last piece of a currency's name behind a number, "dollars", "euros"; -1 if there is none. A
   * pound is money where millions of it are told, else a weight.
   */
  private int moneyWord(Number number) {
    if (number.kind() == Kind.ORDINAL || number.kind() == Kind.LABEL) {
      return -1;
    }
    for (int length = 2; length >= 1; length--) {
      String phrase = phrase(next(number.last()), length);
      if (words.currencies.containsKey(phrase)
          && (!words.units.containsKey(phrase) || number.scale().compareTo(MILLION) >= 0)) {
        return end(next(number.last()), length);
      }
    }
    return -1;
  }

  /** Whether a currency is named there: "yuan" of "26m yuan". */
  private boolean isMoneyAt(int at) {
    return at >= 0
        && (words.currencies.containsKey(phrase(at, 1))
            || words.currencies.containsKey(phrase(at, 2)));
  }

  private record Bounded(Bound bound, int from) {}

  /** What bounds a number between the pieces {@code from} and {@code last}, both included. */
  private Bounded bound(int from, int last) {
    int start = from;
    if (start > 0 && pieces.get(start - 1).touches(pieces.get(start)) && isCountryOfMoney(start)) {
      start--;
    }
    for (int length = 3; length >= 1; length--) {
      int first = start - length;
      if (first >= 0) {
        Bound found = words.bounds.get(phrase(first, length));
        if (found != null && end(first, length) == start - 1 && !isPreposition(first, length)) {
          return new Bounded(found, first);
        }
      }
    }
    Bound after = words.bounds.get(phrase(next(last), 2));
    return new Bounded(after == null ? Bound.EXACT : after, from);
  }

  /**
   * "A row over two cranes", "talks about 40 prisoners": the word ties the counted noun to the one
   * before it. Not so "a crowd of about 40 people", nor "in the storm over 200 roofs went". Without
   * grammar it is a bound.
   */
  private boolean isPreposition(int first, int length) {
    if (length > 1 || first == 0 || grammar.isEmpty()) {
      return false;
    }
    Grammar parsed = grammar.get();
    int word = pieces.get(first).token();
    int counted = parsed.head(word);
    return parsed.relation(word).equals("case")
        && counted > word
        && parsed.relation(counted).equals("nmod")
        && parsed.head(counted) < word
        && parsed.pos(pieces.get(first - 1).token()).matches("NOUN|PROPN");
  }

  private boolean isCountryOfMoney(int at) {
    return pieces.get(at).isMoney() && pieces.get(at - 1).text().matches("\\p{Lu}{1,2}");
  }

  /** "7:30 p.m. ET": an hour that cannot be compared with one of the place itself. */
  private boolean isOfAnotherZone(int half) {
    for (int i = half + 1; i < Math.min(pieces.size(), half + 3); i++) {
      if (words.timeZones.contains(pieces.get(i).normal())
          || words.zoneWords.contains(pieces.get(i).normal())) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal minuteOfDay(BigDecimal clock, String half) {
    int hour = clock.intValue();
    int minute = clock.subtract(BigDecimal.valueOf(hour)).movePointRight(2).intValue();
    return BigDecimal.valueOf((hour % 12 + (half.startsWith("p") ? 12 : 0)) * 60L + minute);
  }

  /**
   * The noun the number hangs on; without grammar, the word behind it unless that is a function
   * word.
   */
  private OptionalInt counted(int number, int last) {
    if (grammar.isPresent() && grammar.get().relation(number).startsWith("nummod")) {
      int head = grammar.get().head(number);
      return head > number ? OptionalInt.of(head) : OptionalInt.empty();
    }
    int at = last < 0 ? -1 : next(last);
    boolean word =
        grammar.isEmpty()
            && at >= 0
            && pieces.get(at).isWord()
            && !words.stopwords.contains(pieces.get(at).normal());
    return word ? OptionalInt.of(pieces.get(at).token()) : OptionalInt.empty();
  }

  // ---- numbers beside each other

  private void relate(List<Quantity> found, List<Number> numbers) {
    for (int i = 0; i < found.size(); i++) {
      TokenPiece of = after(numbers.get(i).last());
      if (of == null || !words.partMarks.contains(of.normal())) {
        continue;
      }
      int total = beginsAfterOf(numbers, i);
      int next = next(next(numbers.get(i).last()));
      if (total >= 0
          && found.get(i).kind() == Kind.CARDINAL
          && found.get(total).kind() == Kind.CARDINAL) {
        found.set(i, found.get(i).withRole(Role.PART));
        found.set(total, found.get(total).withRole(Role.TOTAL));
      } else if (found.get(i).kind() == Kind.CARDINAL
          && next >= 0
          && words.partFollowers.contains(pieces.get(next).normal())) {
        found.set(i, found.get(i).withRole(Role.PART));
      }
    }
    for (int i = found.size() - 2; i >= 0; i--) {
      range(found, numbers, i);
    }
  }

  private @Nullable TokenPiece after(int piece) {
    int next = next(piece);
    return next < 0 ? null : pieces.get(next);
  }

  /** The number that begins a few words behind "of": "of the more than 200"; -1 if none does. */
  private int beginsAfterOf(List<Number> numbers, int i) {
    if (i + 1 >= numbers.size()) {
      return -1;
    }
    int from = next(next(numbers.get(i).last()));
    int bounded = bound(numbers.get(i + 1).from(), numbers.get(i + 1).last()).from();
    boolean follower = from >= 0 && words.partFollowers.contains(pieces.get(from).normal());
    return from == bounded || follower && next(from) == bounded ? i + 1 : -1;
  }

  /** "Between 4.4 and 4.6 billion": the first number has the scale of the second. */
  private void range(List<Quantity> found, List<Number> numbers, int i) {
    Number low = numbers.get(i);
    Number high = numbers.get(i + 1);
    int joint = lastOf(found.get(i)) + 1;
    boolean range =
        joint < pieces.size()
            && words.ranges.contains(pieces.get(joint).normal())
            && next(joint) == high.from()
            && found.get(i).kind() == Kind.CARDINAL
            && found.get(i + 1).kind() == Kind.CARDINAL;
    if (!range) {
      return;
    }
    if (!words.and.contains(pieces.get(joint).normal())) {
      found.set(i, found.get(i).withRole(Role.LOW));
      found.set(i + 1, found.get(i + 1).withRole(Role.HIGH));
    }
    BigDecimal value = low.value().multiply(high.scale());
    if (low.last() == low.first()
        && low.value().compareTo(THOUSAND) < 0
        && high.isScaled()
        && value.compareTo(high.value()) <= 0) {
      found.set(i, found.get(i).withValue(value));
    }
  }

  private int lastOf(Quantity quantity) {
    int last = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).span().end() <= quantity.span().end()) {
        last = i;
      }
    }
    return last;
  }

  // ---- pieces

  /** The next piece that is no hyphen inside a word, -1 at the end. */
  private int next(int at) {
    if (at < 0 || at + 1 >= pieces.size()) {
      return -1;
    }
    boolean hyphen = pieces.get(at + 1).isHyphen() && pieces.get(at).touches(pieces.get(at + 1));
    int next = hyphen ? at + 2 : at + 1;
    return next < pieces.size() ? next : -1;
  }

  /** {@code length} pieces from {@code from} on, joined by blanks; empty beyond the end. */
  private String phrase(int from, int length) {
    StringBuilder phrase = new StringBuilder();
    int at = from;
    for (int taken = 0; taken < length; taken++) {
      if (at < 0) {
        return "";
      }
      phrase.append(taken == 0 ? "" : " ").append(pieces.get(at).normal());
      at = next(at);
    }
    return phrase.toString();
  }

  private int end(int from, int length) {
    int at = from;
    for (int taken = 1; taken < length; taken++) {
      at = next(at);
    }
    return at;
  }

  private String phraseTo(int last, int end) {
    int first = next(last);
    return phrase(first, first == end ? 1 : 2);
  }
}
