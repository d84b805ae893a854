package org.twosource.annotate;

import java.util.List;

/**
 * What the user knows of entities: ids, and names that are one entity's, whatever the reports show.
 *
 * @param same of two that overlap all names are one entity's
 */
public record KnownEntities(WikidataIds wikidata, List<SameName> same) {
  /** Knows nothing. */
  public static final KnownEntities NONE = new KnownEntities(WikidataIds.NONE, List.of());

  public KnownEntities {
    same = List.copyOf(same);
  }

  /**
   * Two names of one entity, each as some report has it.
   *
   * @param name what it is called from now on
   * @param other a further name of it
   */
  public record SameName(String name, String other) {
    public SameName {
      if (name.isBlank() || other.isBlank()) {
        throw new IllegalArgumentException("a name is empty: '" + name + "', '" + other + "'");
      }
    }
  }

  /** The same with other ids. */
  public KnownEntities withWikidata(WikidataIds ids) {
    return new KnownEntities(ids, same);
  }
}
