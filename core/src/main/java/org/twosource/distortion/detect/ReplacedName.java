package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.lexicon.EditDistance;
import org.twosource.lexicon.Transliteration;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * A name of the sentence and the other name that stands in its place in the copy. A name that was
 * cut ("Kimi Ra" to "Ra"), written with initials, replaced by a pronoun or a description, or that
 * stands elsewhere in the copy is not replaced.
 *
 * @param mention the name before
 * @param other the name in the copy, where it was read as one
 * @param words the words of the name before
 * @param instead the words of the other name
 * @param similarity of the letters, 0 to 1 (1 - edit distance / longer length)
 * @param common whether everyday words stand where the name had rare ones
 * @param recut whether it falls into another number of words, and not because only the surname is
 *     given
 */
record ReplacedName(
    Mention mention,
    Optional<Mention> other,
    List<Integer> words,
    List<Integer> instead,
    double similarity,
    boolean common,
    boolean recut) {

  /** Everyday words are rarer than this, in the units of {@link WordRarity}. */
  private static final float EVERYDAY = 7f;

  /** Last words that are so much alike are one surname, spelled in two ways. */
  private static final double SURNAME = 0.7;

  /** Words of less rarity are left out of initials: "of", "and", "for". */
  private static final float FUNCTION_WORD = 2.2f;

  /** Letters that are less alike are no spoiled form of a name. */
  private static final double SPOILED = 0.4;

  /** Letters of a beginning that two forms of one name share, and of the ending of one of them. */
  private static final int LONG_STEM = 6;

  private static final int LONG_ENDING = 3;

  private static final WordRarity RARITY = WordRarity.standard();

  /** Share of the content words of either side that must stand in the other. */
  private static final double MIN_KEPT = 0.6;

  /** Names whose letters are so much alike are one name, wherever they stand. */
  private static final double ALIKE = 0.5;

  static List<ReplacedName> in(SentencePair pair) {
    List<ReplacedName> replaced = new ArrayList<>();
    for (Mention mention : names(pair.before())) {
      read(pair, mention).ifPresent(replaced::add);
    }
    return replaced;
  }

  static List<Mention> names(Side side) {
    return side.text().mentionsIn(side.span()).stream()
        .filter(
            mention ->
                mention.form() != Mention.Form.PRONOUN
                    && mention.form() != Mention.Form.DESCRIPTION)
        .toList();
  }

  private static Optional<ReplacedName> read(SentencePair pair, Mention mention) {
    if (mention.form() == Mention.Form.GARBLED) {
      return Optional.empty();
    }
    List<Integer> words = nameWords(pair.before(), mention.span());
    List<Integer> changed = words.stream().filter(i -> isChanged(pair, i)).toList();
    if (changed.isEmpty() || stands(pair.after(), letters(pair.before(), words))) {
      return Optional.empty();
    }
    List<Integer> place = new ArrayList<>();
    for (int i : changed) {
      pair.counterpart(i).ifPresent(place::add);
      place.addAll(pair.replacement(i));
    }
    if (place.isEmpty()) {
      place.addAll(pair.gap(words.getFirst(), words.getLast(), 6));
    }
    place.removeIf(j -> isTime(pair.after(), j));
    Optional<Mention> other =
        names(pair.after()).stream()
            .filter(name -> pair.after().in(name.span()).stream().anyMatch(place::contains))
            .findFirst();
    List<Integer> instead =
        other
            .map(name -> nameWords(pair.after(), name.span()))
            .orElseGet(
                () ->
                    place.stream()
                        .filter(j -> isCapital(pair.after(), j) && pair.after().isContent(j))
                        .toList());
    if (instead.isEmpty() || isSame(pair, mention, words, instead)) {
      return Optional.empty();
    }
    String one = letters(pair.before(), words);
    String two = letters(pair.after(), instead);
    double similarity = EditDistance.similarity(one, two);
    boolean kin = other.map(name -> areOfOneSort(pair, mention, name)).orElse(true);
    if (stands(pair.before(), two)
        || Math.min(similarity, changedSimilarity(pair, words, instead)) < ALIKE
            && (!kin
                || !isInPlace(pair, words, instead)
                || !isOtherwiseKept(pair)
                || holdsName(pair.before(), words, pair.after(), instead)
                || holdsName(pair.after(), instead, pair.before(), words))) {
      return Optional.empty();
    }
    return Optional.of(
        new ReplacedName(
            mention,
            other,
            words,
            List.copyOf(instead),
            similarity,
            isCommon(pair, words, instead),
            isRecut(pair, words, instead)));
  }

  /** A sentence reworded throughout names others because it tells something else. */
  private static boolean isOtherwiseKept(SentencePair pair) {
    return Math.max(keptShare(pair), keptShare(pair.swapped())) >= MIN_KEPT;
  }

  private static double keptShare(SentencePair pair) {
    return pair.kept(IntStream.range(0, pair.before().size()).boxed().toList());
  }

  /**
   * Whether a side has the last word of the other side's name outside its own: "some Heavy
   * customers" knows of the "Falcon Heavy" that seems to replace another name.
   */
  private static boolean holdsName(Side side, List<Integer> own, Side other, List<Integer> name) {
    String last = plain(other.normal(name.getLast()));
    return IntStream.range(0, side.size())
        .filter(i -> !own.contains(i))
        .anyMatch(i -> isCapital(side, i) && plain(side.normal(i)).equals(last));
  }

  private static boolean isRecut(SentencePair pair, List<Integer> words, List<Integer> instead) {
    return parts(pair.before(), words) != parts(pair.after(), instead)
        && !isSurname(pair, words, instead);
  }

  /** The words of a name, with a hyphen counted as a blank: "al-Qaida" and "Al Qaeda". */
  private static int parts(Side side, List<Integer> words) {
    return words.stream().mapToInt(i -> side.normal(i).split("-").length).sum();
  }

  /** Whether one side gives a single word, much like the last one of the other. */
  private static boolean isSurname(SentencePair pair, List<Integer> words, List<Integer> instead) {
    return Math.min(words.size(), instead.size()) == 1
        && lastSimilarity(pair, words, instead) >= SURNAME;
  }

  private static double lastSimilarity(
      SentencePair pair, List<Integer> words, List<Integer> instead) {
    return EditDistance.similarity(
        plain(pair.before().normal(words.getLast())),
        plain(pair.after().normal(instead.getLast())));
  }

  private static boolean isCommon(SentencePair pair, List<Integer> words, List<Integer> instead) {
    List<String> own = words.stream().map(pair.before()::normal).toList();
    return instead.stream()
            .map(pair.after()::normal)
            .anyMatch(word -> !own.contains(word) && RARITY.of(word) < EVERYDAY)
        && own.stream().allMatch(word -> RARITY.of(word) >= EVERYDAY);
  }

  private static boolean isTime(Side side, int j) {
    return side.text().timexesIn(side.span()).stream()
        .anyMatch(time -> time.span().overlaps(side.token(j).span()));
  }

  /**
   * A place does not become a person, nor the name of a bank the town that says which bank; what
   * could not be told apart may be anything.
   */
  private static boolean areOfOneSort(SentencePair pair, Mention one, Mention two) {
    boolean alike = pair.before().saysWhich(one.span()) == pair.after().saysWhich(two.span());
    return one.type() == two.type()
        || alike
            && (one.type() == EntityType.OTHER
                || two.type() == EntityType.OTHER
                || one.type() != EntityType.PERSON && two.type() != EntityType.PERSON);
  }

  /** Whether the other name stands between the same neighbours: the word on either side stayed. */
  private static boolean isInPlace(SentencePair pair, List<Integer> words, List<Integer> instead) {
    int left = words.getFirst() - 1;
    int right = words.getLast() + 1;
    boolean head = left < 0 && instead.getFirst() <= 1;
    boolean tail = right >= pair.before().size() && instead.getLast() >= pair.after().size() - 2;
    boolean rightKept = right < pair.before().size() && stands(pair, right, instead.getLast() + 1);
    boolean leftKept =
        left >= 0
            && stands(pair, left, instead.getFirst() - 1)
            && (pair.before().isContent(left)
                || left == 0
                || rightKept
                || tail
                || stands(pair, left - 1, instead.getFirst() - 2));
    return head ? rightKept || tail : leftKept || rightKept && isShort(pair, words, instead);
  }

  private static boolean stands(SentencePair pair, int i, int j) {
    return j >= 0 && j < pair.after().size() && pair.counterpart(i).orElse(-1) == j;
  }

  private static boolean isShort(SentencePair pair, List<Integer> words, List<Integer> instead) {
    return pair.gap(words.getFirst(), words.getLast(), 12).containsAll(instead);
  }

  private static List<Integer> nameWords(Side side, Span span) {
    return side.in(span).stream()
        .filter(i -> side.token(i).isWord() && !side.normal(i).equals("'s"))
        .toList();
  }

  /** Replaced or dropped, or "a variant" that differs in more than an ending. */
  private static boolean isChanged(SentencePair pair, int i) {
    return switch (pair.becameOf(i)) {
      case EQUAL, MOVED -> false;
      case REPLACED, DROPPED, SYNONYM -> true;
      case VARIANT -> {
        String form =
            pair.counterpart(i).isPresent()
                ? plain(pair.after().normal(pair.counterpart(i).getAsInt()))
                : "";
        String own = plain(pair.before().normal(i));
        int shorter = Math.min(form.length(), own.length());
        boolean ending = form.startsWith(own) || own.startsWith(form);
        boolean plural = Math.abs(form.length() - own.length()) == 1 && (form + own).endsWith("s");
        yield !(ending && (shorter >= 5 || plural));
      }
      case ADDED -> false;
    };
  }

  private static boolean isCapital(Side side, int j) {
    int first = side.token(j).text().codePointAt(0);
    return Character.isUpperCase(first) && side.token(j).start() != side.span().start();
  }

  /** Whether one form is a short form of the other, or both are known names of one thing. */
  private static boolean isSame(
      SentencePair pair, Mention mention, List<Integer> words, List<Integer> instead) {
    List<String> one = words.stream().map(i -> plain(pair.before().normal(i))).toList();
    List<String> two = instead.stream().map(j -> plain(pair.after().normal(j))).toList();
    if (isClipped(one, two) || isDemonym(pair, one, two) || isDemonym(pair, two, one)) {
      return true;
    }
    if (isOfOneStem(one, two) || isOfOneStem(two, one)) {
      return true;
    }
    String last = one.getLast();
    String otherLast = two.getLast();
    if (one.containsAll(two)
        || two.containsAll(one)
        || Math.min(last.length(), otherLast.length()) >= 4
            && !last.equals(otherLast)
            && (last.endsWith(otherLast) || otherLast.endsWith(last))
        || String.join("", one).equals(String.join("", two))) {
      return true;
    }
    if (isInitials(one, two) || isInitials(two, one) || isAbbreviated(one, two)) {
      return true;
    }
    if (isOnePerson(one, two) || isInitials(without(one, two), without(two, one))) {
      return true;
    }
    if (isInitials(without(two, one), without(one, two)) || stems(one).equals(stems(two))) {
      return true;
    }
    if (isOneName(pair.before(), mention, one, two) || isOneName(pair.after(), mention, one, two)) {
      return true;
    }
    return isKnownSame(pair, mention, instead);
  }

  /** "Antarctica" beside "West Antarctic": a single word, of which the other name has a form. */
  private static boolean isOfOneStem(List<String> single, List<String> name) {
    if (single.size() != 1) {
      return false;
    }
    String word = single.getFirst();
    return name.stream()
        .anyMatch(
            other ->
                Math.min(word.length(), other.length()) >= LONG_STEM
                    && Math.abs(word.length() - other.length()) <= LONG_ENDING
                    && (word.startsWith(other) || other.startsWith(word)));
  }

  /** "Ronald L. Kuby" and "Ron Kuby": one surname, one first name a short form of the other. */
  private static boolean isOnePerson(List<String> one, List<String> two) {
    if (one.size() < 2 || two.size() < 2 || !one.getLast().equals(two.getLast())) {
      return false;
    }
    String first = one.getFirst();
    String other = two.getFirst();
    return Math.min(first.length(), other.length()) >= 2
        && (first.startsWith(other) || other.startsWith(first));
  }

  private static List<String> without(List<String> words, List<String> others) {
    return words.stream().filter(word -> !others.contains(word)).toList();
  }

  /** "Defence Department" and "Defense Department". */
  private static List<String> stems(List<String> words) {
    return words.stream().map(WordForm::stem).toList();
  }

  /** Whether a thing of the gazetteer is meant on both sides: "US" and "American", "Sino-". */
  private static boolean isKnownSame(SentencePair pair, Mention mention, List<Integer> instead) {
    Side after = pair.after();
    String family = pair.before().normal(nameWords(pair.before(), mention.span()).getLast());
    boolean respelled = // in letters of another house: Zelensky, Zelenskyy
        mention.type() == EntityType.PERSON
            && Transliteration.letters(family)
                .equals(Transliteration.letters(after.normal(instead.getLast())));
    boolean known = respelled || mention.entity().matches("Q[0-9]+|place:.*");
    Span words = after.from(instead.getFirst(), instead.getLast());
    return known
        && after.text().mentions().stream()
            .filter(name -> name.form() != Mention.Form.GARBLED)
            .filter(name -> name.form() != Mention.Form.PRONOUN)
            .anyMatch(
                name -> name.span().overlaps(words) && name.entity().equals(mention.entity()));
  }

  /** "Wang" and "Yi" where the report elsewhere has "Wang Yi" for both. */
  private static boolean isOneName(Side side, Mention mention, List<String> one, List<String> two) {
    return side.text().mentions().stream()
        .filter(full -> full.entity().equals(mention.entity()))
        .map(full -> full.span().in(side.body()).toLowerCase(Locale.ROOT))
        .map(full -> List.of(full.split("[^\\p{L}\\p{N}]+")))
        .anyMatch(full -> full.containsAll(one) && full.containsAll(two));
  }

  static boolean isClipped(SentencePair pair, Mention one, Mention two) {
    return isClipped(
        nameWords(pair.before(), one.span()).stream()
            .map(i -> plain(pair.before().normal(i)))
            .toList(),
        nameWords(pair.after(), two.span()).stream()
            .map(j -> plain(pair.after().normal(j)))
            .toList());
  }

  /** "Teen Choice" for "Teenage Choice": one everyday word of several was cut. */
  private static boolean isClipped(List<String> one, List<String> two) {
    boolean several = one.size() == two.size() && one.size() >= 2;
    for (int k = 0; several && k < one.size(); k++) {
      String longer = one.get(k).length() > two.get(k).length() ? one.get(k) : two.get(k);
      String shorter = longer.equals(one.get(k)) ? two.get(k) : one.get(k);
      several = longer.equals(shorter) || shorter.length() >= 4 && longer.startsWith(shorter);
    }
    return several;
  }

  /** "Brazilian" beside "Brazil": the longer one is the shorter with an ending of such words. */
  private static boolean isDemonym(SentencePair pair, List<String> names, List<String> longer) {
    if (names.size() != 1 || longer.isEmpty()) {
      return false;
    }
    String name = names.getFirst();
    String people = longer.getFirst();
    int shared = 0;
    while (shared < Math.min(name.length(), people.length())
        && name.charAt(shared) == people.charAt(shared)) {
      shared++;
    }
    return shared >= 4
        && name.length() - shared <= 2
        && DistortionWords.of(pair.before().text())
            .demonymEndings()
            .contains(people.substring(shared));
  }

  /** "UN" for "United Nations", "U.S." for "United States". */
  private static boolean isInitials(List<String> words, List<String> initials) {
    if (initials.size() != 1 || words.size() < 2) {
      return false;
    }
    List<String> full = words.stream().filter(word -> !word.isEmpty()).toList();
    String all = firsts(full);
    String first = firsts(full.stream().filter(word -> RARITY.of(word) >= FUNCTION_WORD).toList());
    String letters = initials.getFirst();
    boolean most = letters.length() >= 3 && letters.length() * 2 >= first.length();
    boolean withoutLast = letters.length() >= 2 && letters.length() + 1 == all.length();
    return first.equals(letters)
        || all.equals(letters)
        || withoutLast && all.startsWith(letters)
        || most && holdsInOrder(first, letters);
  }

  /** The first letters; a number stands whole: "G20". */
  private static String firsts(List<String> words) {
    return words.stream()
        .map(word -> WordForm.isNumber(word) ? word : word.substring(0, 1))
        .collect(Collectors.joining());
  }

  /** "ATF" for "Bureau of Alcohol, Tobacco, Firearms": its first word may be left out too. */
  private static boolean holdsInOrder(String all, String letters) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      at = all.indexOf(letters.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  /** "Corp" for "Corporation", "Ark" for "Arkansas", word by word. */
  private static boolean isAbbreviated(List<String> one, List<String> two) {
    if (one.size() != two.size()) {
      return false;
    }
    for (int k = 0; k < one.size(); k++) {
      String longer = one.get(k).length() > two.get(k).length() ? one.get(k) : two.get(k);
      String shorter = longer.equals(one.get(k)) ? two.get(k) : one.get(k);
      boolean cut = shorter.length() <= 4 && longer.length() - shorter.length() >= 3;
      if (!longer.equals(shorter) && !(cut && longer.startsWith(shorter))) {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(Side side, String letters) {
    return letters.length() > 2
        && names(side).stream()
            .anyMatch(name -> letters(side, nameWords(side, name.span())).equals(letters));
  }

  static String letters(Side side, List<Integer> words) {
    StringBuilder letters = new StringBuilder();
    words.forEach(i -> letters.append(plain(side.normal(i))));
    return letters.toString();
  }

  private static String plain(String word) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    return bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  double changedSimilarity(SentencePair pair) {
    return changedSimilarity(pair, words, instead);
  }

  /**
   * Likeness of the words that differ, without those that both names have: "Falcon 9" and "Falcon
   * Heavy" are two things.
   */
  private static double changedSimilarity(
      SentencePair pair, List<Integer> words, List<Integer> instead) {
    if (words.size() != instead.size() && isSurname(pair, words, instead)) {
      return lastSimilarity(pair, words, instead);
    }
    List<String> one = words.stream().map(i -> plain(pair.before().normal(i))).toList();
    List<String> two = instead.stream().map(j -> plain(pair.after().normal(j))).toList();
    String own = String.join("", one.stream().filter(word -> !two.contains(word)).toList());
    String its = String.join("", two.stream().filter(word -> !one.contains(word)).toList());
    return EditDistance.similarity(own, its);
  }

  boolean isPlace() {
    return mention.type() == EntityType.PLACE
        && mention.form() != Mention.Form.METONYM
        && other.map(name -> name.type() == EntityType.PLACE).orElse(true);
  }

  /**
   * Whether bad copying seems to have spoiled the name: it sounds much the same but falls into
   * other words.
   */
  boolean isGarbled() {
    boolean read = other.map(name -> name.form() == Mention.Form.GARBLED).orElse(false);
    return read || similarity >= SPOILED && (recut || other.isEmpty() || common && !isPlace());
  }

  /** Whether who does or says it became somebody else altogether. */
  boolean isActor(SentencePair pair) {
    boolean acts = false;
    boolean part = false;
    for (int i : words) {
      acts |= pair.before().relation(i).startsWith("nsubj");
      part |=
          pair.before().relation(i).startsWith("nmod") && !words.contains(pair.before().head(i));
    }
    boolean speaks =
        !part
            && pair.before().text().attributions().stream()
                .anyMatch(said -> said.source().map(mention.span()::overlaps).orElse(false));
    return (acts || speaks) && similarity < 0.4 && !isPlace();
  }

  Finding finding(
      SentencePair pair,
      Distortion.Kind kind,
      Distortion.Severity severity,
      double confidence,
      String what) {
    Span from = pair.before().from(words.getFirst(), words.getLast());
    Span to = pair.after().from(instead.getFirst(), instead.getLast());
    return new Finding(
        kind,
        Optional.of(from),
        Optional.of(to),
        severity,
        confidence,
        what + ": “" + pair.before().words(from) + "”, “" + pair.after().words(to) + "”");
  }

  /** Whether any word of the name is under this edit. */
  boolean has(SentencePair pair, Edit.Kind kind) {
    return words.stream().anyMatch(i -> pair.becameOf(i) == kind);
  }
}
