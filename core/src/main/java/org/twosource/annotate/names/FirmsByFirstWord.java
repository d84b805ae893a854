package org.twosource.annotate.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.lexicon.NameForm;

/**
 * "Harrow" beside "Harrow Instruments AG" is the firm, unless the tagger is sure of a town, a title
 * stands before it, or a person of the story has that name.
 */
final class FirmsByFirstWord implements NamePass {

  @Override
  public void run(StoryNames names) {
    Set<String> firms = new LinkedHashSet<>();
    Set<String> partsOfPersons = new LinkedHashSet<>();
    for (NameMention mention : names.mentions) {
      List<String> parts = mention.parts();
      boolean firm =
          mention.type == EntityType.ORGANIZATION
              && parts.size() > 2
              && NameWords.isFirmEnding(NameForm.of(parts.getLast()));
      if (firm) {
        firms.add(parts.getFirst());
      } else if (mention.type == EntityType.PERSON && parts.size() > 1) {
        partsOfPersons.addAll(parts);
      }
    }
    firms.removeAll(partsOfPersons);
    for (NameMention mention : names.mentions) {
      boolean sureTown =
          mention.type == EntityType.PLACE && mention.confidence >= Name.SURE_OF_NAMESAKE;
      if (firms.contains(mention.form)
          && mention.senses.isEmpty()
          && !sureTown
          && !names.lists.titles().containsKey(mention.before(1))) {
        mention.type = EntityType.ORGANIZATION;
      }
    }
  }
}
