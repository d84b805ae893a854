package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Entity;
import org.twosource.annotate.WikidataIds;
import org.twosource.lexicon.NameForm;

/** Names the referents of a run, and makes entities of them. Functions, for any thread. */
final class EntityIds {
  private EntityIds() {}

  /** Ids from type and name; two of one name are told apart by a number in order of appearance. */
  static void give(List<NameMention> all, WikidataIds wikidata) {
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

  /** What the mentions point to, in order of first mention. */
  static List<Entity> entities(List<NameMention> all, WikidataIds wikidata) {
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
