package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Gives pronouns ("he") and descriptions ("the secretary of state") to the person they mean, where
 * only one comes into question. Conservative: with two candidates of equal right it is silent. Whom
 * "she" meant is no "he" in the rest of a report. The caption of a picture between two sentences
 * interrupts them, and names nobody whom the second means.
 */
final class ReferenceResolver {
  /** "The South Carolina Republican". */
  private static final int MAX_STATE_WORDS = 2;

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
    for (int number = 0; number < texts.size(); number++) {
      int text = number;
      List<List<NameMention>> near = new ArrayList<>();
      List<List<NameMention>> prose = new ArrayList<>();
      Set<Referent> people = new LinkedHashSet<>();
      Map<Referent, String> genders = new IdentityHashMap<>();
      for (Sentence sentence : texts.get(text).sentences()) {
        List<NameMention> here = new ArrayList<>(names.apply(sentence));
        near.add(here);
        boolean aside = sentence.part() == Part.Kind.CAPTION;
        if (!aside) {
          prose.add(here);
        }
        List<NameWord> line = words.apply(text, sentence);
        for (int at = 0; at < line.size(); at++) {
          int index = at;
          Optional<NameMention> pronoun =
              pronoun(text, sentence, line, at, aside ? near : prose, genders);
          pronoun.ifPresent(here::add);
          pronoun.ifPresent(found::add);
          description(text, sentence, line, at, here, people)
              .or(() -> member(text, sentence, line, index, here, people))
              .ifPresent(found::add);
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
      int text,
      Sentence sentence,
      List<NameWord> line,
      int at,
      List<List<NameMention>> near,
      Map<Referent, String> genders) {
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
      if (!inSentence && isOfSomebodyElse(line, at)) {
        return Optional.empty();
      }
      List<NameMention> before = new ArrayList<>(near.get(index));
      before.removeIf(name -> name.span().end() > position);
      before.removeIf(
          name ->
              name.type != EntityType.PERSON
                  || !canBe(name, gender, genders)
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
        genders.putIfAbsent(people.iterator().next(), gender);
        return Optional.of(mention);
      }
    }
    return Optional.empty();
  }

  /** "A pilot said he", "the governor said he": the sentence itself has whom it means, unnamed. */
  private boolean isOfSomebodyElse(List<NameWord> line, int at) {
    if (IntStream.range(0, at).anyMatch(i -> lists.speakingFor().contains(line.get(i).lower()))) {
      return false; // "a spokeswoman said he"
    }
    return at > 0 && lists.indefiniteArticles().contains(line.getFirst().lower())
        || IntStream.range(0, at)
            .mapToObj(line::get)
            .anyMatch(word -> !word.isCapital() && lists.roleWords().contains(word.lower()));
  }

  /**
   * @param genders of those whom a pronoun meant before
   */
  private static boolean canBe(NameMention name, String gender, Map<Referent, String> genders) {
    return name.referent.isPresent()
        && name.referent
            .get()
            .gender
            .orElse(genders.getOrDefault(name.referent.get(), gender))
            .equals(gender);
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

  /** "The Arizona Republican": the one person named so far whose party and state are these. */
  private Optional<NameMention> member(
      int text,
      Sentence sentence,
      List<NameWord> line,
      int at,
      List<NameMention> names,
      Set<Referent> people) {
    if (!line.get(at).lower().equals("the")) {
      return Optional.empty();
    }
    int head = at + 1;
    while (head < line.size()
        && head - at <= MAX_STATE_WORDS
        && line.get(head).follows()
        && line.get(head).isCapital()
        && !lists.partyMembers().containsValue(line.get(head).lower())) {
      head++;
    }
    boolean member =
        head < line.size()
            && line.get(head).follows()
            && lists.partyMembers().containsValue(line.get(head).lower());
    if (!member || head + 1 < line.size() && !endsPhrase(line.get(head + 1))) {
      return Optional.empty();
    }
    String state = head > at + 1 ? stateName(text, line, at + 1, head) + " " : "";
    String wanted = state + line.get(head).lower();
    Set<Referent> known = new LinkedHashSet<>(people);
    names.stream()
        .filter(name -> name.span().end() <= line.get(at).start())
        .filter(name -> name.type == EntityType.PERSON)
        .forEach(name -> name.referent.ifPresent(known::add));
    List<Referent> fitting =
        known.stream()
            .filter(person -> person.roles().stream().anyMatch(role -> fits(role, wanted)))
            .toList();
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    var mention = reference(text, sentence, line, at, head + 1, Mention.Form.DESCRIPTION);
    mention.referent = Optional.of(fitting.getFirst());
    mention.confidence = 0.7;
    return Optional.of(mention);
  }

  /** A break, a small word or a verb, not "the Republican leadership". */
  private boolean endsPhrase(NameWord word) {
    String lower = word.lower();
    return !word.follows()
        || !word.isCapital()
            && (lists.isFunctionWord(lower)
                || lower.endsWith("ed")
                || lists.pastVerbs().contains(lower)
                || NameWords.isFormOf(lists.speechVerbs(), lower)
                || NameWords.isFormOf(lists.actingVerbs(), lower));
  }

  /** The state as the gazetteer calls it: "Ariz.", "Arizona". */
  private String stateName(int text, List<NameWord> line, int from, int to) {
    String form =
        new Span(line.get(from).start(), line.get(to - 1).end()).in(texts.get(text).body());
    return gazetteer.senses(form.replaceAll("\\s+", " ")).stream()
        .map(sense -> sense.entry().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(form.toLowerCase(Locale.ROOT));
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
