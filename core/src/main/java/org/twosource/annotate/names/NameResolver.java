package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.WikidataIds;
import org.twosource.lexicon.NameForm;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Decides which names of one or several texts mean the same.
 *
 * <p>Steps, each silent where it is not sure, because a wrong merge is worse than a split:
 *
 * <ol>
 *   <li>what the gazetteer knows is what it says;
 *   <li>full names of people are put together when family and given names agree;
 *   <li>a short form goes to the one full name that it is a part of: the nearest before it in the
 *       same text, else any in the text, else any in the other texts; with two candidates of equal
 *       right it stays alone;
 *   <li>acronyms go to the name that the text puts beside them, firms to their longer name;
 *   <li>a capital or seat that acts is its government;
 *   <li>roles are read before and after the names;
 *   <li>pronouns and descriptions go to the one person they can mean.
 * </ol>
 *
 * <p>One object serves one call; not thread-safe.
 */
final class NameResolver {
  private final Gazetteer gazetteer;
  private final NameWords lists;
  private final List<Text> texts;
  private final List<NameMention> mentions = new ArrayList<>();
  private final List<Referent> referents = new ArrayList<>();
  private final Map<String, Referent> known = new LinkedHashMap<>();
  private final Map<Sentence, List<NameWord>> sentenceWords = new java.util.IdentityHashMap<>();

  private final Map<Sentence, List<NameMention>> bySentence = new java.util.IdentityHashMap<>();

  /** What the names of several texts mean. */
  record Resolved(List<List<Mention>> mentions, List<Entity> entities) {}

  NameResolver(Gazetteer gazetteer, NameWords lists, List<Text> texts, List<List<Name>> names) {
    this.gazetteer = gazetteer;
    this.lists = lists;
    this.texts = texts;
    Set<String> forms = new LinkedHashSet<>();
    for (int text = 0; text < texts.size(); text++) {
      String body = texts.get(text).body();
      names.get(text).forEach(name -> forms.add(name.span().in(body)));
    }
    for (int text = 0; text < texts.size(); text++) {
      for (Name name : names.get(text)) {
        for (Name one : apart(name, texts.get(text).body(), forms)) {
          mention(text, one).ifPresent(mentions::add);
        }
      }
    }
    index();
  }

  /** "Harrow and Pinner": two names where each is a name by itself elsewhere in the texts. */
  private static List<Name> apart(Name name, String body, Set<String> forms) {
    String form = name.span().in(body);
    int at = form.indexOf(" and ");
    if (at < 0
        || !forms.contains(form.substring(0, at))
        || !forms.contains(form.substring(at + " and ".length()))) {
      return List.of(name);
    }
    int start = name.span().start();
    Span first = new Span(start, start + at);
    Span second = new Span(start + at + " and ".length(), name.span().end());
    return List.of(
        new Name(first, name.type(), name.confidence()),
        new Name(second, name.type(), name.confidence()));
  }

  /** Sorts the mentions by the sentences they stand in. */
  private void index() {
    bySentence.clear();
    for (NameMention mention : mentions) {
      bySentence.computeIfAbsent(mention.sentence, none -> new ArrayList<>()).add(mention);
    }
  }

  private List<NameMention> in(Sentence sentence) {
    return bySentence.getOrDefault(sentence, List.of());
  }

  Resolved resolve(WikidataIds wikidata) {
    oneTypeAForm();
    firmsByTheirFirstWord();
    knownNames();
    people();
    shortForms();
    acronyms();
    otherNames();
    new GarbledNames(texts, lists, this::words, mentions, this::in).find();
    index();
    Metonyms.read(mentions, gazetteer, lists, this::knownReferent);
    var roles = new RoleReader(texts, lists, this::in);
    mentions.forEach(roles::read);
    List<NameMention> references =
        new ReferenceResolver(texts, lists, gazetteer).resolve(this::in, this::words);
    List<NameMention> all = new ArrayList<>(mentions);
    all.addAll(references);
    giveIds(all, wikidata);
    return new Resolved(byText(all), entities(all, wikidata));
  }

  private Optional<NameMention> mention(int text, Name name) {
    Optional<Sentence> sentence = texts.get(text).sentenceAt(name.span().start());
    if (sentence.isEmpty()) {
      return Optional.empty();
    }
    List<NameWord> words = words(text, sentence.get());
    int from = 0;
    while (from < words.size() && words.get(from).end() <= name.span().start()) {
      from++;
    }
    int to = from;
    while (to < words.size() && words.get(to).start() < name.span().end()) {
      to++;
    }
    if (to == from) {
      return Optional.empty();
    }
    String form = name.span().in(texts.get(text).body()).replaceAll("\\s+", " ").replace('’', '\'');
    return Optional.of(
        new NameMention(
            text, sentence.get(), words, from, to, name, form, gazetteer.senses(bare(form))));
  }

  /** The form as the gazetteer may know it: without an article, without the ending of a firm. */
  private String bare(String form) {
    if (!gazetteer.senses(form).isEmpty()) {
      return form;
    }
    String bare = form.startsWith("the ") || form.startsWith("The ") ? form.substring(4) : form;
    int last = bare.lastIndexOf(' ');
    boolean firm = last > 0 && FIRM_ENDINGS.contains(NameForm.of(bare.substring(last + 1)));
    return firm ? bare.substring(0, last) : bare;
  }

  private List<NameWord> words(int text, Sentence sentence) {
    return sentenceWords.computeIfAbsent(
        sentence,
        unused -> NameWord.scan(texts.get(text).body(), sentence.span(), lists.abbreviations()));
  }

  /**
   * A name is of one type in a story: the one most of its mentions speak for. A single word may be
   * a person's beside ("Ford"), so there only the other types are voted on.
   */
  private void oneTypeAForm() {
    Map<String, Map<EntityType, Double>> votes = new LinkedHashMap<>();
    for (NameMention mention : mentions) {
      if (mention.senses.isEmpty() && mayVote(mention)) {
        votes
            .computeIfAbsent(mention.form, none -> new java.util.EnumMap<>(EntityType.class))
            .merge(mention.type, mention.confidence, Double::sum);
      }
    }
    for (NameMention mention : mentions) {
      Map<EntityType, Double> vote = votes.getOrDefault(mention.form, Map.of());
      if (vote.size() > 1 && mayVote(mention)) {
        EntityType most =
            vote.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        mention.type = isTownBesideItsTeam(mention, most) ? mention.type : most;
      }
    }
  }

  /** "In Harrow" beside "Harrow won": a tagger that is sure keeps the town, whatever most are. */
  private static boolean isTownBesideItsTeam(NameMention mention, EntityType most) {
    return mention.type == EntityType.PLACE
        && most == EntityType.ORGANIZATION
        && mention.confidence >= SURE_OF_NAMESAKE;
  }

  private static boolean mayVote(NameMention mention) {
    return mention.to - mention.from > 1 || mention.type != EntityType.PERSON;
  }

  /**
   * "Harrow" beside "Harrow Instruments AG" is the firm, unless the tagger is sure of a town, a
   * title stands before it, or a person of the story has that name.
   */
  private void firmsByTheirFirstWord() {
    Set<String> firms = new LinkedHashSet<>();
    Set<String> partsOfPersons = new LinkedHashSet<>();
    for (NameMention mention : mentions) {
      List<String> parts = mention.parts();
      boolean firm =
          mention.type == EntityType.ORGANIZATION
              && parts.size() > 2
              && FIRM_ENDINGS.contains(NameForm.of(parts.getLast()));
      if (firm) {
        firms.add(parts.getFirst());
      } else if (mention.type == EntityType.PERSON && parts.size() > 1) {
        partsOfPersons.addAll(parts);
      }
    }
    firms.removeAll(partsOfPersons);
    for (NameMention mention : mentions) {
      boolean sureTown = mention.type == EntityType.PLACE && mention.confidence >= SURE_OF_NAMESAKE;
      if (firms.contains(mention.form)
          && mention.senses.isEmpty()
          && !sureTown
          && !lists.titles().containsKey(mention.before(1))) {
        mention.type = EntityType.ORGANIZATION;
      }
    }
  }

  // ---- what the gazetteer knows -----------------------------------------------------------------

  private void knownNames() {
    for (NameMention mention : mentions) {
      if (mention.type == EntityType.PERSON || isNamedAfterPlace(mention)) {
        continue;
      }
      fitting(mention)
          .ifPresent(
              sense -> {
                mention.type = sense.demonym() ? EntityType.OTHER : sense.entry().type();
                if (sense.demonym()) {
                  mention.kind = Mention.Form.DESCRIPTION;
                }
                mention.resolve(knownReferent(sense.entry()), 0.95);
              });
    }
  }

  /**
   * A team or body that carries a place's name: "Atlanta lost", "England won the toss". A state's
   * points to the state, as its government does; any other is an organisation of its own.
   */
  private boolean isNamedAfterPlace(NameMention mention) {
    boolean after =
        mention.type == EntityType.ORGANIZATION
            && mention.confidence >= SURE_OF_BODY
            && !mention.senses.isEmpty()
            && mention.senses.stream()
                .allMatch(sense -> !sense.demonym() && sense.entry().type() == EntityType.PLACE);
    if (after) {
      mention.senses.stream()
          .map(Gazetteer.Sense::entry)
          .filter(entry -> entry.kind() == Gazetteer.Kind.STATE)
          .findFirst()
          .ifPresent(
              state -> {
                mention.kind = Mention.Form.METONYM;
                mention.resolve(knownReferent(state), mention.confidence);
              });
    }
    return after;
  }

  /** A tagger less sure than this does not overrule the gazetteer, which knows a place. */
  private static final double SURE_OF_BODY = 0.8;

  private static Optional<Gazetteer.Sense> fitting(NameMention mention) {
    return mention.senses.stream()
        .filter(sense -> !sense.demonym() && sense.entry().type() == mention.type)
        .findFirst()
        .or(
            () ->
                mention.senses.stream()
                    .filter(sense -> mention.type != EntityType.OTHER || sense.demonym())
                    .findFirst());
  }

  private Referent knownReferent(Gazetteer.Entry entry) {
    return known.computeIfAbsent(
        entry.type() + " " + entry.kind() + " " + entry.name(),
        unused -> added(new Referent(entry.type(), Optional.of(entry.name()))));
  }

  private Referent added(Referent referent) {
    referents.add(referent);
    return referent;
  }

  // ---- people -----------------------------------------------------------------------------------

  private void people() {
    List<NameMention> full =
        mentions.stream()
            .filter(mention -> mention.type == EntityType.PERSON && personName(mention).isFull())
            .sorted(
                Comparator.<NameMention>comparingInt(mention -> -personName(mention).words().size())
                    .thenComparing(mention -> mention.form))
            .toList();
    Map<String, List<Referent>> byFamily = new LinkedHashMap<>();
    for (NameMention mention : full) {
      PersonName name = personName(mention);
      List<Referent> people =
          name.words().stream()
              .flatMap(word -> byFamily.getOrDefault(word, List.of()).stream())
              .distinct()
              .toList();
      List<Referent> agreeing =
          people.stream().filter(person -> person.persons.stream().allMatch(name::agrees)).toList();
      List<Referent> same =
          agreeing.stream().filter(person -> person.persons.contains(name)).toList();
      Referent person;
      if (!same.isEmpty()) {
        person = same.get(0);
      } else if (agreeing.size() == 1) {
        person = agreeing.get(0);
        person.persons.add(name);
      } else {
        person = added(new Referent(EntityType.PERSON, Optional.empty()));
        person.persons.add(name);
        byFamily.computeIfAbsent(name.family(), none -> new ArrayList<>()).add(person);
      }
      mention.resolve(person, 0.97);
      gender(mention, person);
    }
  }

  private PersonName personName(NameMention mention) {
    return PersonName.of(mention.parts(), gazetteer, lists);
  }

  private void gender(NameMention mention, Referent person) {
    Optional<String> byTitle =
        Optional.ofNullable(lists.titles().get(mention.before(1)))
            .filter(value -> !value.isEmpty());
    if (byTitle.isPresent()) {
      person.gender = byTitle;
    } else if (person.gender.isEmpty() && !personName(mention).familyFirst()) {
      person.gender =
          gazetteer.gender(mention.parts().get(0)).filter(gender -> !gender.equals("-"));
    }
  }

  /** Where in the list of mentions each person is named, by text. */
  private final Map<Referent, Map<Integer, TreeSet<Integer>>> positions =
      new java.util.IdentityHashMap<>();

  private void namedAt(int at) {
    NameMention mention = mentions.get(at);
    mention.referent.ifPresent(
        person ->
            positions
                .computeIfAbsent(person, none -> new LinkedHashMap<>())
                .computeIfAbsent(mention.text, none -> new TreeSet<>())
                .add(at));
  }

  private void shortForms() {
    for (int i = 0; i < mentions.size(); i++) {
      namedAt(i);
    }
    countForms();
    Map<String, List<Referent>> byPart = new LinkedHashMap<>();
    for (Referent referent : referents) {
      Set<String> parts = new LinkedHashSet<>();
      referent.persons.forEach(name -> parts.addAll(name.words()));
      parts.forEach(part -> byPart.computeIfAbsent(part, none -> new ArrayList<>()).add(referent));
    }
    Map<String, Referent> alone = new LinkedHashMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      NameMention mention = mentions.get(i);
      if (mention.referent.isPresent() || !mayBePerson(mention) || isSureBody(mention)) {
        continue;
      }
      PersonName name = personName(mention);
      Optional<Choice> choice =
          choose(i, name, byPart.getOrDefault(name.words().get(0), List.of()));
      if (choice.isPresent()) {
        mention.type = EntityType.PERSON;
        mention.confidence = Math.max(mention.confidence, choice.get().confidence());
        mention.resolve(choice.get().person(), choice.get().confidence());
        gender(mention, choice.get().person());
        namedAt(i);
      } else if (mention.type == EntityType.PERSON) {
        Referent person =
            alone.computeIfAbsent(
                String.join(" ", name.words()),
                unused -> added(new Referent(EntityType.PERSON, Optional.empty())));
        mention.resolve(person, 0.8);
        gender(mention, person);
      }
    }
  }

  private static boolean mayBePerson(NameMention mention) {
    return mention.type == EntityType.PERSON
        || mention.to - mention.from == 1 && mention.senses.isEmpty();
  }

  /** "Ford" beside "Henry Ford": a firm where the tagger is sure and most mentions are one. */
  private boolean isSureBody(NameMention mention) {
    return mention.type == EntityType.ORGANIZATION
        && mention.confidence >= SURE_OF_NAMESAKE
        && !isPersonElsewhere(mention);
  }

  /** A tagger as sure as this tells a firm from the person it is named after. */
  static final double SURE_OF_NAMESAKE = 0.9;

  private record Choice(Referent person, double confidence) {}

  /** The one person that a short form can mean. */
  private Optional<Choice> choose(int at, PersonName shorter, List<Referent> people) {
    NameMention mention = mentions.get(at);
    Map<Referent, Double> strengths = new LinkedHashMap<>();
    for (Referent person : people) {
      double strength =
          person.persons.stream().mapToDouble(name -> name.namedBy(shorter)).max().orElse(0);
      if (strength > 0 && genderAgrees(mention, person)) {
        strengths.put(person, strength);
      }
    }
    double best = strengths.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (best == 0 || best < 1 && mention.type != EntityType.PERSON && best < 0.7) {
      return Optional.empty();
    }
    Set<Referent> candidates = new LinkedHashSet<>();
    strengths.forEach(
        (person, strength) -> {
          if (strength >= best) {
            candidates.add(person);
          }
        });
    double sure = best >= 1 ? 0.95 : best;
    Set<Referent> here = new LinkedHashSet<>();
    Optional<Referent> nearest = Optional.empty();
    int nearestAt = -1;
    for (Referent candidate : candidates) {
      var places = positions.getOrDefault(candidate, Map.of()).get(mention.text);
      if (places == null) {
        continue;
      }
      here.add(candidate);
      Integer before = places.lower(at);
      if (before != null && before > nearestAt) {
        nearestAt = before;
        nearest = Optional.of(candidate);
      }
    }
    if (here.size() == 1) {
      return Optional.of(new Choice(here.iterator().next(), sure));
    }
    if (here.isEmpty()) {
      boolean person = mention.type == EntityType.PERSON || isPersonElsewhere(mention);
      return candidates.size() == 1 && person
          ? Optional.of(new Choice(candidates.iterator().next(), Math.min(sure, 0.85)))
          : Optional.empty();
    }
    return nearest.map(person -> new Choice(person, Math.min(sure, 0.65)));
  }

  private final Map<String, Integer> timesOfForm = new LinkedHashMap<>();
  private final Map<String, Integer> timesAsPerson = new LinkedHashMap<>();

  private void countForms() {
    for (NameMention mention : mentions) {
      timesOfForm.merge(mention.form, 1, Integer::sum);
      timesAsPerson.merge(mention.form, mention.type == EntityType.PERSON ? 1 : 0, Integer::sum);
    }
  }

  /** Whether most mentions of the same form are taken for a person. */
  private boolean isPersonElsewhere(NameMention mention) {
    return timesAsPerson.getOrDefault(mention.form, 0) * 2
        > timesOfForm.getOrDefault(mention.form, 0);
  }

  private boolean genderAgrees(NameMention mention, Referent person) {
    String title = lists.titles().getOrDefault(mention.before(1), "");
    return title.isEmpty() || person.gender.map(title::equals).orElse(true);
  }

  // ---- acronyms and other names -----------------------------------------------------------------

  private static final Pattern ACRONYM =
      Pattern.compile("\\s*\\(\\s*([\\p{Lu}][\\p{L}&.-]{1,9})\\s*\\)");

  /** "Long Name (LN)": the short form means the long one, in all texts. */
  private void acronyms() {
    Map<String, NameMention> longForms = new LinkedHashMap<>();
    for (NameMention mention : mentions) {
      Matcher after =
          ACRONYM
              .matcher(texts.get(mention.text).body())
              .region(mention.span().end(), texts.get(mention.text).body().length());
      if (mention.to - mention.from > 1
          && after.lookingAt()
          && isAcronym(after.group(1), mention)) {
        longForms.putIfAbsent(after.group(1).replace(".", ""), mention);
      }
    }
    for (NameMention mention : mentions) {
      NameMention longForm = longForms.get(mention.form.replace(".", ""));
      if (longForm == null || longForm == mention || mention.referent.isPresent()) {
        continue;
      }
      if (longForm.referent.isEmpty()) {
        longForm.resolve(named(longForm), 0.95);
      }
      mention.type = longForm.type;
      mention.confidence = Math.max(mention.confidence, 0.9);
      mention.resolve(longForm.referent.get(), 0.95);
    }
  }

  /** Whether the letters stand in this order at beginnings of the name's words. */
  private static boolean isAcronym(String acronym, NameMention mention) {
    StringBuilder initials = new StringBuilder();
    mention.parts().forEach(part -> initials.append(part.charAt(0)));
    String letters = acronym.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
    String all = initials.toString().toUpperCase(Locale.ROOT);
    int at = 0;
    int hits = 0;
    for (char letter : letters.toCharArray()) {
      int next = all.indexOf(letter, at);
      if (next >= 0) {
        hits++;
        at = next + 1;
      }
    }
    return letters.length() > 1
        && hits >= Math.max(2, letters.length() - 1)
        && letters.charAt(0) == all.charAt(0);
  }

  private final Map<String, Referent> byKey = new LinkedHashMap<>();

  private void otherNames() {
    mentions.stream()
        .filter(mention -> mention.referent.isEmpty())
        .sorted(Comparator.comparingInt(mention -> mention.from - mention.to))
        .forEach(mention -> mention.resolve(named(mention), 0.95));
  }

  /**
   * The state whose body this is, by the word before: "Chinese Foreign Ministry", "Japan's Foreign
   * Ministry". Only for bodies that every state has.
   */
  private Optional<String> owner(NameMention mention) {
    boolean common =
        mention.type == EntityType.ORGANIZATION
            && lists.stateBodies().contains(mention.parts().get(0).toLowerCase(Locale.ROOT))
            && lists.stateBodies().contains(mention.parts().getLast().toLowerCase(Locale.ROOT));
    if (!common) {
      return Optional.empty();
    }
    int before = mention.from - 1;
    while (before >= 0 && mention.words.get(before).isPossessive()) {
      before--;
    }
    for (int words = 1; words <= 3 && before - words + 1 >= 0; words++) {
      int start = mention.words.get(before - words + 1).start();
      String form =
          new Span(start, mention.words.get(before).end())
              .in(texts.get(mention.text).body())
              .replaceAll("\\s+", " ");
      Optional<String> state =
          gazetteer.senses(form).stream()
              .map(Gazetteer.Sense::entry)
              .filter(entry -> entry.kind() == Gazetteer.Kind.STATE)
              .map(Gazetteer.Entry::name)
              .findFirst();
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }

  /** The referent of a name that only the reports know, by its form without endings of firms. */
  private Referent named(NameMention mention) {
    Optional<String> owner = owner(mention);
    String key = key(mention) + owner.map(state -> " of " + state).orElse("");
    String typed = mention.type + " " + key;
    Referent found = byKey.get(typed);
    if (found == null && mention.type == EntityType.ORGANIZATION) {
      List<Referent> longer =
          byKey.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(typed + " "))
              .map(Map.Entry::getValue)
              .distinct()
              .toList();
      found = longer.size() == 1 ? longer.get(0) : null;
    }
    if (found == null) {
      found = added(new Referent(mention.type, owner.map(state -> mention.form + " of " + state)));
    }
    byKey.put(typed, found);
    return found;
  }

  private String key(NameMention mention) {
    List<String> parts = new ArrayList<>(mention.parts().stream().map(NameForm::of).toList());
    if (parts.size() > 1 && parts.get(0).equals("the")) {
      parts.remove(0);
    }
    while (parts.size() > 1 && FIRM_ENDINGS.contains(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    return String.join(" ", parts);
  }

  private static final Set<String> FIRM_ENDINGS =
      Language.find("en").orElseThrow().words("firm-endings");

  // ---- what comes out ---------------------------------------------------------------------------

  private List<List<Mention>> byText(List<NameMention> all) {
    Map<Integer, List<NameMention>> ofText = new LinkedHashMap<>();
    all.forEach(
        mention -> ofText.computeIfAbsent(mention.text, none -> new ArrayList<>()).add(mention));
    var namesakes = new NamesakePlaces(gazetteer, lists, texts, all);
    List<List<Mention>> byText = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      byText.add(
          ofText.getOrDefault(text, List.of()).stream()
              .sorted(Comparator.comparing(NameMention::span))
              .map(
                  mention ->
                      new Mention(
                          mention.span(),
                          mention.type,
                          mention.referent.orElseThrow().id,
                          mention.kind,
                          mention.confidence,
                          namesakes.of(mention)))
              .toList());
    }
    return byText;
  }

  /** Ids from type and name; two of one name are told apart by a number in order of appearance. */
  private static void giveIds(List<NameMention> all, WikidataIds wikidata) {
    Set<String> taken = new LinkedHashSet<>();
    for (NameMention mention : all) {
      Referent referent = mention.referent.orElseThrow();
      if (referent.id.isEmpty()) {
        String base =
            wikidata(referent, wikidata)
                .orElse(referent.type.label() + ":" + slug(referent.name()));
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
          id = base + "-" + number;
        }
        referent.id = id;
      }
    }
  }

  static String slug(String name) {
    String slug =
        NameForm.of(name)
            .replaceAll("'", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() ? "unnamed" : slug;
  }

  private List<Entity> entities(List<NameMention> all, WikidataIds wikidata) {
    Set<Referent> used = new LinkedHashSet<>();
    all.forEach(mention -> used.add(mention.referent.orElseThrow()));
    List<Entity> entities = new ArrayList<>();
    for (Referent referent : used) {
      String name = referent.name();
      entities.add(
          new Entity(
              referent.id,
              referent.type,
              name,
              referent.forms().keySet().stream()
                  .filter(form -> !form.equals(name))
                  .sorted()
                  .toList(),
              List.copyOf(referent.roles()),
              wikidata(referent, wikidata)));
    }
    return entities;
  }

  /** By the fullest name, else by the other forms if all that are known agree. */
  private static Optional<String> wikidata(Referent referent, WikidataIds known) {
    Optional<String> byName = known.find(referent.name(), referent.type);
    if (byName.isPresent()) {
      return byName;
    }
    List<String> byForm =
        referent.forms().keySet().stream()
            .flatMap(form -> known.find(form, referent.type).stream())
            .distinct()
            .toList();
    return byForm.size() == 1 ? Optional.of(byForm.getFirst()) : Optional.empty();
  }
}
