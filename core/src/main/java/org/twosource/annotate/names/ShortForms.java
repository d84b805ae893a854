package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.twosource.annotate.EntityType;
import org.twosource.lexicon.Transliteration;

/**
 * A short form goes to the one full name that it is a part of: in the same text, else in the other
 * texts, where with two candidates of equal right it stays alone. Of several in the text it is the
 * one that the text brought in first, unless another has just been told of by full name: "Ek" is
 * not the wife, the father or the singer of that name who was mentioned on the way. A family name
 * in another spelling than any full name ("Selenskyj") goes to the one person whose name it spells.
 * One object serves one run; not thread-safe.
 */
final class ShortForms {
  private final StoryNames names;

  /** Where in the list of mentions each person is named, by text. */
  private final Map<Referent, Map<Integer, TreeSet<Integer>>> positions = new IdentityHashMap<>();

  /** Answers of {@link #isFirstOfItsName}, by text. */
  private final Map<Referent, Map<Integer, Boolean>> firsts = new IdentityHashMap<>();

  private final Map<String, Integer> timesOfForm = new LinkedHashMap<>();
  private final Map<String, Integer> timesAsPerson = new LinkedHashMap<>();

  private static final double BY_SPELLING = .8;

  /** Paragraphs over which who opened a sentence or spoke is still being told of. */
  private static final int JUST_NOW = 2;

  private record Choice(Referent person, double confidence) {}

  ShortForms(StoryNames names) {
    this.names = names;
  }

  void find() {
    for (int i = 0; i < names.mentions.size(); i++) {
      namedAt(i);
    }
    countForms();
    Map<String, List<Referent>> byPart = new LinkedHashMap<>();
    for (Referent referent : names.referents) {
      Set<String> parts = new LinkedHashSet<>();
      referent.persons.forEach(name -> parts.addAll(name.words()));
      referent.persons.forEach(name -> parts.add(spelled(name.family())));
      parts.forEach(part -> byPart.computeIfAbsent(part, none -> new ArrayList<>()).add(referent));
    }
    Map<String, Referent> alone = new LinkedHashMap<>();
    for (int i = 0; i < names.mentions.size(); i++) {
      NameMention mention = names.mentions.get(i);
      if (mention.referent.isPresent() || !mayBePerson(mention) || isSureBody(mention)) {
        continue;
      }
      PersonName name = names.personName(mention);
      Optional<Choice> choice =
          choose(
              i,
              name,
              byPart.getOrDefault(
                  name.words().get(0),
                  byPart.getOrDefault(spelled(name.words().get(0)), List.of())));
      if (choice.isPresent()) {
        mention.type = EntityType.PERSON;
        mention.confidence = Math.max(mention.confidence, choice.get().confidence());
        mention.resolve(choice.get().person(), choice.get().confidence());
        names.gender(mention, choice.get().person());
        namedAt(i);
      } else if (mention.type == EntityType.PERSON) {
        Referent person =
            alone.computeIfAbsent(
                (String.join(" ", name.words()) + " " + name.ending()).strip(),
                unused -> names.added(new Referent(EntityType.PERSON, Optional.empty())));
        mention.resolve(person, 0.8);
        names.gender(mention, person);
      }
    }
  }

  private void namedAt(int at) {
    NameMention mention = names.mentions.get(at);
    mention.referent.ifPresent(
        person ->
            positions
                .computeIfAbsent(person, none -> new LinkedHashMap<>())
                .computeIfAbsent(mention.text, none -> new TreeSet<>())
                .add(at));
  }

  private static boolean mayBePerson(NameMention mention) {
    return mention.type == EntityType.PERSON
        || mention.to - mention.from == 1 && mention.senses.isEmpty();
  }

  /**
   * "Ford" beside "Henry Ford": a firm where the tagger is sure and most names.mentions are one.
   */
  private boolean isSureBody(NameMention mention) {
    return mention.type == EntityType.ORGANIZATION
        && mention.confidence >= Name.SURE_OF_NAMESAKE
        && !isPersonElsewhere(mention);
  }

  /** The one person that a short form can mean. */
  private Optional<Choice> choose(int at, PersonName shorter, List<Referent> people) {
    NameMention mention = names.mentions.get(at);
    Map<Referent, Double> strengths = new LinkedHashMap<>();
    for (Referent person : people) {
      double strength =
          person.persons.stream().mapToDouble(name -> strength(name, shorter)).max().orElse(0);
      if (strength > 0
          && genderAgrees(mention, person)
          && (shorter.hasEnding() || mayLackEnding(mention, person))) {
        strengths.put(person, strength);
      }
    }
    if (!shorter.hasEnding()) {
      Set<Referent> all = Set.copyOf(strengths.keySet());
      strengths.keySet().removeIf(one -> hasEnding(one) && isYounger(one, all, mention.text));
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
    for (Referent candidate : candidates) {
      if (positions.getOrDefault(candidate, Map.of()).containsKey(mention.text)) {
        here.add(candidate);
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
    return justToldOf(at, here)
        .or(() -> broughtInFirst(at, here))
        .map(person -> new Choice(person, Math.min(sure, 0.65)));
  }

  /** Who, not long before, opened a sentence or spoke, and so is being told of. */
  private Optional<Referent> justToldOf(int at, Set<Referent> people) {
    NameMention mention = names.mentions.get(at);
    return people.stream()
        .flatMap(person -> places(person, mention.text).headSet(at).stream())
        .map(names.mentions::get)
        .filter(near -> mention.sentence.paragraph() - near.sentence.paragraph() <= JUST_NOW)
        .filter(near -> (opens(near) || speaks(near)) && !isOwner(near))
        .max(Comparator.comparing(near -> near.span()))
        .flatMap(near -> near.referent);
  }

  private NavigableSet<Integer> places(Referent person, int text) {
    return positions.getOrDefault(person, Map.of()).getOrDefault(text, new TreeSet<>());
  }

  private Optional<Referent> broughtInFirst(int at, Set<Referent> people) {
    int text = names.mentions.get(at).text;
    return people.stream()
        .filter(person -> fullNames(person, text).stream().anyMatch(place -> place < at))
        .min(Comparator.comparing(person -> fullNames(person, text).getFirst()));
  }

  /** Where a text has the full name of a person, in text order. */
  private List<Integer> fullNames(Referent person, int text) {
    return places(person, text).stream()
        .filter(place -> names.personName(names.mentions.get(place)).isFull())
        .toList();
  }

  /** Whether nothing but what somebody is called stands before a name in its sentence. */
  private boolean opens(NameMention mention) {
    return IntStream.range(0, mention.from)
        .mapToObj(mention.words::get)
        .allMatch(word -> word.isCapital() || names.lists.roleModifiers().contains(word.lower()));
  }

  /** "Said Jon Ek", "Jon Ek said". */
  private boolean speaks(NameMention mention) {
    return NameWords.isFormOf(names.lists.speechVerbs(), mention.before(1))
        || NameWords.isFormOf(names.lists.speechVerbs(), mention.after(1));
  }

  private static boolean isOwner(NameMention mention) {
    return mention.after(1).equals("'s");
  }

  /**
   * Whether a person with Jr. is not the one whom the bare family name means: where there is
   * anybody without it, only a text that opens with the younger and never says "Ek Jr." means the
   * younger.
   */
  private boolean isYounger(Referent younger, Set<Referent> people, int text) {
    boolean alone = people.stream().allMatch(ShortForms::hasEnding);
    boolean inShort =
        places(younger, text).stream()
            .map(place -> names.personName(names.mentions.get(place)))
            .anyMatch(name -> !name.isFull() && name.hasEnding());
    return !alone
        && (inShort
            || !firsts
                .computeIfAbsent(younger, none -> new LinkedHashMap<>())
                .computeIfAbsent(text, in -> isFirstOfItsName(younger, in)));
  }

  /** Whether no other name before the person's in a text has its family name. */
  private boolean isFirstOfItsName(Referent person, int text) {
    List<Integer> own = fullNames(person, text);
    return !own.isEmpty()
        && IntStream.range(0, own.getFirst())
            .mapToObj(names.mentions::get)
            .filter(mention -> mention.text == text)
            .map(names::personName)
            .noneMatch(
                name ->
                    person.persons.stream()
                        .anyMatch(known -> name.words().contains(known.family())));
  }

  private static double strength(PersonName name, PersonName shorter) {
    double part = name.namedBy(shorter);
    boolean alone = part == 0 && shorter.words().size() == 1 && !shorter.hasEnding();
    return alone && name.familySpells(shorter.words().getFirst()) == 1 ? BY_SPELLING : part;
  }

  /** What spellings of a family name share; no word of a name looks like it. */
  private static String spelled(String family) {
    return "~" + Transliteration.letters(family);
  }

  private void countForms() {
    for (NameMention mention : names.mentions) {
      timesOfForm.merge(mention.form, 1, Integer::sum);
      timesAsPerson.merge(mention.form, mention.type == EntityType.PERSON ? 1 : 0, Integer::sum);
    }
  }

  /** Whether most names.mentions of the same form are taken for a person. */
  private boolean isPersonElsewhere(NameMention mention) {
    return timesAsPerson.getOrDefault(mention.form, 0) * 2
        > timesOfForm.getOrDefault(mention.form, 0);
  }

  private static boolean hasEnding(Referent person) {
    return !person.persons.isEmpty() && person.persons.stream().allMatch(PersonName::hasEnding);
  }

  /**
   * Whether a name without Jr. may mean a person who has it: only in a text that names them so, and
   * not behind an office that the text does not give them ("Mayor Ek" beside "Jon Ek Jr.").
   */
  private boolean mayLackEnding(NameMention mention, Referent person) {
    if (!hasEnding(person)) {
      return true;
    }
    var places = positions.getOrDefault(person, Map.of()).get(mention.text);
    String title = mention.before(1);
    boolean office = names.lists.titles().getOrDefault(title, "none").isEmpty();
    return places != null
        && (!office
            || places.stream().anyMatch(at -> names.mentions.get(at).before(1).equals(title)));
  }

  private boolean genderAgrees(NameMention mention, Referent person) {
    String title = names.lists.titles().getOrDefault(mention.before(1), "");
    return title.isEmpty() || person.gender.map(title::equals).orElse(true);
  }
}
