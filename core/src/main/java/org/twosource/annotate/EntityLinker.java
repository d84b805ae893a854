package org.twosource.annotate;

import java.util.ArrayList;
import java.util.List;
import org.twosource.text.Language;
import org.twosource.text.Text;

/**
 * Joins the names of all reports of a story: one entity a person, organisation, place or other,
 * with the fullest name, the other forms and the roles that the reports state. Thread-safe.
 */
public final class EntityLinker implements StoryLinker {
  private final Gazetteer gazetteer;
  private final NameWords words;
  private final WikidataIds wikidata;

  public EntityLinker(Language language, Gazetteer gazetteer, WikidataIds wikidata) {
    this.gazetteer = gazetteer;
    this.words = NameWords.of(language, gazetteer);
    this.wikidata = wikidata;
  }

  /** English, with the gazetteer that comes with the program and without Wikidata ids. */
  public static EntityLinker standard() {
    return new EntityLinker(
        Language.find("en").orElseThrow(), Gazetteer.standard(), WikidataIds.NONE);
  }

  @Override
  public Annotations link(List<Annotated> texts) {
    List<Text> bare = texts.stream().map(Annotated::text).toList();
    List<List<Name>> names = texts.stream().map(EntityLinker::names).toList();
    NameResolver.Resolved resolved =
        new NameResolver(gazetteer, words, bare, names).resolve(wikidata);
    List<Annotated> linked = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      linked.add(texts.get(i).withMentions(resolved.mentions().get(i)));
    }
    return new Annotations(linked, resolved.entities());
  }

  /** The names of a text; what pronouns and descriptions mean is decided anew. */
  private static List<Name> names(Annotated text) {
    List<Name> names = new ArrayList<>();
    for (Mention mention : text.mentions()) {
      boolean demonym =
          mention.form() == Mention.Form.DESCRIPTION && mention.type() == EntityType.OTHER;
      if (mention.form() == Mention.Form.NAME || demonym) {
        names.add(new Name(mention.span(), mention.type(), mention.confidence()));
      } else if (mention.form() == Mention.Form.METONYM) {
        names.add(new Name(mention.span(), EntityType.PLACE, mention.confidence()));
      }
    }
    return names;
  }
}
