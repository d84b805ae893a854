package org.twosource.annotate.names;

import java.util.Optional;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;

/** What the gazetteer knows is what it says. */
final class KnownNames implements NamePass {
  /** A tagger less sure than this does not overrule the gazetteer, which knows a place. */
  private static final double SURE_OF_BODY = 0.8;

  @Override
  public void run(StoryNames names) {
    for (NameMention mention : names.mentions) {
      if (mention.type == EntityType.PERSON || isNamedAfterPlace(mention, names)) {
        continue;
      }
      fitting(mention)
          .ifPresent(
              sense -> {
                mention.type = sense.demonym() ? EntityType.OTHER : sense.entry().type();
                if (sense.demonym()) {
                  mention.kind = Mention.Form.DESCRIPTION;
                }
                mention.resolve(names.known(sense.entry()), 0.95);
              });
    }
  }

  /**
   * A team or body that carries a place's name: "Atlanta lost", "England won the toss". A state's
   * points to the state, as its government does; any other is an organisation of its own.
   */
  private boolean isNamedAfterPlace(NameMention mention, StoryNames names) {
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
                mention.resolve(names.known(state), mention.confidence);
              });
    }
    return after;
  }

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
}
