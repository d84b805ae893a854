package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.lexicon.NameForm;
import org.twosource.lexicon.Transliteration;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Finds names of people that bad copying or machine translation has spoiled, by what the story's
 * other reports print in a like sentence.
 *
 * <p>Two sorts. <b>Words for a part</b>: one part of a full name stands alone behind words that
 * cannot be there ("the president You are Jinping": a capital in mid-sentence on a word that has
 * none, and no title). The whole stretch is the garbled name. <b>Letters</b>: a name that only this
 * report prints differs from a name of the other reports by letters swapped, lost or changed, or is
 * its beginning cut off.
 *
 * <p>Honest forms are left alone: short forms, titles, nicknames; spellings that sound alike
 * (Zelensky, Zelenskyy) or that a report keeps to throughout. A like sentence in another report is
 * required, because two people may have like names; where it is missing this is silent.
 */
final class GarbledNames {
  /** Content words that two sentences share, of the shorter one's; below it they are not alike. */
  private static final double LIKE_SENTENCE = 0.4;

  private final List<Text> texts;
  private final NameWords lists;
  private final BiFunction<Integer, Sentence, List<NameWord>> words;
  private final List<NameMention> mentions;
  private final Function<Sentence, List<NameMention>> in;

  /** Sentences that print a full name, by the person. */
  private final Map<Referent, List<NameMention>> fullNames = new LinkedHashMap<>();

  GarbledNames(
      List<Text> texts,
      NameWords lists,
      BiFunction<Integer, Sentence, List<NameWord>> words,
      List<NameMention> mentions,
      Function<Sentence, List<NameMention>> in) {
    this.texts = texts;
    this.lists = lists;
    this.words = words;
    this.mentions = mentions;
    this.in = in;
    for (NameMention mention : mentions) {
      if (mention.type == EntityType.PERSON && mention.to - mention.from > 1) {
        mention.referent.ifPresent(
            person -> fullNames.computeIfAbsent(person, none -> new ArrayList<>()).add(mention));
      }
    }
  }

  /** Changes what it finds in the list of mentions: form, span and whose name it is. */
  void find() {
    if (texts.size() < 2) {
      return;
    }
    for (int text = 0; text < texts.size(); text++) {
      for (Sentence sentence : texts.get(text).sentences()) {
        wordsForAPart(text, sentence);
      }
    }
    letters();
  }

  // ---- words for a part -------------------------------------------------------------------------

  private void wordsForAPart(int text, Sentence sentence) {
    List<NameWord> line = words.apply(text, sentence);
    for (int at = 1; at < line.size(); at++) {
      NameWord word = line.get(at);
      if (!word.isCapital() || word.text().length() < 3) {
        continue;
      }
      int start = oddWordsBefore(line, at);
      if (start == at || isInLongerName(sentence, word)) {
        continue;
      }
      Optional<NameMention> like = likeName(text, line, NameForm.of(word.text()));
      if (like.isPresent()) {
        replace(text, sentence, line, start, at + 1, like.get().referent.orElseThrow());
      }
    }
  }

  /** Where the words begin that cannot stand before a name; {@code at} where there are none. */
  private int oddWordsBefore(List<NameWord> line, int at) {
    for (int start = at - 1; start >= 1 && start >= at - 3; start--) {
      NameWord word = line.get(start);
      if (!line.get(start + 1).follows() || isHonest(line, start)) {
        return at;
      }
      if (word.isCapital() && word.follows()) {
        boolean ordinary = lists.capitalisedWords().contains(word.lower());
        return ordinary && !isCalendar(word.lower()) ? start : at;
      }
      if (!lists.capitalisedWords().contains(word.lower())) {
        return at;
      }
    }
    return at;
  }

  private boolean isHonest(List<NameWord> line, int at) {
    String word = line.get(at).lower();
    return lists.title(line, at) > 0
        || lists.roleWords().contains(word)
        || lists.placePrepositions().contains(word)
        || word.equals("i")
        || word.equals("and")
        || word.equals("with");
  }

  private boolean isCalendar(String word) {
    return lists.calendar().contains(word);
  }

  private boolean isInLongerName(Sentence sentence, NameWord word) {
    return in.apply(sentence).stream()
        .anyMatch(mention -> mention.span().overlaps(word.span()) && mention.to - mention.from > 1);
  }

  /** A full name with this part, not its usual short form, in a like sentence elsewhere. */
  private Optional<NameMention> likeName(int text, List<NameWord> line, String part) {
    NameMention best = null;
    double bestLikeness = LIKE_SENTENCE;
    for (var person : fullNames.entrySet()) {
      boolean hasPart =
          person.getKey().persons.stream()
              .anyMatch(name -> name.words().contains(part) && !name.family().equals(part));
      if (!hasPart) {
        continue;
      }
      for (NameMention mention : person.getValue()) {
        double likeness = mention.text == text ? 0 : likeness(line, mention.words);
        if (likeness >= bestLikeness) {
          best = mention;
          bestLikeness = likeness;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private void replace(
      int text, Sentence sentence, List<NameWord> line, int from, int to, Referent whose) {
    var span = new Span(line.get(from).start(), line.get(to - 1).end());
    for (NameMention mention : in.apply(sentence)) {
      if (mention.span().overlaps(span)) {
        mention.referent.ifPresent(person -> person.unseen(mention.form));
        mentions.remove(mention);
      }
    }
    var garbled =
        new NameMention(
            text,
            sentence,
            line,
            from,
            to,
            new Name(span, EntityType.PERSON, 0.85),
            span.in(texts.get(text).body()),
            List.of());
    garbled.kind = Mention.Form.GARBLED;
    garbled.referent = Optional.of(whose);
    mentions.add(garbled);
  }

  // ---- letters ----------------------------------------------------------------------------------

  private void letters() {
    Map<String, Set<Integer>> textsOfForm = new LinkedHashMap<>();
    Map<String, Integer> timesOfForm = new LinkedHashMap<>();
    for (NameMention mention : mentions) {
      textsOfForm.computeIfAbsent(mention.form, none -> new LinkedHashSet<>()).add(mention.text);
      timesOfForm.merge(mention.form, 1, Integer::sum);
    }
    for (NameMention mention : List.copyOf(mentions)) {
      boolean onlyHere = textsOfForm.getOrDefault(mention.form, Set.of()).size() == 1;
      if (!onlyHere || !mention.senses.isEmpty() || mention.kind != Mention.Form.NAME) {
        continue;
      }
      Optional<Referent> own = mention.referent;
      Optional<Referent> meant = meantByLetters(mention);
      if (meant.isPresent()) {
        boolean keptTo =
            timesOfForm.getOrDefault(mention.form, 0) > 1 && !isNamedIn(mention.text, meant.get());
        boolean honest = keptTo || soundsLike(mention, meant.get());
        for (NameMention same : mentions) {
          boolean spoiledToo =
              same == mention
                  || same.text == mention.text
                      && same.referent.isPresent()
                      && same.referent.equals(own)
                      && same.type == EntityType.PERSON
                      && textsOfForm.getOrDefault(same.form, Set.of()).size() == 1;
          if (spoiledToo) {
            relink(same, meant.get(), honest);
          }
        }
      }
    }
  }

  private static void relink(NameMention mention, Referent meant, boolean honest) {
    mention.referent.ifPresent(other -> other.unseen(mention.form));
    mention.type = EntityType.PERSON;
    mention.referent = Optional.of(meant);
    mention.confidence = 0.75;
    if (honest) {
      meant.seen(mention.form);
    } else {
      mention.kind = Mention.Form.GARBLED;
    }
  }

  /** The person of the other reports whose name this one nearly is, in a like sentence. */
  private Optional<Referent> meantByLetters(NameMention mention) {
    List<String> parts = mention.parts().stream().map(NameForm::of).toList();
    for (var person : fullNames.entrySet()) {
      if (mention.referent.filter(person.getKey()::equals).isPresent()
          || isBeside(mention, person.getKey())) {
        continue;
      }
      boolean near =
          person.getKey().persons.stream()
              .anyMatch(
                  name -> isNear(parts, name) || isTwisted(mention, parts, person.getKey(), name));
      boolean elsewhere =
          person.getValue().stream()
              .anyMatch(
                  full ->
                      full.text != mention.text
                          && likeness(mention.words, full.words) >= LIKE_SENTENCE);
      if (near && elsewhere && isBetterKnown(person.getKey(), mention)) {
        return Optional.of(person.getKey());
      }
    }
    return Optional.empty();
  }

  /** Whether the sentence names both: "Karen Mayer met Karen Meyer" are two people. */
  private boolean isBeside(NameMention mention, Referent person) {
    return in.apply(mention.sentence).stream()
        .anyMatch(other -> other != mention && other.referent.filter(person::equals).isPresent());
  }

  /**
   * More reports print the other form, or this one is its beginning: then that is the right one.
   */
  private boolean isBetterKnown(Referent person, NameMention mention) {
    Set<Integer> theirs = new LinkedHashSet<>();
    for (NameMention full : fullNames.getOrDefault(person, List.of())) {
      theirs.add(full.text);
    }
    boolean cut = person.name().startsWith(mention.form);
    return theirs.size() > 1 || cut || soundsLike(mention, person);
  }

  private static boolean isNear(List<String> parts, PersonName name) {
    if (parts.size() == 1) {
      String family = name.family();
      return family.length() >= 6 && isNear(parts.get(0), family);
    }
    if (parts.size() != name.words().size()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < parts.size(); i++) {
      String mine = parts.get(i);
      String theirs = name.words().get(i);
      if (!mine.equals(theirs)) {
        if (!isNear(mine, theirs)) {
          return false;
        }
        different++;
      }
    }
    return different == 1;
  }

  /**
   * Same given name, family names of one initial with half of the letters in common, and the report
   * never prints the right one: machine translation made a word of it.
   */
  private boolean isTwisted(
      NameMention mention, List<String> parts, Referent person, PersonName name) {
    if (parts.size() != 2
        || name.words().size() != 2
        || name.familyFirst()
        || !parts.get(0).equals(name.given())) {
      return false;
    }
    String mine = parts.get(1);
    String theirs = name.family();
    int longer = Math.max(mine.length(), theirs.length());
    return mine.charAt(0) == theirs.charAt(0)
        && longer >= 5
        && distance(mine, theirs) * 2 <= longer
        && !isNamedIn(mention.text, person);
  }

  /** Few letters apart for the length, or the beginning of the other. */
  private static boolean isNear(String mine, String theirs) {
    if (mine.equals(theirs) || mine.length() < 3 || mine.charAt(0) != theirs.charAt(0)) {
      return false;
    }
    if (mine.length() >= 4 && theirs.startsWith(mine)) {
      return true;
    }
    int allowed = theirs.length() >= 8 ? 2 : 1;
    return theirs.length() >= 4 && distance(mine, theirs) <= allowed;
  }

  private boolean isNamedIn(int text, Referent person) {
    return mentions.stream()
        .anyMatch(
            mention ->
                mention.text == text
                    && mention.kind == Mention.Form.NAME
                    && mention.referent.filter(person::equals).isPresent());
  }

  private static boolean soundsLike(NameMention mention, Referent person) {
    String mine = Transliteration.sound(String.join(" ", mention.parts()));
    return person.persons.stream()
        .anyMatch(
            name ->
                Transliteration.sound(String.join(" ", name.words())).equals(mine)
                    || Transliteration.sound(name.family()).equals(mine));
  }

  /** Damerau-Levenshtein distance with adjacent swaps (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        boolean swap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }

  // ---- like sentences ---------------------------------------------------------------------------

  private double likeness(List<NameWord> a, List<NameWord> b) {
    Set<String> mine = contentWords(a);
    Set<String> theirs = contentWords(b);
    if (mine.size() < 3 || theirs.size() < 3) {
      return 0;
    }
    long shared = mine.stream().filter(theirs::contains).count();
    return (double) shared / Math.min(mine.size(), theirs.size());
  }

  private Set<String> contentWords(List<NameWord> line) {
    Set<String> content = new LinkedHashSet<>();
    for (NameWord word : line) {
      if (word.text().length() > 3 && !lists.isFunctionWord(word.lower())) {
        content.add(word.lower());
      }
    }
    return content;
  }
}
