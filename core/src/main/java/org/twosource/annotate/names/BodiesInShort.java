package org.twosource.annotate.names;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.EntityType;

/**
 * A body by the end of its name: "the Examiner" is the Harrow Examiner and "Border Guard" the U.S.
 * Border Guard, where just one body of the text, else of the story, ends in these words. A single
 * word must have an article somewhere in the story.
 */
final class BodiesInShort implements NamePass {

  @Override
  public void run(StoryNames names) {
    Set<String> withArticle = new HashSet<>();
    names.mentions.stream()
        .filter(mention -> mention.before(1).equals("the"))
        .forEach(mention -> withArticle.add(mention.form));
    for (NameMention mention : names.mentions) {
      boolean single = mention.parts().size() == 1;
      if (mention.referent.isEmpty()
          && mayBeShort(mention)
          && (!single || withArticle.contains(mention.form))) {
        longer(mention, names)
            .ifPresent(
                body -> {
                  if (body.referent.isEmpty()) {
                    body.resolve(names.named(body), .95);
                  }
                  mention.type = EntityType.ORGANIZATION;
                  mention.resolve(body.referent.get(), .8);
                });
      }
    }
  }

  private static boolean mayBeShort(NameMention mention) {
    boolean body =
        mention.type == EntityType.ORGANIZATION
            || mention.type == EntityType.OTHER && mention.parts().size() > 1;
    return body && mention.senses.isEmpty();
  }

  /** In the same text, else in another of the story. */
  private static Optional<NameMention> longer(NameMention mention, StoryNames names) {
    List<NameMention> bodies =
        names.mentions.stream()
            .filter(body -> body.type == EntityType.ORGANIZATION)
            .filter(body -> body.form.endsWith(" " + mention.form))
            .filter(body -> mention.parts().size() == 1 || hasOneWordMore(body, mention))
            .toList();
    List<NameMention> here = bodies.stream().filter(body -> body.text == mention.text).toList();
    return only(here.isEmpty() ? bodies : here);
  }

  private static Optional<NameMention> only(List<NameMention> bodies) {
    Set<String> forms = new LinkedHashSet<>();
    bodies.forEach(body -> forms.add(body.form));
    return forms.size() == 1 ? Optional.of(bodies.getFirst()) : Optional.empty();
  }

  /** "U.S. Border Guard" beside "Border Guard". */
  private static boolean hasOneWordMore(NameMention body, NameMention end) {
    return body.parts().size() == end.parts().size() + 1;
  }
}
