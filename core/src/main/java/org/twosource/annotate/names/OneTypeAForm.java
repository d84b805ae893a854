package org.twosource.annotate.names;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twosource.annotate.EntityType;

/**
 * A name is of one type in a story: the one most of its mentions speak for. A single word may be a
 * person's beside ("Ford"), so there only the other types are voted on.
 */
final class OneTypeAForm implements NamePass {

  @Override
  public void run(StoryNames names) {
    Map<String, Map<EntityType, Double>> votes = new LinkedHashMap<>();
    for (NameMention mention : names.mentions) {
      if (mention.senses.isEmpty() && mayVote(mention)) {
        votes
            .computeIfAbsent(mention.form, none -> new EnumMap<>(EntityType.class))
            .merge(mention.type, mention.confidence, Double::sum);
      }
    }
    for (NameMention mention : names.mentions) {
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
        && mention.confidence >= Name.SURE_OF_NAMESAKE;
  }

  private static boolean mayVote(NameMention mention) {
    return mention.to - mention.from > 1 || mention.type != EntityType.PERSON;
  }
}
