package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.EntityType;
import org.twosource.lexicon.NameForm;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * The names of one or several texts while it is decided whose they are: what the passes of {@link
 * NameResolver} work on. One object serves one run; not thread-safe.
 */
final class StoryNames {
  private static final Pattern DOTTED = Pattern.compile("(?:\\p{Lu}\\.){2,}\\p{Lu}?");

  final Gazetteer gazetteer;
  final NameWords lists;
  final List<Text> texts;
  final List<NameMention> mentions = new ArrayList<>();
  final List<Referent> referents = new ArrayList<>();
  private final Map<String, Referent> known = new LinkedHashMap<>();
  private final Map<String, Referent> byKey = new LinkedHashMap<>();
  private final Map<String, Referent> byLetters = new HashMap<>();
  private final Map<Sentence, List<NameWord>> sentenceWords = new IdentityHashMap<>();
  private final Map<Sentence, List<NameMention>> bySentence = new IdentityHashMap<>();

  StoryNames(Gazetteer gazetteer, NameWords lists, List<Text> texts, List<List<Name>> names) {
    this.gazetteer = gazetteer;
    this.lists = lists;
    this.texts = texts;
    Set<String> forms = new LinkedHashSet<>();
    for (int text = 0; text < texts.size(); text++) {
      String body = texts.get(text).body();
      names.get(text).forEach(name -> forms.add(name.span().in(body)));
    }
    for (int text = 0; text < texts.size(); text++) {
      for (Name name : names.get(text)) {
        for (Name one : apart(name, texts.get(text).body(), forms)) {
          mention(text, one).ifPresent(mentions::add);
        }
      }
    }
    index();
  }

  /** "Harrow and Pinner": two names where each is a name by itself elsewhere in the texts. */
  private static List<Name> apart(Name name, String body, Set<String> forms) {
    String form = name.span().in(body);
    int at = form.indexOf(" and ");
    if (at < 0
        || !forms.contains(form.substring(0, at))
        || !forms.contains(form.substring(at + " and ".length()))) {
      return List.of(name);
    }
    int start = name.span().start();
    Span first = new Span(start, start + at);
    Span second = new Span(start + at + " and ".length(), name.span().end());
    return List.of(
        new Name(first, name.type(), name.confidence()),
        new Name(second, name.type(), name.confidence()));
  }

  /** Sorts the mentions by the sentences they stand in. */
  void index() {
    bySentence.clear();
    for (NameMention mention : mentions) {
      bySentence.computeIfAbsent(mention.sentence, none -> new ArrayList<>()).add(mention);
    }
  }

  /** The mentions that begin in a sentence. */
  List<NameMention> in(Sentence sentence) {
    return bySentence.getOrDefault(sentence, List.of());
  }

  private Optional<NameMention> mention(int text, Name name) {
    Optional<Sentence> sentence = texts.get(text).sentenceAt(name.span().start());
    if (sentence.isEmpty()) {
      return Optional.empty();
    }
    List<NameWord> words = words(text, sentence.get());
    int from = 0;
    while (from < words.size() && words.get(from).end() <= name.span().start()) {
      from++;
    }
    int to = from;
    while (to < words.size() && words.get(to).start() < name.span().end()) {
      to++;
    }
    if (to == from) {
      return Optional.empty();
    }
    String form = name.span().in(texts.get(text).body()).replaceAll("\\s+", " ").replace('’', '\'');
    return Optional.of(
        new NameMention(
            text, sentence.get(), words, from, to, name, form, gazetteer.senses(bare(form))));
  }

  /** "NATO" for "N.A.T.O."; any other form as it is. */
  static String undotted(String form) {
    return form.indexOf('.') > 0 && DOTTED.matcher(form).matches() ? form.replace(".", "") : form;
  }

  /**
   * The form as the gazetteer may know it: without an article, the ending of a firm or full stops.
   */
  private String bare(String form) {
    if (!gazetteer.senses(form).isEmpty()) {
      return form;
    }
    if (!undotted(form).equals(form)) {
      return undotted(form);
    }
    String bare = form.startsWith("the ") || form.startsWith("The ") ? form.substring(4) : form;
    int last = bare.lastIndexOf(' ');
    boolean firm = last > 0 && NameWords.isFirmEnding(NameForm.of(bare.substring(last + 1)));
    return firm ? bare.substring(0, last) : bare;
  }

  /** The words of a sentence. */
  List<NameWord> words(int text, Sentence sentence) {
    return sentenceWords.computeIfAbsent(
        sentence,
        unused -> NameWord.scan(texts.get(text).body(), sentence.span(), lists.abbreviations()));
  }

  /** Whom the gazetteer means. */
  Referent known(Gazetteer.Entry entry) {
    return known.computeIfAbsent(
        entry.type() + " " + entry.kind() + " " + entry.name(),
        unused -> added(new Referent(entry.type(), Optional.of(entry.name()))));
  }

  Referent added(Referent referent) {
    referents.add(referent);
    return referent;
  }

  PersonName personName(NameMention mention) {
    return PersonName.of(mention.parts(), gazetteer, lists);
  }

  /** Takes the gender of a person from a title before the name, else from the given name. */
  void gender(NameMention mention, Referent person) {
    Optional<String> byTitle =
        Optional.ofNullable(lists.titles().get(mention.before(1)))
            .filter(value -> !value.isEmpty());
    if (byTitle.isPresent()) {
      person.gender = byTitle;
    } else if (person.gender.isEmpty() && !personName(mention).familyFirst()) {
      person.gender =
          gazetteer.gender(mention.parts().get(0)).filter(gender -> !gender.equals("-"));
    }
  }

  /** The referent of a name that only the reports know, by its form without endings of firms. */
  Referent named(NameMention mention) {
    Optional<String> owner = owner(mention);
    String key = key(mention) + owner.map(state -> " of " + state).orElse("");
    String typed = mention.type + " " + key;
    Referent found = byKey.get(typed);
    String closed = mention.type + " " + key.replaceAll("[ -]", "");
    if (found == null && mention.type == EntityType.ORGANIZATION && owner.isEmpty()) {
      found = byLetters.get(closed); // "First Group", "FirstGroup"
    }
    if (found == null && mention.type == EntityType.ORGANIZATION) {
      List<Referent> longer =
          byKey.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(typed + " "))
              .map(Map.Entry::getValue)
              .distinct()
              .toList();
      found = longer.size() == 1 ? longer.get(0) : null;
    }
    if (found == null) {
      found = added(new Referent(mention.type, owner.map(state -> mention.form + " of " + state)));
    }
    byKey.put(typed, found);
    byLetters.putIfAbsent(closed, found);
    return found;
  }

  /**
   * The state whose body this is, by the word before: "Chinese Foreign Ministry", "Japan's Foreign
   * Ministry". Only for bodies that every state has.
   */
  private Optional<String> owner(NameMention mention) {
    boolean common =
        mention.type == EntityType.ORGANIZATION
            && lists.stateBodies().contains(mention.parts().get(0).toLowerCase(Locale.ROOT))
            && lists.stateBodies().contains(mention.parts().getLast().toLowerCase(Locale.ROOT));
    if (!common) {
      return Optional.empty();
    }
    int before = mention.from - 1;
    while (before >= 0 && mention.words.get(before).isPossessive()) {
      before--;
    }
    for (int words = 1; words <= 3 && before - words + 1 >= 0; words++) {
      int start = mention.words.get(before - words + 1).start();
      String form =
          new Span(start, mention.words.get(before).end())
              .in(texts.get(mention.text).body())
              .replaceAll("\\s+", " ");
      Optional<String> state =
          gazetteer.senses(form).stream()
              .map(Gazetteer.Sense::entry)
              .filter(entry -> entry.kind() == Gazetteer.Kind.STATE)
              .map(Gazetteer.Entry::name)
              .findFirst();
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }

  private String key(NameMention mention) {
    List<String> parts = new ArrayList<>(mention.parts().stream().map(NameForm::of).toList());
    if (parts.size() > 1 && parts.get(0).equals("the")) {
      parts.remove(0);
    }
    while (parts.size() > 1 && NameWords.isFirmEnding(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    return String.join(" ", parts);
  }
}
