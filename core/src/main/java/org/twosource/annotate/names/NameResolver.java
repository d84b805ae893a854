package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Entity;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.Mention;

/**
 * Decides which names of one or several texts mean the same.
 *
 * <p>Steps, each silent where it is not sure, because a wrong merge is worse than a split:
 *
 * <ol>
 *   <li>what the gazetteer knows is what it says;
 *   <li>full names of people are put together when family and given names agree;
 *   <li>a short form goes to the one full name that it is a part of: the first in the same text,
 *       unless another has just been told of, else any in the other texts; with two candidates of
 *       equal right it stays alone;
 *   <li>acronyms go to the name that the text puts beside them or whose first letters they are,
 *       bodies and firms to their longer name;
 *   <li>a capital or seat that acts is its government;
 *   <li>roles are read before and after the names;
 *   <li>pronouns and descriptions go to the one person they can mean;
 *   <li>what the user says is one is one.
 * </ol>
 *
 * <p>Keeps nothing; safe for use by several threads.
 */
final class NameResolver {
  /** In the order in which they run: the surest first, and each on what those before it found. */
  private static final List<NamePass> PASSES =
      List.of(
          new OneTypeAForm(),
          new FirmsByFirstWord(),
          new KnownNames(),
          new FullPersons(),
          names -> new ShortForms(names).find(),
          new Acronyms(),
          new BodiesInShort(),
          new OtherNames(),
          NameResolver::garbledNames,
          names -> Metonyms.read(names.mentions, names.gazetteer, names.lists, names::known),
          NameResolver::roles);

  private NameResolver() {}

  /** What the names of several texts mean. */
  record Resolved(List<List<Mention>> mentions, List<Entity> entities) {}

  static Resolved resolve(StoryNames names, KnownEntities known) {
    PASSES.forEach(pass -> pass.run(names));
    List<NameMention> all = new ArrayList<>(names.mentions);
    all.addAll(
        new ReferenceResolver(names.texts, names.lists, names.gazetteer)
            .resolve(names::in, names::words));
    DecidedNames.join(all, known.same());
    EntityIds.give(all, known.wikidata());
    return new Resolved(byText(names, all), EntityIds.entities(all, known.wikidata()));
  }

  private static void garbledNames(StoryNames names) {
    new GarbledNames(names.texts, names.lists, names::words, names.mentions, names::in).find();
    names.index();
  }

  private static void roles(StoryNames names) {
    var roles = new RoleReader(names.texts, names.lists, names.gazetteer, names::in);
    names.mentions.forEach(roles::read);
  }

  private static List<List<Mention>> byText(StoryNames names, List<NameMention> all) {
    Map<Integer, List<NameMention>> ofText = new LinkedHashMap<>();
    all.forEach(
        mention -> ofText.computeIfAbsent(mention.text, none -> new ArrayList<>()).add(mention));
    var namesakes = new NamesakePlaces(names.gazetteer, names.lists, names.texts, all);
    List<List<Mention>> byText = new ArrayList<>();
    for (int text = 0; text < names.texts.size(); text++) {
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
}
