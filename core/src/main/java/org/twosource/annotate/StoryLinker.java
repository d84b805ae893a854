package org.twosource.annotate;

import java.util.List;

/**
 * Joins the entities of the texts of one story: "Xi" here is "Xi Jinping" there. Gets texts whose
 * mentions point to entities of their own text, gives the same texts, in the same order, with
 * mentions that point to the story's entities. Attributions and events follow by themselves,
 * through the mentions.
 */
public interface StoryLinker {
  Annotations link(List<Annotated> texts);

  /** Leaves every text as it is and knows no entity. */
  StoryLinker NONE = texts -> new Annotations(texts, List.of());
}
