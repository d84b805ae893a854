package org.twosource.annotate.names;

import java.util.Comparator;

/** What is left goes by its form: see {@link StoryNames#named}. */
final class OtherNames implements NamePass {

  @Override
  public void run(StoryNames names) {
    names.mentions.stream()
        .filter(mention -> mention.referent.isEmpty())
        .sorted(Comparator.comparingInt(mention -> mention.from - mention.to))
        .forEach(mention -> mention.resolve(names.named(mention), 0.95));
  }
}
