package org.twosource.annotate.names;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.EntityType;

/**
 * A name is of one type in a story: the one most of its mentions speak for. A single word may be a
 * person's beside ("Ford"), so there only the other types are voted on, unless no person of the
 * story has that word in a full name. What the gazetteer knows is only kept from being nothing in
 * particular where most mentions are of a type.
 */
final class OneTypeAForm implements NamePass {

  @Override
  public void run(StoryNames names) {
    Set<String> partsOfPersons = partsOfPersons(names);
    Map<String, Map<EntityType, Double>> votes = new LinkedHashMap<>();
    for (NameMention mention : names.mentions) {
      if (mayVote(mention, partsOfPersons)) {
        votes
            .computeIfAbsent(
                StoryNames.undotted(mention.form), none -> new EnumMap<>(EntityType.class))
            .merge(mention.type, mention.confidence, Double::sum);
      }
    }
    for (NameMention mention : names.mentions) {
      Map<EntityType, Double> vote =
          votes.getOrDefault(StoryNames.undotted(mention.form), Map.of());
      boolean open = mention.senses.isEmpty() || isOfNoType(mention);
      if (vote.size() > 1 && open && mayVote(mention, partsOfPersons)) {
        EntityType most =
            vote.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        mention.type = isTownBesideItsTeam(mention, most) ? mention.type : most;
      }
    }
  }

  /** "An NFL game": the tagger reads what kind of game it is, not the league. */
  private static boolean isOfNoType(NameMention mention) {
    return mention.type == EntityType.OTHER
        && mention.senses.stream().noneMatch(Gazetteer.Sense::demonym);
  }

  /** "In Harrow" beside "Harrow won": a tagger that is sure keeps the town, whatever most are. */
  private static boolean isTownBesideItsTeam(NameMention mention, EntityType most) {
    return mention.type == EntityType.PLACE
        && most == EntityType.ORGANIZATION
        && mention.confidence >= Name.SURE_OF_NAMESAKE;
  }

  private static boolean mayVote(NameMention mention, Set<String> partsOfPersons) {
    return mention.to - mention.from > 1
        || mention.type != EntityType.PERSON
        || !partsOfPersons.contains(mention.form);
  }

  /** The words of all names of people that have more than one. */
  private static Set<String> partsOfPersons(StoryNames names) {
    Set<String> parts = new HashSet<>();
    names.mentions.stream()
        .filter(mention -> mention.type == EntityType.PERSON && mention.to - mention.from > 1)
        .forEach(mention -> parts.addAll(mention.parts()));
    return parts;
  }
}
