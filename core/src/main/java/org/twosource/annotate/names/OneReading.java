package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.EntityType;

/**
 * One reading of a name in one text: a single word that is part of a full name of a person in the
 * text is that person, also at the beginning of a sentence, and also when it is a town's name
 * ("Austin") unless a preposition of place stands before it. Safe for use by several threads.
 */
final class OneReading {
  private final NameWords words;
  private final Gazetteer gazetteer;

  OneReading(NameWords words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
  }

  /** The names as the text has them, and those that were missed, in text order. */
  List<Name> of(String body, List<Name> names, List<SentenceNames> sentences) {
    Set<String> partsOfPersons = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    for (Name name : names) {
      String form = name.span().in(body);
      String[] parts = form.split("[\\s-]+");
      if (name.type() == EntityType.PERSON && name.confidence() >= 0.6 && parts.length > 1) {
        boolean familyFirst = gazetteer.isFamilyNameFirst(parts[0]);
        if (familyFirst || gazetteer.senses(parts[0]).isEmpty()) {
          partsOfPersons.add(parts[0]);
        }
        partsOfPersons.add(parts[parts.length - 1]);
      } else if (name.type() == EntityType.PLACE && name.confidence() >= 0.8) {
        places.add(form);
      }
    }
    Set<String> bodies = surely(EntityType.ORGANIZATION, body, names);
    Set<String> sureTowns = surely(EntityType.PLACE, body, names);
    Set<String> towns = towns(body, names, partsOfPersons);
    List<Name> read = new ArrayList<>();
    var covered = new BitSet();
    for (Name name : names) {
      covered.set(name.span().start(), name.span().end());
      String form = name.span().in(body);
      boolean firm =
          bodies.contains(form)
              && name.type() == EntityType.ORGANIZATION
              && name.confidence() >= Name.SURE_OF_NAMESAKE;
      boolean town = sureTowns.contains(form) && name.type() == EntityType.PLACE;
      boolean person =
          !firm && !town && name.type() != EntityType.PERSON && partsOfPersons.contains(form);
      boolean place = !gazetteer.senses(form).isEmpty() && isAfterPlacePreposition(body, name);
      if (person && !place) {
        read.add(new Name(name.span(), EntityType.PERSON, 0.8));
      } else if (name.confidence() < 0.6 && places.contains(form)
          || towns.contains(form) && mayBeTown(name)) {
        read.add(new Name(name.span(), EntityType.PLACE, 0.7));
      } else {
        read.add(name);
      }
    }
    for (SentenceNames sentence : sentences) {
      for (NameWord word : sentence.words()) {
        boolean missed =
            word.isCapital()
                && !covered.get(word.start())
                && !words.capitalisedWords().contains(word.lower())
                && words.titles().get(word.lower()) == null;
        if (missed && partsOfPersons.contains(word.text())) {
          read.add(new Name(word.span(), EntityType.PERSON, 0.8));
        } else if (missed && places.contains(word.text())) {
          read.add(new Name(word.span(), EntityType.PLACE, 0.7));
        }
      }
    }
    read.sort(null);
    return read;
  }

  /** Forms that are surely of this type at least twice, and more often than a person. */
  private static Set<String> surely(EntityType type, String body, List<Name> names) {
    Map<String, Integer> sure = new HashMap<>();
    Map<String, Integer> persons = new HashMap<>();
    for (Name name : names) {
      String form = name.span().in(body);
      if (name.type() == EntityType.PERSON) {
        persons.merge(form, 1, Integer::sum);
      } else if (name.type() == type && name.confidence() >= Name.SURE_OF_NAMESAKE) {
        sure.merge(form, 1, Integer::sum);
      }
    }
    sure.entrySet()
        .removeIf(
            form ->
                form.getValue() < 2 || form.getValue() <= persons.getOrDefault(form.getKey(), 0));
    return sure.keySet();
  }

  private static boolean mayBeTown(Name name) {
    boolean unsure = name.confidence() < 0.8 && name.type() != EntityType.PLACE;
    return name.type() == EntityType.PERSON || unsure;
  }

  /**
   * Forms that are a place more often than anything else in this text, and no part of a person's
   * full name: there "Harrow" is the town also where a tagger took it for a person.
   */
  private static Set<String> towns(String body, List<Name> names, Set<String> partsOfPersons) {
    Map<String, Integer> lead = new HashMap<>();
    for (Name name : names) {
      boolean place = name.type() == EntityType.PLACE && name.confidence() >= 0.8;
      lead.merge(name.span().in(body), place ? 1 : -1, Integer::sum);
    }
    Set<String> places = new LinkedHashSet<>();
    for (Name name : names) {
      String form = name.span().in(body);
      if (name.type() == EntityType.PLACE
          && lead.getOrDefault(form, 0) > 0
          && !partsOfPersons.contains(form)) {
        places.add(form);
      }
    }
    return places;
  }

  private boolean isAfterPlacePreposition(String body, Name name) {
    int end = name.span().start();
    while (end > 0 && Character.isWhitespace(body.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(body.charAt(start - 1))) {
      start--;
    }
    String before = body.substring(start, end).toLowerCase(Locale.ROOT);
    return before.equals("in") || before.equals("at") || before.equals("near");
  }
}
