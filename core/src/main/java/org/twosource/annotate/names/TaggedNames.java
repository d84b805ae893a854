package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;

/**
 * A tagger's names, corrected by the rules that are sure of themselves: what the gazetteer knows,
 * names behind titles, pairs that a hyphen joins. Where they only differ in the type the gazetteer
 * wins over a tagger that is unsure. Safe for use by several threads.
 */
final class TaggedNames {
  /** Marks at the beginning and at the end of a name that a tagger took along. */
  private static final Pattern STRAY_MARKS =
      Pattern.compile("^[\\s,;:.!?/)\\]–—-]+|[\\s,;:!?/(\\[–—-]+$");

  private static final Pattern NEXT_WORD = Pattern.compile("\\s+(\\p{Lu}\\p{L}+)");

  /** A rule this sure stands by itself beside a tagger. */
  private static final double SURE_RULE = 0.9;

  private final NameWords words;
  private final Gazetteer gazetteer;

  TaggedNames(NameWords words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
  }

  /** The names in text order, not overlapping; all lists are sorted by the text. */
  List<Name> merge(String body, List<Name> proposed, List<Name> byRules) {
    List<Name> merged = new ArrayList<>();
    List<Name> rules = new ArrayList<>();
    for (Name rule : byRules) {
      if (rule.confidence() >= SURE_RULE || !gazetteer.senses(rule.span().in(body)).isEmpty()) {
        rules.add(rule);
      }
    }
    int next = 0;
    for (Name raw : proposed) {
      Name tagged = tidied(body, raw);
      while (next < rules.size() && rules.get(next).span().end() <= tagged.span().start()) {
        merged.add(rules.get(next++));
      }
      int until = next;
      while (until < rules.size() && rules.get(until).span().start() < tagged.span().end()) {
        until++;
      }
      merged.addAll(settle(body, tagged, rules.subList(next, until)));
      next = until;
    }
    merged.addAll(rules.subList(next, rules.size()));
    merged.sort(null);
    return withoutOverlaps(merged);
  }

  /**
   * A tagger's name without stray marks; a place that its last word makes a body ("Harrow High
   * School", "Harrow Medical Center") is an organisation; what stands behind a party's letter
   * ("D-Harrow") is the place elected for.
   */
  private Name tidied(String body, Name tagged) {
    String form = tagged.span().in(body);
    Matcher marks = STRAY_MARKS.matcher(form);
    int from = 0;
    int to = form.length();
    while (marks.find()) {
      if (marks.start() == 0) {
        from = marks.end();
      } else {
        to = marks.start();
      }
    }
    if (from >= to) {
      return tagged;
    }
    EntityType type = tagged.type();
    int hyphen = form.indexOf('-');
    if (hyphen > 0
        && hyphen + 1 < to
        && words.partyLetters().contains(form.substring(0, hyphen).toLowerCase(Locale.ROOT))
        && Character.isUpperCase(form.charAt(hyphen + 1))
        && isBehindComma(body, tagged)) {
      from = hyphen + 1;
      type = EntityType.PLACE;
    }
    int space = form.lastIndexOf(' ', to - 1);
    String last = form.substring(space + 1, to).toLowerCase(Locale.ROOT);
    boolean facility =
        type == EntityType.PLACE
            && space > from
            && gazetteer.senses(form.substring(from, to)).isEmpty()
            && !words.directions().contains(firstWord(form.substring(from, to))) // West Bank
            && words.organizationWords().contains(last)
            && !words.placeWords().contains(last);
    if (facility) {
      type = EntityType.ORGANIZATION;
    } else if (type == EntityType.ORGANIZATION && words.lawWords().contains(last)) {
      type = EntityType.OTHER; // "Harrow Act"
    }
    Span span = new Span(tagged.span().start() + from, tagged.span().start() + to);
    return new Name(span, type, tagged.confidence());
  }

  private static String firstWord(String form) {
    return form.split("[\\s-]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isBehindComma(String body, Name name) {
    String before = body.substring(Math.max(0, name.span().start() - 2), name.span().start());
    return before.endsWith("(") || before.endsWith("[") || before.startsWith(",");
  }

  /** What stands where a tagger's name and names by rules share characters. */
  private List<Name> settle(String body, Name tagged, List<Name> rules) {
    if (tagged.span().length() < 2 || isRoleOnly(body, tagged, rules)) {
      return rules;
    }
    if (rules.isEmpty()) {
      return List.of(tagged);
    }
    if (isKnownWithOrdinaryWords(body, tagged, rules)) {
      return rules;
    }
    Name first = rules.get(0);
    if (rules.size() > 1) {
      int covered = rules.stream().mapToInt(rule -> rule.span().length()).sum();
      boolean pair = body.substring(first.span().end(), rules.get(1).span().start()).equals("-");
      return pair && covered + rules.size() > tagged.span().length() ? rules : List.of(tagged);
    }
    if (first.span().equals(tagged.span())) {
      boolean person = first.type() == EntityType.PERSON || tagged.type() == EntityType.PERSON;
      boolean keep = person ? tagged.confidence() >= 0.6 : tagged.confidence() >= 0.8;
      boolean demonym =
          gazetteer.senses(first.span().in(body)).stream().anyMatch(Gazetteer.Sense::demonym);
      return List.of(keep && !demonym ? tagged : first);
    }
    boolean wider = first.span().contains(tagged.span());
    return List.of(wider ? first : tagged);
  }

  /** "US Defense" before "Secretary": a state and what somebody's role is, no organisation. */
  private boolean isRoleOnly(String body, Name tagged, List<Name> rules) {
    if (tagged.type() != EntityType.ORGANIZATION || rules.size() != 1) {
      return false;
    }
    Span state = rules.getFirst().span();
    boolean known =
        state.start() == tagged.span().start()
            && state.end() < tagged.span().end()
            && gazetteer.senses(state.in(body)).stream()
                .anyMatch(sense -> sense.entry().kind() == Gazetteer.Kind.STATE);
    Matcher next = NEXT_WORD.matcher(body).region(tagged.span().end(), body.length());
    return known
        && Stream.of(body.substring(state.end(), tagged.span().end()).strip().split("\\s+"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .allMatch(words.roleModifiers()::contains)
        && next.lookingAt()
        && words.roleWords().contains(next.group(1).toLowerCase(Locale.ROOT));
  }

  /**
   * "China-linked", "G20 summit": a form of the gazetteer and words without capitals. Not "House of
   * Commons of Canada", which is one name.
   */
  private boolean isKnownWithOrdinaryWords(String body, Name tagged, List<Name> rules) {
    StringBuilder rest = new StringBuilder(tagged.span().in(body));
    boolean person = tagged.type() == EntityType.PERSON;
    for (Name rule : rules.reversed()) {
      if (!tagged.span().contains(rule.span())
          || gazetteer.senses(rule.span().in(body)).isEmpty()) {
        return false;
      }
      int start = rule.span().start() - tagged.span().start();
      rest.delete(start, start + rule.span().length());
    }
    return !person
        && !rest.toString().equals(" of ")
        && rest.chars().anyMatch(Character::isLetter)
        && rest.chars().noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static List<Name> withoutOverlaps(List<Name> sorted) {
    List<Name> names = new ArrayList<>();
    for (Name name : sorted) {
      if (names.isEmpty() || names.get(names.size() - 1).span().end() <= name.span().start()) {
        names.add(name);
      }
    }
    return names;
  }
}
