package org.twosource.annotate.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.KnownEntities.SameName;
import org.twosource.lexicon.NameForm;

/**
 * Joins what the user says is one entity. A name that two entities of a story have is not joined:
 * nobody has said which of them is meant. Nor are a person and a place. Functions, for any thread.
 */
final class DecidedNames {
  private DecidedNames() {}

  static void join(List<NameMention> all, List<SameName> decided) {
    for (SameName pair : decided) {
      Optional<Referent> kept = only(all, pair.name());
      Optional<Referent> joined = only(all, pair.other());
      if (kept.isPresent()
          && joined.isPresent()
          && kept.get() != joined.get()
          && kept.get().type == joined.get().type) {
        kept.get().take(joined.get(), pair.name());
        for (NameMention mention : all) {
          if (mention.referent.orElseThrow() == joined.get()) {
            mention.referent = kept;
          }
        }
      }
    }
  }

  /** The one that is called so. */
  private static Optional<Referent> only(List<NameMention> all, String name) {
    String form = NameForm.of(name);
    Set<Referent> found = new LinkedHashSet<>();
    for (NameMention mention : all) {
      Referent referent = mention.referent.orElseThrow();
      boolean isCalledSo =
          NameForm.of(referent.name()).equals(form)
              || referent.forms().keySet().stream().map(NameForm::of).anyMatch(form::equals);
      if (isCalledSo) {
        found.add(referent);
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
