package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.EntityType;

/** Full names of people are put together when family and given names agree. */
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
      Referent person;
      if (!same.isEmpty()) {
        person = same.get(0);
      } else if (agreeing.size() == 1) {
        person = agreeing.get(0);
        person.persons.add(name);
      } else {
        person = names.added(new Referent(EntityType.PERSON, Optional.empty()));
        person.persons.add(name);
        byFamily.computeIfAbsent(name.family(), none -> new ArrayList<>()).add(person);
      }
      mention.resolve(person, 0.97);
      names.gender(mention, person);
    }
  }
}
