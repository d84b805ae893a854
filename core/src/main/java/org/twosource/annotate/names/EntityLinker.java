package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StoryLinker;
import org.twosource.text.Language;
import org.twosource.text.Text;

/**
 * Joins the names of all reports of a story: one entity a person, organisation, place or other,
 * with the fullest name, the other forms and the roles that the reports state. Thread-safe.
 */
public final class EntityLinker implements StoryLinker {
  private final Gazetteer gazetteer;
  private final NameWords words;
  private final KnownEntities known;

  public EntityLinker(Language language, Gazetteer gazetteer, KnownEntities known) {
    this.gazetteer = gazetteer;
    this.words = NameWords.of(language, gazetteer);
    this.known = known;
  }

  /** English, with the gazetteer that comes with the program and without Wikidata ids. */
  public static EntityLinker standard() {
    return with(KnownEntities.NONE);
  }

  /** Likewise, with what the user knows. */
  public static EntityLinker with(KnownEntities known) {
    return new EntityLinker(Language.find("en").orElseThrow(), Gazetteer.standard(), known);
  }

  @Override
  public Annotations link(List<Annotated> texts) {
    List<Text> bare = texts.stream().map(Annotated::text).toList();
    List<List<Name>> names = texts.stream().map(this::names).toList();
    NameResolver.Resolved resolved =
        NameResolver.resolve(new StoryNames(gazetteer, words, bare, names), known);
    List<Annotated> linked = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      linked.add(texts.get(i).withMentions(resolved.mentions().get(i)));
    }
    return new Annotations(linked, resolved.entities());
  }

  /** The names of a text; what pronouns and descriptions mean is decided anew. */
  private List<Name> names(Annotated text) {
    List<Name> names = new ArrayList<>();
    for (Mention mention : text.mentions()) {
      if (mention.isName() && mention.form() != Mention.Form.GARBLED) {
        EntityType type =
            isSeat(mention.span().in(text.text().body())) ? EntityType.PLACE : mention.type();
        boolean metonym = mention.form() == Mention.Form.METONYM;
        names.add(new Name(mention.span(), metonym ? type : mention.type(), mention.confidence()));
      }
    }
    return names;
  }

  /** Whether a government sits there and is meant or not as the sentence says. */
  private boolean isSeat(String form) {
    return gazetteer.senses(form).stream().anyMatch(sense -> sense.entry().seat());
  }
}
