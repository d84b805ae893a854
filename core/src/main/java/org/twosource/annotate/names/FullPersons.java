package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.lexicon.Transliteration;

/**
 * Full names of people are put together when family and given names agree, or are two spellings of
 * one. Names that only sound alike are two people where one text prints both.
 */
final class FullPersons implements NamePass {

  @Override
  public void run(StoryNames names) {
    List<NameMention> full =
        names.mentions.stream()
            .filter(
                mention -> mention.type == EntityType.PERSON && names.personName(mention).isFull())
            .sorted(
                Comparator.<NameMention>comparingInt(
                        mention -> -names.personName(mention).words().size())
                    .thenComparing(mention -> mention.form))
            .toList();
    Map<String, List<Referent>> byFamily = new LinkedHashMap<>();
    Map<PersonName, Set<Integer>> texts = new HashMap<>();
    full.forEach(
        mention ->
            texts
                .computeIfAbsent(names.personName(mention), none -> new HashSet<>())
                .add(mention.text));
    Map<String, List<Referent>> bySound = new HashMap<>();
    for (NameMention mention : full) {
      PersonName name = names.personName(mention);
      List<Referent> people =
          name.words().stream()
              .flatMap(word -> byFamily.getOrDefault(word, List.of()).stream())
              .distinct()
              .toList();
      List<Referent> agreeing =
          people.stream().filter(person -> person.persons.stream().allMatch(name::agrees)).toList();
      List<Referent> same =
          agreeing.stream().filter(person -> person.persons.contains(name)).toList();
      List<Referent> alike =
          keys(name).stream()
              .flatMap(key -> bySound.getOrDefault(key, List.of()).stream())
              .distinct()
              .toList();
      Optional<Referent> spelled =
          agreeing.isEmpty()
              ? spelled(name, ofGender(name, alike, names.gazetteer), texts)
              : Optional.empty();
      final Referent person;
      if (!same.isEmpty()) {
        person = same.get(0);
      } else if (agreeing.size() == 1) {
        person = agreeing.get(0);
        person.persons.add(name);
      } else if (spelled.isPresent()) {
        person = spelled.get();
        person.persons.add(name);
        byFamily.computeIfAbsent(name.family(), none -> new ArrayList<>()).add(person);
      } else {
        person = names.added(new Referent(EntityType.PERSON, Optional.empty()));
        person.persons.add(name);
        byFamily.computeIfAbsent(name.family(), none -> new ArrayList<>()).add(person);
        keys(name)
            .forEach(key -> bySound.computeIfAbsent(key, none -> new ArrayList<>()).add(person));
      }
      mention.resolve(person, 0.97);
      names.gender(mention, person);
    }
  }

  /** What another spelling of the family name may share. */
  private static List<String> keys(PersonName name) {
    return List.of(
        "letters " + Transliteration.letters(name.family()),
        "sound " + Transliteration.sound(name.family()));
  }

  /** Those whose gender a given name does not speak against: Daniel is not Danielle. */
  private static List<Referent> ofGender(
      PersonName name, List<Referent> people, Gazetteer gazetteer) {
    Optional<String> gender = gazetteer.gender(name.given()).filter(one -> !one.equals("-"));
    return people.stream()
        .filter(person -> gender.isEmpty() || person.gender.map(gender.get()::equals).orElse(true))
        .toList();
  }

  /** The one person of whose names this is another spelling. */
  private static Optional<Referent> spelled(
      PersonName name, List<Referent> people, Map<PersonName, Set<Integer>> texts) {
    List<Referent> meant =
        people.stream()
            .filter(
                person -> person.persons.stream().anyMatch(known -> isSpelling(name, known, texts)))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private static boolean isSpelling(
      PersonName name, PersonName known, Map<PersonName, Set<Integer>> texts) {
    double sure = name.spells(known);
    return sure == 1
        || sure > 0
            && Collections.disjoint(
                texts.getOrDefault(name, Set.of()), texts.getOrDefault(known, Set.of()));
  }
}
