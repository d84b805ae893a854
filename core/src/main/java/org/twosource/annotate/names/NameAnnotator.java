package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EnglishHeads;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.TextAnnotator;
import org.twosource.annotate.WikidataIds;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.Weights;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Finds the names of a text: people, organisations, places and others.
 *
 * <p>With a tagger's proposals ({@link #refine}) it corrects them by what is certain: the
 * gazetteer, titles, hyphenated pairs ("US-China"), and one reading of a name in one text. Without
 * ({@link #find}) it goes by rules alone: capital letters, titles, given names, endings of firms
 * and places, prepositions, the gazetteer. Safe for use by several threads.
 */
public final class NameAnnotator implements TextAnnotator {
  /** Marks at the beginning and at the end of a name that a tagger took along. */
  private static final Pattern STRAY_MARKS =
      Pattern.compile("^[\\s,;:.!?/)\\]–—-]+|[\\s,;:!?/(\\[–—-]+$");

  private static final Pattern NEXT_WORD = Pattern.compile("\\s+(\\p{Lu}\\p{L}+)");

  private final Gazetteer gazetteer;
  private final NameWords words;
  private final String language;
  private final NameTagger tagger;
  private final Appositions appositions;

  public NameAnnotator(Language language, Gazetteer gazetteer, NameTagger tagger) {
    this.tagger = tagger;
    this.gazetteer = gazetteer;
    this.words = NameWords.of(language, gazetteer);
    this.language = language.code();
    this.appositions = new Appositions(words, gazetteer);
  }

  /** English, by rules alone, with the gazetteer that comes with the program. */
  public static NameAnnotator standard() {
    return with(NameTagger.NONE);
  }

  /** English, with the learned tagger where its weights are there. */
  public static NameAnnotator learned() {
    return with(
        Weights.find("ner").<NameTagger>map(LearnedNameTagger::english).orElse(NameTagger.NONE));
  }

  /** English, with the gazetteer that comes with the program and a tagger. */
  public static NameAnnotator with(NameTagger tagger) {
    return new NameAnnotator(Language.find("en").orElseThrow(), Gazetteer.standard(), tagger);
  }

  /** Adds the names and what refers to them, resolved within the text. */
  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Text text = soFar.text();
    List<Name> names = refine(text, tagger.names(text, encoding));
    var resolver = new NameResolver(gazetteer, words, List.of(text), List.of(names));
    return soFar.withMentions(resolver.resolve(WikidataIds.NONE).mentions().get(0));
  }

  /**
   * The names of a text by rules alone, in text order, not overlapping. Empty for a text in another
   * language than the annotator's.
   */
  public List<Name> find(Text text) {
    return refine(text, List.of());
  }

  /**
   * The names of a text, from a tagger's proposals and rules.
   *
   * @param proposed names in text order, not overlapping; empty when there is no tagger
   * @return names in text order, not overlapping
   */
  public List<Name> refine(Text text, List<Name> proposed) {
    if (!text.language().equals(language) && !EnglishHeads.read(text)) {
      return proposed;
    }
    List<SentenceNames> sentences = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      sentences.add(new SentenceNames(text.body(), sentence.span()));
    }
    Set<String> lowercase = lowercaseWords(sentences);
    List<Name> byRules = new ArrayList<>();
    for (SentenceNames sentence : sentences) {
      sentence.find(lowercase);
      byRules.addAll(sentence.names);
    }
    List<Name> names = proposed.isEmpty() ? byRules : merge(text.body(), proposed, byRules);
    return oneReading(text.body(), appositions.correct(text.body(), names), sentences);
  }

  /**
   * The tagger's names, corrected by the rules that are sure of themselves: what the gazetteer
   * knows, names behind titles, pairs that a hyphen joins. Where they only differ in the type the
   * gazetteer wins over a tagger that is unsure.
   */
  private List<Name> merge(String body, List<Name> proposed, List<Name> byRules) {
    List<Name> merged = new ArrayList<>();
    List<Name> rules = new ArrayList<>();
    for (Name rule : byRules) {
      if (rule.confidence() >= SURE_RULE || !gazetteer.senses(rule.span().in(body)).isEmpty()) {
        rules.add(rule);
      }
    }
    int next = 0;
    for (Name raw : proposed) {
      Name tagged = tidied(body, raw);
      while (next < rules.size() && rules.get(next).span().end() <= tagged.span().start()) {
        merged.add(rules.get(next++));
      }
      int until = next;
      while (until < rules.size() && rules.get(until).span().start() < tagged.span().end()) {
        until++;
      }
      merged.addAll(settle(body, tagged, rules.subList(next, until)));
      next = until;
    }
    merged.addAll(rules.subList(next, rules.size()));
    merged.sort(null);
    return withoutOverlaps(merged);
  }

  /**
   * A tagger's name without stray marks; a place that its last word makes a body ("Harrow High
   * School", "Harrow Medical Center") is an organisation; what stands behind a party's letter
   * ("D-Harrow") is the place elected for.
   */
  private Name tidied(String body, Name tagged) {
    String form = tagged.span().in(body);
    Matcher marks = STRAY_MARKS.matcher(form);
    int from = 0;
    int to = form.length();
    while (marks.find()) {
      if (marks.start() == 0) {
        from = marks.end();
      } else {
        to = marks.start();
      }
    }
    if (from >= to) {
      return tagged;
    }
    EntityType type = tagged.type();
    int hyphen = form.indexOf('-');
    if (hyphen > 0
        && hyphen + 1 < to
        && words.partyLetters().contains(form.substring(0, hyphen).toLowerCase(Locale.ROOT))
        && Character.isUpperCase(form.charAt(hyphen + 1))
        && isBehindComma(body, tagged)) {
      from = hyphen + 1;
      type = EntityType.PLACE;
    }
    int space = form.lastIndexOf(' ', to - 1);
    String last = form.substring(space + 1, to).toLowerCase(Locale.ROOT);
    boolean facility =
        type == EntityType.PLACE
            && space > from
            && gazetteer.senses(form.substring(from, to)).isEmpty()
            && !words.directions().contains(firstWord(form.substring(from, to))) // West Bank
            && words.organizationWords().contains(last)
            && !words.placeWords().contains(last);
    if (facility) {
      type = EntityType.ORGANIZATION;
    }
    Span span = new Span(tagged.span().start() + from, tagged.span().start() + to);
    return new Name(span, type, tagged.confidence());
  }

  private static String firstWord(String form) {
    return form.split("[\\s-]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isBehindComma(String body, Name name) {
    String before = body.substring(Math.max(0, name.span().start() - 2), name.span().start());
    return before.endsWith("(") || before.endsWith("[") || before.startsWith(",");
  }

  /** A rule this sure stands by itself beside a tagger. */
  private static final double SURE_RULE = 0.9;

  /** What stands where a tagger's name and names by rules share characters. */
  private List<Name> settle(String body, Name tagged, List<Name> rules) {
    if (tagged.span().length() < 2 || isRoleOnly(body, tagged, rules)) {
      return rules;
    }
    if (rules.isEmpty()) {
      return List.of(tagged);
    }
    if (isKnownWithOrdinaryWords(body, tagged, rules)) {
      return rules;
    }
    Name first = rules.get(0);
    if (rules.size() > 1) {
      int covered = rules.stream().mapToInt(rule -> rule.span().length()).sum();
      boolean pair = body.substring(first.span().end(), rules.get(1).span().start()).equals("-");
      return pair && covered + rules.size() > tagged.span().length() ? rules : List.of(tagged);
    }
    if (first.span().equals(tagged.span())) {
      boolean person = first.type() == EntityType.PERSON || tagged.type() == EntityType.PERSON;
      boolean keep = person ? tagged.confidence() >= 0.6 : tagged.confidence() >= 0.8;
      boolean demonym =
          gazetteer.senses(first.span().in(body)).stream().anyMatch(Gazetteer.Sense::demonym);
      return List.of(keep && !demonym ? tagged : first);
    }
    boolean wider = first.span().contains(tagged.span());
    return List.of(wider ? first : tagged);
  }

  /** "US Defense" before "Secretary": a state and what somebody's role is, no organisation. */
  private boolean isRoleOnly(String body, Name tagged, List<Name> rules) {
    if (tagged.type() != EntityType.ORGANIZATION || rules.size() != 1) {
      return false;
    }
    Span state = rules.getFirst().span();
    boolean known =
        state.start() == tagged.span().start()
            && state.end() < tagged.span().end()
            && gazetteer.senses(state.in(body)).stream()
                .anyMatch(sense -> sense.entry().kind() == Gazetteer.Kind.STATE);
    Matcher next = NEXT_WORD.matcher(body).region(tagged.span().end(), body.length());
    return known
        && Stream.of(body.substring(state.end(), tagged.span().end()).strip().split("\\s+"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .allMatch(words.roleModifiers()::contains)
        && next.lookingAt()
        && words.roleWords().contains(next.group(1).toLowerCase(Locale.ROOT));
  }

  /**
   * "China-linked", "G20 summit": a form of the gazetteer and words without capitals. Not "House of
   * Commons of Canada", which is one name.
   */
  private boolean isKnownWithOrdinaryWords(String body, Name tagged, List<Name> rules) {
    StringBuilder rest = new StringBuilder(tagged.span().in(body));
    boolean person = tagged.type() == EntityType.PERSON;
    for (Name rule : rules.reversed()) {
      if (!tagged.span().contains(rule.span())
          || gazetteer.senses(rule.span().in(body)).isEmpty()) {
        return false;
      }
      int start = rule.span().start() - tagged.span().start();
      rest.delete(start, start + rule.span().length());
    }
    return !person
        && !rest.toString().equals(" of ")
        && rest.chars().anyMatch(Character::isLetter)
        && rest.chars().noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static List<Name> withoutOverlaps(List<Name> sorted) {
    List<Name> names = new ArrayList<>();
    for (Name name : sorted) {
      if (names.isEmpty() || names.get(names.size() - 1).span().end() <= name.span().start()) {
        names.add(name);
      }
    }
    return names;
  }

  private static Set<String> lowercaseWords(List<SentenceNames> sentences) {
    Set<String> lowercase = new LinkedHashSet<>();
    for (SentenceNames sentence : sentences) {
      for (NameWord word : sentence.words) {
        if (!word.isCapital()) {
          lowercase.add(word.lower());
        }
      }
    }
    return lowercase;
  }

  /**
   * One reading of a name in one text: a single word that is part of a full name of a person in the
   * text is that person, also at the beginning of a sentence, and also when it is a town's name
   * ("Austin") unless a preposition of place stands before it.
   */
  private List<Name> oneReading(String body, List<Name> names, List<SentenceNames> sentences) {
    Set<String> partsOfPersons = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    for (Name name : names) {
      String form = name.span().in(body);
      String[] parts = form.split("[\\s-]+");
      if (name.type() == EntityType.PERSON && name.confidence() >= 0.6 && parts.length > 1) {
        boolean familyFirst = gazetteer.isFamilyNameFirst(parts[0]);
        if (familyFirst || gazetteer.senses(parts[0]).isEmpty()) {
          partsOfPersons.add(parts[0]);
        }
        partsOfPersons.add(parts[parts.length - 1]);
      } else if (name.type() == EntityType.PLACE && name.confidence() >= 0.8) {
        places.add(form);
      }
    }
    Set<String> bodies = surely(EntityType.ORGANIZATION, body, names);
    Set<String> sureTowns = surely(EntityType.PLACE, body, names);
    Set<String> towns = towns(body, names, partsOfPersons);
    List<Name> read = new ArrayList<>();
    var covered = new BitSet();
    for (Name name : names) {
      covered.set(name.span().start(), name.span().end());
      String form = name.span().in(body);
      boolean firm =
          bodies.contains(form)
              && name.type() == EntityType.ORGANIZATION
              && name.confidence() >= NameResolver.SURE_OF_NAMESAKE;
      boolean town = sureTowns.contains(form) && name.type() == EntityType.PLACE;
      boolean person =
          !firm && !town && name.type() != EntityType.PERSON && partsOfPersons.contains(form);
      boolean place = !gazetteer.senses(form).isEmpty() && isAfterPlacePreposition(body, name);
      if (person && !place) {
        read.add(new Name(name.span(), EntityType.PERSON, 0.8));
      } else if (name.confidence() < 0.6 && places.contains(form)
          || towns.contains(form) && mayBeTown(name)) {
        read.add(new Name(name.span(), EntityType.PLACE, 0.7));
      } else {
        read.add(name);
      }
    }
    for (SentenceNames sentence : sentences) {
      for (NameWord word : sentence.words) {
        boolean missed =
            word.isCapital()
                && !covered.get(word.start())
                && !words.capitalisedWords().contains(word.lower())
                && words.titles().get(word.lower()) == null;
        if (missed && partsOfPersons.contains(word.text())) {
          read.add(new Name(word.span(), EntityType.PERSON, 0.8));
        } else if (missed && places.contains(word.text())) {
          read.add(new Name(word.span(), EntityType.PLACE, 0.7));
        }
      }
    }
    read.sort(null);
    return read;
  }

  /** Forms that are surely of this type at least twice, and more often than a person. */
  private static Set<String> surely(EntityType type, String body, List<Name> names) {
    Map<String, Integer> sure = new HashMap<>();
    Map<String, Integer> persons = new HashMap<>();
    for (Name name : names) {
      String form = name.span().in(body);
      if (name.type() == EntityType.PERSON) {
        persons.merge(form, 1, Integer::sum);
      } else if (name.type() == type && name.confidence() >= NameResolver.SURE_OF_NAMESAKE) {
        sure.merge(form, 1, Integer::sum);
      }
    }
    sure.entrySet()
        .removeIf(
            form ->
                form.getValue() < 2 || form.getValue() <= persons.getOrDefault(form.getKey(), 0));
    return sure.keySet();
  }

  private static boolean mayBeTown(Name name) {
    boolean unsure = name.confidence() < 0.8 && name.type() != EntityType.PLACE;
    return name.type() == EntityType.PERSON || unsure;
  }

  /**
   * Forms that are a place more often than anything else in this text, and no part of a person's
   * full name: there "Harrow" is the town also where a tagger took it for a person.
   */
  private static Set<String> towns(String body, List<Name> names, Set<String> partsOfPersons) {
    Map<String, Integer> lead = new HashMap<>();
    for (Name name : names) {
      boolean place = name.type() == EntityType.PLACE && name.confidence() >= 0.8;
      lead.merge(name.span().in(body), place ? 1 : -1, Integer::sum);
    }
    Set<String> places = new LinkedHashSet<>();
    for (Name name : names) {
      String form = name.span().in(body);
      if (name.type() == EntityType.PLACE && lead.get(form) > 0 && !partsOfPersons.contains(form)) {
        places.add(form);
      }
    }
    return places;
  }

  private boolean isAfterPlacePreposition(String body, Name name) {
    int end = name.span().start();
    while (end > 0 && Character.isWhitespace(body.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(body.charAt(start - 1))) {
      start--;
    }
    String before = body.substring(start, end).toLowerCase(Locale.ROOT);
    return before.equals("in") || before.equals("at") || before.equals("near");
  }

  /** The reading of one sentence by rules. */
  private final class SentenceNames {
    private final String body;
    private final Span span;
    private final List<NameWord> words;
    private final List<Name> names = new ArrayList<>();
    private Set<String> lowercase = Set.of();

    SentenceNames(String body, Span span) {
      this.body = body;
      this.span = span;
      this.words = NameWord.scan(body, span, NameAnnotator.this.words.abbreviations());
    }

    private NameWords lists() {
      return NameAnnotator.this.words;
    }

    void find(Set<String> lowercaseWords) {
      lowercase = lowercaseWords;
      boolean headline = isHeadline();
      boolean afterTitle = false;
      int at = 0;
      while (at < words.size()) {
        NameWord word = words.get(at);
        int titleWords = lists().title(words, at);
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
    }

    private boolean nextIsName(int at) {
      return at < words.size()
          && words.get(at).isCapital()
          && words.get(at).follows()
          && !lists().capitalisedWords().contains(words.get(at).lower());
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
      if (after < words.size() && lists().thingFollowers().contains(words.get(after).lower())) {
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
      if (lists().capitalisedWords().contains(word.lower())) {
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
          || lists().capitalisedWords().contains(first.lower())
              && !first.lower().matches("foreign|national|federal|international|world|human|new")) {
        return 0;
      }
      if (isGovernmentOf(at)) {
        return 0;
      }
      int plainEnd = runEnd(at, false);
      int found = 0;
      for (int i = at; i < plainEnd; i++) {
        int length = NameWords.longest(lists().organizationWords(), words, i);
        if (length > 0 && i + length <= plainEnd && i + length - at > 1) {
          found = i + length - at;
        } else if (i > at && lists().title(words, i) > 0 && length == 0) {
          break;
        }
      }
      if (found == 0
          && plainEnd - at > 1
          && lists().organizationBeginnings().contains(first.lower())
          && lists().title(words, at + 1) == 0
          && !lists().capitalisedWords().contains(words.get(at + 1).lower())) {
        found = 2;
      }
      int head = found > 0 ? at + found - 1 : at;
      boolean opens = lists().organizationWords().contains(words.get(head).lower());
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
     * Words of a name that its last word makes a place's ("Harrow Airport"), or that a state behind
     * a comma does ("Harrow, Ohio").
     */
    private int placeLength(int at, int known) {
      NameWord first = words.get(at);
      if (!first.isCapital() || lists().capitalisedWords().contains(first.lower())) {
        return 0;
      }
      int end = runEnd(at, false);
      int found = 0;
      for (int i = at + 1; i < end; i++) {
        int length = NameWords.longest(lists().placeWords(), words, i);
        if (length > 0 && i + length <= end && words.get(i).join() == NameWord.Join.SPACE) {
          found = i + length - at;
        } else if (lists().title(words, i) > 0) {
          break;
        }
      }
      int beginning = NameWords.longest(lists().placeBeginnings(), words, at);
      if (beginning > 0
          && at + beginning < end
          && lists().title(words, at + beginning) == 0
          && !lists().organizationWords().contains(words.get(at + beginning).lower())) {
        found = Math.max(found, beginning + 1);
      }
      if (lists().directions().contains(first.lower()) && at + 1 < end && knownPlace(at + 1) > 0) {
        found = Math.max(found, 1 + knownPlace(at + 1));
      }
      if (found > 0 && (gazetteer.isGivenName(first.text()) && known == 0 || found > 6)) {
        return 0;
      }
      if (found == 0
          && known == 0
          && end - at < 4
          && isBeforeState(end)
          && lists().title(words, at) == 0) {
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
          && !(at + knownLength(at) < words.size()
              && words.get(at + knownLength(at)).isPossessive());
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
      if (lists().capitalisedWords().contains(first.lower()) && !afterTitle && !isUpperNext(at)) {
        return 0;
      }
      int end = at + 1;
      while (end < words.size() && end < at + 6) {
        NameWord word = words.get(end);
        if (!word.follows()) {
          break;
        }
        if (lists().endings().contains(word.lower())) {
          end++;
          break;
        }
        boolean particle = lists().particles().contains(word.lower()) && isUpperNext(end);
        if (!particle
            && (!word.isCapital()
                || lists().title(words, end) > 0
                || lists().capitalisedWords().contains(word.lower()))) {
          break;
        }
        end++;
      }
      int length = end - at;
      if (length == 1) {
        return afterTitle && (known == 0 || !isPlaceAfterTitle(at)) ? 1 : 0;
      }
      boolean isPlaceName = lists().placeWords().contains(words.get(end - 1).lower());
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
      return lists().placePrepositions().contains(words.get(at).lower());
    }

    /** Adds a run of capitals that nothing else explains; its number of words. */
    private int addUnknown(int at) {
      int end = at + 1;
      while (end < words.size()
          && words.get(end).follows()
          && words.get(end).isCapital()
          && end < at + 5
          && knownLength(end) == 0
          && lists().title(words, end) == 0) {
        end++;
      }
      int length = end - at;
      NameWord only = words.get(at);
      if (length == 1
          && (only.text().length() < 3 && !only.isAllCapitals()
              || lists().title(words, at) > 0
              || lists().roleWords().contains(only.lower())
              || lists().roleModifiers().contains(only.lower())
              || lists().organizationWords().contains(only.lower())
              || lists().placeWords().contains(only.lower()))) {
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
          && (lists().placeWords().contains(last.lower())
              || lists().directions().contains(first.lower()))) {
        return Optional.of(EntityType.PLACE);
      }
      if (NameWords.longest(lists().placeFollowers(), words, at + length) > 0
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
      if (NameWords.isFormOf(lists().speechVerbs(), next)
          || length < 4 && next.toLowerCase(Locale.ROOT).matches("said|says|told|added")) {
        return Optional.of(EntityType.PERSON);
      }
      if (at > 0 && first.join() == NameWord.Join.SPACE && isPlacePreposition(at - 1)) {
        return Optional.of(EntityType.PLACE);
      }
      return Optional.empty();
    }
  }
}
