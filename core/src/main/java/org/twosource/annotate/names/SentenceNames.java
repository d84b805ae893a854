package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;

/**
 * The names of one sentence by rules alone: capital letters, titles, given names, endings of firms
 * and places, prepositions, the gazetteer. One object serves one sentence; not thread-safe.
 */
final class SentenceNames {

  private final NameWords lists;
  private final Gazetteer gazetteer;
  private final String body;
  private final Span span;
  private final List<NameWord> words;
  private final List<Name> names = new ArrayList<>();
  private Set<String> lowercase = Set.of();

  SentenceNames(NameWords lists, Gazetteer gazetteer, String body, Span span) {
    this.lists = lists;
    this.gazetteer = gazetteer;
    this.body = body;
    this.span = span;
    this.words = NameWord.scan(body, span, lists.abbreviations());
  }

  List<NameWord> words() {
    return words;
  }

  /**
   * The names, in text order, not overlapping.
   *
   * @param lowercaseWords words that the text also writes in small letters
   */
  List<Name> find(Set<String> lowercaseWords) {
    lowercase = lowercaseWords;
    boolean headline = isHeadline();
    boolean afterTitle = false;
    int at = 0;
    while (at < words.size()) {
      NameWord word = words.get(at);
      int titleWords = lists.title(words, at);
      int known = knownLength(at);
      int organization = organizationLength(at);
      int person = personLength(at, afterTitle, known);
      int place = afterTitle ? 0 : placeLength(at, known);
      int next;
      if (place > Math.max(known, organization)) {
        add(at, place, EntityType.PLACE, 0.85);
        next = at + place;
      } else if (organization > known && !afterTitle && organization >= titleWords) {
        add(at, organization, EntityType.ORGANIZATION, 0.85);
        next = at + organization;
      } else if (person > known && (afterTitle || titleWords == 0 || person > titleWords + 1)) {
        add(at, person, EntityType.PERSON, afterTitle ? 0.95 : 0.85);
        next = at + person;
      } else if (known > 0 && known >= titleWords) {
        add(at, known, knownType(at, known), 0.9);
        next = at + known;
      } else if (titleWords > 0 && (titleWords > 1 || nextIsName(at + titleWords))) {
        afterTitle = nextIsName(at + titleWords);
        at += titleWords;
        continue;
      } else if (word.isCapital() && !headline && !isOrdinary(at)) {
        next = at + addUnknown(at);
      } else {
        next = at + 1;
      }
      afterTitle = false;
      at = next;
    }
    return names;
  }

  private boolean nextIsName(int at) {
    return at < words.size()
        && words.get(at).isCapital()
        && words.get(at).follows()
        && !lists.capitalisedWords().contains(words.get(at).lower());
  }

  /** Nearly every long word has a capital and no full stop ends it: case says nothing. */
  private boolean isHeadline() {
    if (words.isEmpty() || span.in(body).endsWith(".")) {
      return false;
    }
    long lower =
        words.stream().filter(word -> word.text().length() > 3 && !word.isCapital()).count();
    long capital =
        words.stream().filter(word -> word.text().length() > 3 && word.isCapital()).count();
    return capital > 4 && lower * 4 < capital;
  }

  private void add(int at, int length, EntityType type, double confidence) {
    names.add(new Name(span(at, length), type, confidence));
  }

  private Span span(int at, int length) {
    return new Span(words.get(at).start(), words.get(at + length - 1).end());
  }

  /** Words of the longest form of the gazetteer that begins here. */
  private int knownLength(int at) {
    if (!words.get(at).isCapital()
        && !words.get(at).lower().equals("al")
        && !words.get(at).lower().equals("mainland")) {
      return 0;
    }
    for (int length = Math.min(gazetteer.maxWords(), words.size() - at); length > 0; length--) {
      if (isTogether(at, length) && !gazetteer.senses(form(at, length)).isEmpty()) {
        boolean ordinaryStart =
            length == 1 && words.get(at).join() == NameWord.Join.BREAK && isOrdinary(at);
        return ordinaryStart ? 0 : length;
      }
    }
    return 0;
  }

  private EntityType knownType(int at, int length) {
    Gazetteer.Sense sense = gazetteer.senses(form(at, length)).get(0);
    int after = at + length;
    if (after < words.size() && lists.thingFollowers().contains(words.get(after).lower())) {
      return EntityType.OTHER; // West Nile virus
    }
    return sense.demonym() ? EntityType.OTHER : sense.entry().type();
  }

  private String form(int at, int length) {
    return span(at, length).in(body).replaceAll("\\s+", " ");
  }

  private boolean isTogether(int at, int length) {
    for (int i = at + 1; i < at + length; i++) {
      if (words.get(i).join() == NameWord.Join.NOTHING && words.get(i - 1).text().endsWith(".")) {
        continue; // W.Va.
      }
      boolean comma =
          words.get(i).join() == NameWord.Join.BREAK
              && body.substring(words.get(i - 1).end(), words.get(i).start()).equals(", ");
      if (!words.get(i).follows() && !comma) {
        return false;
      }
    }
    return true;
  }

  /** A capital that only the beginning of the sentence or custom asks for. */
  private boolean isOrdinary(int at) {
    NameWord word = words.get(at);
    if (lists.capitalisedWords().contains(word.lower())) {
      return true;
    }
    boolean start = at == 0 || word.join() == NameWord.Join.BREAK && isAfterStop(word);
    return start && lowercase.contains(word.lower());
  }

  private boolean isAfterStop(NameWord word) {
    for (int i = word.start() - 1; i >= 0; i--) {
      char c = body.charAt(i);
      if (Character.isLetterOrDigit(c) || c == ',' || c == '(') {
        return false;
      }
      if (".!?:“\"‘".indexOf(c) >= 0) {
        return true;
      }
    }
    return true;
  }

  /** How far a run of capitals goes from here; small words only between capitals. */
  private int runEnd(int at, boolean withOf) {
    int end = at;
    for (int i = at; i < words.size() && i < at + 10; i++) {
      NameWord word = words.get(i);
      if (i > at && !word.follows()) {
        break;
      }
      if (word.isCapital() || i > at && word.isNumber() && word.join() == NameWord.Join.HYPHEN) {
        end = i + 1;
      } else if (!(withOf && isConnector(word))) {
        break;
      }
    }
    return end;
  }

  private static boolean isConnector(NameWord word) {
    return switch (word.lower()) {
      case "of", "for", "the", "on", "and" -> true;
      default -> false;
    };
  }

  /** Words of a name that a word like Bank, Ministry or Inc. makes an organisation's. */
  private int organizationLength(int at) {
    NameWord first = words.get(at);
    if (!first.isCapital()
        || lists.capitalisedWords().contains(first.lower())
            && !first.lower().matches("foreign|national|federal|international|world|human|new")) {
      return 0;
    }
    if (isGovernmentOf(at)) {
      return 0;
    }
    int plainEnd = runEnd(at, false);
    int found = 0;
    for (int i = at; i < plainEnd; i++) {
      int length = NameWords.longest(lists.organizationWords(), words, i);
      if (length > 0 && i + length <= plainEnd && i + length - at > 1) {
        found = i + length - at;
      } else if (i > at && lists.title(words, i) > 0 && length == 0) {
        break;
      }
    }
    if (found == 0
        && plainEnd - at > 1
        && lists.organizationBeginnings().contains(first.lower())
        && lists.title(words, at + 1) == 0
        && !lists.capitalisedWords().contains(words.get(at + 1).lower())) {
      found = 2;
    }
    int head = found > 0 ? at + found - 1 : at;
    boolean opens = lists.organizationWords().contains(words.get(head).lower());
    if (opens
        && head + 2 < words.size()
        && words.get(head + 1).lower().equals("of")
        && words.get(head + 1).follows()) {
      int end = head + 2;
      int run = runEnd(end, true);
      if (words.get(end).lower().equals("the")) {
        run = runEnd(end + 1, true);
      }
      if (run > end && words.get(run - 1).isCapital()) {
        found = Math.min(run, at + 8) - at;
      }
    }
    return found;
  }

  /**
   * Words of a name that its last word makes a place's ("Harrow Airport"), or that a state behind a
   * comma does ("Harrow, Ohio").
   */
  private int placeLength(int at, int known) {
    NameWord first = words.get(at);
    if (!first.isCapital() || lists.capitalisedWords().contains(first.lower())) {
      return 0;
    }
    int end = runEnd(at, false);
    int found = 0;
    for (int i = at + 1; i < end; i++) {
      int length = NameWords.longest(lists.placeWords(), words, i);
      if (length > 0 && i + length <= end && words.get(i).join() == NameWord.Join.SPACE) {
        found = i + length - at;
      } else if (lists.title(words, i) > 0) {
        break;
      }
    }
    int beginning = NameWords.longest(lists.placeBeginnings(), words, at);
    if (beginning > 0
        && at + beginning < end
        && lists.title(words, at + beginning) == 0
        && !lists.organizationWords().contains(words.get(at + beginning).lower())) {
      found = Math.max(found, beginning + 1);
    }
    if (lists.directions().contains(first.lower()) && at + 1 < end && knownPlace(at + 1) > 0) {
      found = Math.max(found, 1 + knownPlace(at + 1));
    }
    if (found > 0 && (gazetteer.isGivenName(first.text()) && known == 0 || found > 6)) {
      return 0;
    }
    if (found == 0
        && known == 0
        && end - at < 4
        && isBeforeState(end)
        && lists.title(words, at) == 0) {
      return end - at;
    }
    return found;
  }

  /** Words of the place of the gazetteer that begins here; 0 for none or a demonym. */
  private int knownPlace(int at) {
    int length = knownLength(at);
    return length > 0 && knownType(at, length) == EntityType.PLACE ? length : 0;
  }

  /** Whether ", Ohio" or ", Va." stands here. */
  private boolean isBeforeState(int at) {
    if (at >= words.size()) {
      return false;
    }
    String between = body.substring(words.get(at - 1).end(), words.get(at).start());
    return between.equals(", ")
        && knownLength(at) > 0
        && gazetteer.senses(form(at, knownLength(at))).stream()
            .anyMatch(
                sense ->
                    !sense.demonym()
                        && (sense.entry().kind() == Gazetteer.Kind.STATE
                            || sense.entry().kind() == Gazetteer.Kind.REGION))
        && !(at + knownLength(at) < words.size() && words.get(at + knownLength(at)).isPossessive());
  }

  /** "Chinese" in "Chinese Foreign Ministry" is a name of its own. */
  private boolean isGovernmentOf(int at) {
    List<Gazetteer.Sense> senses = gazetteer.senses(words.get(at).text());
    if (senses.isEmpty()
        || at + 1 >= words.size()
        || senses.get(0).entry().kind() != Gazetteer.Kind.STATE) {
      return false;
    }
    return switch (words.get(at + 1).lower()) {
      case "foreign",
          "defence",
          "defense",
          "finance",
          "interior",
          "ministry",
          "government",
          "army",
          "navy",
          "parliament",
          "embassy",
          "cabinet",
          "president",
          "prime",
          "justice",
          "health",
          "energy",
          "trade",
          "commerce",
          "vice",
          "secretary",
          "ambassador",
          "deputy" ->
          true;
      default -> false;
    };
  }

  /** Words of a person's name that begins here. */
  private int personLength(int at, boolean afterTitle, int known) {
    NameWord first = words.get(at);
    boolean given = gazetteer.isGivenName(first.text());
    boolean familyFirst = gazetteer.isFamilyNameFirst(first.text());
    if (!first.isCapital() || !afterTitle && !given && !familyFirst) {
      return 0;
    }
    if (lists.capitalisedWords().contains(first.lower()) && !afterTitle && !isUpperNext(at)) {
      return 0;
    }
    int end = at + 1;
    while (end < words.size() && end < at + 6) {
      NameWord word = words.get(end);
      if (!word.follows()) {
        break;
      }
      if (lists.endings().contains(word.lower())) {
        end++;
        break;
      }
      boolean particle = lists.particles().contains(word.lower()) && isUpperNext(end);
      if (!particle
          && (!word.isCapital()
              || lists.title(words, end) > 0
              || lists.capitalisedWords().contains(word.lower()))) {
        break;
      }
      end++;
    }
    int length = end - at;
    if (length == 1) {
      return afterTitle && (known == 0 || !isPlaceAfterTitle(at)) ? 1 : 0;
    }
    boolean isPlaceName = lists.placeWords().contains(words.get(end - 1).lower());
    if (!afterTitle && (isPlaceName || known >= length)) {
      return 0;
    }
    if (known > 0 && !afterTitle && at > 0 && isPlacePreposition(at - 1)) {
      return 0;
    }
    return familyFirst && !given && !afterTitle && length > 3 ? 0 : length;
  }

  private boolean isPlaceAfterTitle(int at) {
    return !gazetteer.senses(words.get(at).text()).isEmpty();
  }

  private boolean isUpperNext(int at) {
    return at + 1 < words.size() && words.get(at + 1).isCapital() && words.get(at + 1).follows();
  }

  private boolean isPlacePreposition(int at) {
    return lists.placePrepositions().contains(words.get(at).lower());
  }

  /** Adds a run of capitals that nothing else explains; its number of words. */
  private int addUnknown(int at) {
    int end = at + 1;
    while (end < words.size()
        && words.get(end).follows()
        && words.get(end).isCapital()
        && end < at + 5
        && knownLength(end) == 0
        && lists.title(words, end) == 0) {
      end++;
    }
    int length = end - at;
    NameWord only = words.get(at);
    if (length == 1
        && (only.text().length() < 3 && !only.isAllCapitals()
            || lists.title(words, at) > 0
            || lists.roleWords().contains(only.lower())
            || lists.roleModifiers().contains(only.lower())
            || lists.organizationWords().contains(only.lower())
            || lists.placeWords().contains(only.lower()))) {
      return 1;
    }
    Optional<EntityType> type = guess(at, length);
    boolean sentenceStart =
        at == 0 || words.get(at).join() == NameWord.Join.BREAK && isAfterStop(words.get(at));
    if (length == 1 && sentenceStart && type.isEmpty()) {
      return 1;
    }
    add(
        at,
        length,
        type.orElse(length == 1 ? EntityType.OTHER : EntityType.PERSON),
        type.isPresent() ? 0.55 : 0.4);
    return length;
  }

  private Optional<EntityType> guess(int at, int length) {
    NameWord last = words.get(at + length - 1);
    NameWord first = words.get(at);
    if (length > 1
        && (lists.placeWords().contains(last.lower())
            || lists.directions().contains(first.lower()))) {
      return Optional.of(EntityType.PLACE);
    }
    if (NameWords.longest(lists.placeFollowers(), words, at + length) > 0
        && words.get(at + length).join() == NameWord.Join.SPACE
        && !words.get(at + length).isCapital()
        && !first.isAllCapitals()) {
      return Optional.of(EntityType.PLACE);
    }
    if (length == 1 && first.isAllCapitals() && first.text().length() < 7) {
      return Optional.of(EntityType.ORGANIZATION);
    }
    int after = at + length;
    String next = after < words.size() ? words.get(after).lower() : "";
    if (NameWords.isFormOf(lists.speechVerbs(), next)
        || length < 4 && next.toLowerCase(Locale.ROOT).matches("said|says|told|added")) {
      return Optional.of(EntityType.PERSON);
    }
    if (at > 0 && first.join() == NameWord.Join.SPACE && isPlacePreposition(at - 1)) {
      return Optional.of(EntityType.PLACE);
    }
    return Optional.empty();
  }
}
