package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Gives pronouns ("he") and descriptions ("the secretary of state") to the person they mean, where
 * only one comes into question. Conservative: with two candidates of equal right it is silent. The
 * caption of a picture between two sentences interrupts them, and names nobody whom the second
 * means.
 */
final class ReferenceResolver {
  private final List<Text> texts;
  private final NameWords lists;
  private final Gazetteer gazetteer;

  ReferenceResolver(List<Text> texts, NameWords lists, Gazetteer gazetteer) {
    this.texts = texts;
    this.lists = lists;
    this.gazetteer = gazetteer;
  }

  List<NameMention> resolve(
      Function<Sentence, List<NameMention>> names,
      BiFunction<Integer, Sentence, List<NameWord>> words) {
    List<NameMention> found = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      List<List<NameMention>> near = new ArrayList<>();
      List<List<NameMention>> prose = new ArrayList<>();
      Set<Referent> people = new LinkedHashSet<>();
      for (Sentence sentence : texts.get(text).sentences()) {
        List<NameMention> here = new ArrayList<>(names.apply(sentence));
        near.add(here);
        boolean aside = sentence.part() == Part.Kind.CAPTION;
        if (!aside) {
          prose.add(here);
        }
        List<NameWord> line = words.apply(text, sentence);
        for (int at = 0; at < line.size(); at++) {
          Optional<NameMention> pronoun = pronoun(text, sentence, line, at, aside ? near : prose);
          pronoun.ifPresent(here::add);
          pronoun.ifPresent(found::add);
          description(text, sentence, line, at, here, people).ifPresent(found::add);
        }
        for (NameMention name : here) {
          if (name.type == EntityType.PERSON) {
            name.referent.ifPresent(people::add);
          }
        }
      }
    }
    return found;
  }

  private NameMention reference(
      int text, Sentence sentence, List<NameWord> line, int from, int to, Mention.Form kind) {
    var span = new Span(line.get(from).start(), line.get(to - 1).end());
    var mention =
        new NameMention(
            text,
            sentence,
            line,
            from,
            to,
            new Name(span, EntityType.PERSON, 0.8),
            span.in(texts.get(text).body()),
            List.of());
    mention.kind = kind;
    return mention;
  }

  // ---- pronouns ---------------------------------------------------------------------------------

  private Optional<NameMention> pronoun(
      int text, Sentence sentence, List<NameWord> line, int at, List<List<NameMention>> near) {
    String gender = lists.pronouns().getOrDefault(line.get(at).lower(), "");
    if (!gender.equals("m") && !gender.equals("f")) {
      return Optional.empty();
    }
    int position = line.get(at).start();
    for (int back = 0; back <= 2; back++) {
      int index = near.size() - 1 - back;
      if (index < 0) {
        break;
      }
      boolean inSentence = back == 0;
      List<NameMention> before = new ArrayList<>(near.get(index));
      before.removeIf(name -> name.span().end() > position);
      before.removeIf(
          name ->
              name.type != EntityType.PERSON
                  || !canBe(name, gender)
                  || isOwner(name) && !inSentence);
      before.sort(java.util.Comparator.comparing(NameMention::span));
      Set<Referent> people = new LinkedHashSet<>();
      before.forEach(name -> people.add(name.referent.orElseThrow()));
      boolean nominative = line.get(at).lower().equals("he") || line.get(at).lower().equals("she");
      if (people.size() > 1 && inSentence && !nominative) {
        return Optional.empty();
      }
      if (!people.isEmpty()) {
        double sure = people.size() == 1 ? 0.85 - 0.1 * back : 0.6 - 0.05 * back;
        var mention = reference(text, sentence, line, at, at + 1, Mention.Form.PRONOUN);
        mention.referent = Optional.of(people.iterator().next());
        mention.confidence = sure;
        return Optional.of(mention);
      }
    }
    return Optional.empty();
  }

  private static boolean canBe(NameMention name, String gender) {
    return name.referent.isPresent() && name.referent.get().gender.map(gender::equals).orElse(true);
  }

  private static boolean isOwner(NameMention name) {
    return name.after(1).equals("'s") && name.kind == Mention.Form.NAME;
  }

  // ---- descriptions -----------------------------------------------------------------------------

  private Optional<NameMention> description(
      int text,
      Sentence sentence,
      List<NameWord> line,
      int at,
      List<NameMention> names,
      Set<Referent> people) {
    if (!line.get(at).lower().equals("the") || at + 1 >= line.size()) {
      return Optional.empty();
    }
    int end = at + 1;
    while (end < line.size()
        && end - at < 6
        && line.get(end).follows()
        && (lists.roleModifiers().contains(line.get(end).lower())
            || !gazetteer.senses(line.get(end).text()).isEmpty())
        && NameWords.longest(lists.titles().keySet(), line, end) < 2) {
      end++;
    }
    if (end >= line.size() || !line.get(end).follows()) {
      return Optional.empty();
    }
    int title = lists.title(line, end);
    int role = NameWords.longest(lists.roleWords(), line, end);
    int head = Math.max(title, role);
    if (head == 0) {
      return Optional.empty();
    }
    int to = end + head;
    if (to < line.size()
            && line.get(to).follows()
            && (line.get(to).isCapital() || line.get(to).lower().matches("of|for|to|at|and"))
        || to < line.size() && line.get(to).join() == NameWord.Join.HYPHEN) {
      return Optional.empty();
    }
    boolean apposition =
        at > 0
            && names.stream().anyMatch(name -> name.span().end() == line.get(at - 1).end())
            && line.get(at).join() == NameWord.Join.BREAK;
    if (apposition) {
      return Optional.empty();
    }
    String wanted = phrase(line, at + 1, to);
    Set<Referent> known = new LinkedHashSet<>(people);
    for (NameMention name : names) {
      if (name.span().end() <= line.get(at).start() && name.type == EntityType.PERSON) {
        name.referent.ifPresent(known::add);
      }
    }
    Set<Referent> fitting = new LinkedHashSet<>();
    for (Referent person : known) {
      if (person.roles().stream().anyMatch(said -> fits(said, wanted))) {
        fitting.add(person);
      }
    }
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    var mention = reference(text, sentence, line, at, to, Mention.Form.DESCRIPTION);
    mention.referent = Optional.of(fitting.iterator().next());
    mention.confidence = 0.7;
    return Optional.of(mention);
  }

  private static String phrase(List<NameWord> line, int from, int to) {
    var phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(i > from ? " " : "").append(line.get(i).lower());
    }
    return phrase.toString();
  }

  /**
   * Whether a role as stated ends in the words, "US" and "U.S.", "Gov." and "governor" being the
   * same.
   */
  private boolean fits(String role, String wanted) {
    return (" " + inFull(role)).endsWith(" " + inFull(wanted));
  }

  private String inFull(String role) {
    return Arrays.stream(role.toLowerCase(Locale.ROOT).replace(".", "").split("[ -]+"))
        .map(word -> lists.shortTitles().getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }
}
