package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Words that a tagger took for part of a person's name because they have a capital: in a headline
 * the verb behind it ("Trump Should", "Moss Says"), before it what is printed over a picture
 * ("Images Hamilton", "FILE Moss"); of any name what ties it to a participle ("Harrow-based"),
 * belongs to a role ("Senate Majority Leader") or says what a person rules. A name that prose
 * prints in whole is left alone. Safe for use by several threads.
 */
final class NameFringes {
  /** A capital word tied to a small one, and what may follow: "Harrow-based Finch Group". */
  private static final Pattern HYPHENED =
      Pattern.compile("([\\p{Lu}][\\p{L}.]+)-(\\p{Ll}+)(?:\\s+(\\p{Lu}.*))?");

  private static final Pattern NEXT_WORD = Pattern.compile("\\s+(\\p{Lu}\\p{L}+)");
  private static final Pattern NEXT_SMALL = Pattern.compile(" (\\p{Ll}+)");

  private final NameWords words;
  private final Gazetteer gazetteer;

  NameFringes(NameWords words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
  }

  /**
   * The same names in the same order, some of them shorter, without ordinary words that only a
   * headline or the beginning of a sentence gives a capital.
   *
   * @param lowercase words that the text prints in small letters
   */
  List<Name> cut(Text text, List<Name> names, Set<String> lowercase) {
    List<Name> cut = new ArrayList<>();
    for (Name whole : names) {
      Name name =
          withoutRule(
              text, withoutModifiers(text, withoutHyphened(text, withoutLooseEnd(text, whole))));
      if (isOrdinary(text, name, lowercase)) {
        continue;
      }
      Span span = name.type() == EntityType.PERSON ? withoutFront(text, name.span()) : name.span();
      if (name.type() == EntityType.PERSON
          && isHeadline(text, name.span().start())
          && !isInProse(text, span)) {
        span = withoutVerb(text, span);
      }
      cut.add(span.equals(name.span()) ? name : new Name(span, name.type(), name.confidence()));
    }
    return cut;
  }

  /** "Harrow-based Finch Group" is the Finch Group, "Labour-controlled" speaks of Labour. */
  private Name withoutHyphened(Text text, Name name) {
    Matcher hyphened = HYPHENED.matcher(text.of(name.span()));
    if (name.type() == EntityType.PLACE
        || !hyphened.matches()
        || !words.isTiedParticiple(hyphened.group(2))) {
      return name;
    }
    int start = name.span().start();
    Span span =
        hyphened.group(3) == null
            ? new Span(start, start + hyphened.end(1))
            : new Span(start + hyphened.start(3), name.span().end());
    return new Name(span, name.type(), name.confidence());
  }

  /** "Gospel of", "Science and": the small word belongs to what follows. */
  private Name withoutLooseEnd(Text text, Name name) {
    String form = text.of(name.span());
    int space = form.lastIndexOf(' ');
    String last = form.substring(space + 1);
    boolean loose =
        space > 0 && Character.isLowerCase(last.charAt(0)) && words.isFunctionWord(last);
    return loose ? withoutLooseEnd(text, cut(name, space)) : name;
  }

  private static Name cut(Name name, int length) {
    Span span = new Span(name.span().start(), name.span().start() + length);
    return new Name(span, name.type(), name.confidence());
  }

  /** "Senate Majority" before "Leader" is the Senate: the rest belongs to the role. */
  private Name withoutModifiers(Text text, Name name) {
    String form = text.of(name.span());
    int space = form.lastIndexOf(' ');
    Matcher next = NEXT_WORD.matcher(text.body()).region(name.span().end(), text.body().length());
    boolean role =
        name.type() != EntityType.PERSON
            && space > 0
            && words.roleModifiers().contains(form.substring(space + 1).toLowerCase(Locale.ROOT))
            && next.lookingAt()
            && words.roleWords().contains(next.group(1).toLowerCase(Locale.ROOT));
    return role ? withoutModifiers(text, cut(name, space)) : name;
  }

  /** "Moss Administration", "the Moss presidency": named after a person. */
  private Name withoutRule(Text text, Name name) {
    String form = text.of(name.span());
    int space = form.lastIndexOf(' ');
    String last = form.substring(space + 1).toLowerCase(Locale.ROOT);
    if (space > 0 && words.ruleNouns().contains(last) && isUnknownWord(form.substring(0, space))) {
      Span span = new Span(name.span().start(), name.span().start() + space);
      return new Name(span, EntityType.PERSON, name.confidence());
    }
    Matcher next = NEXT_SMALL.matcher(text.body()).region(name.span().end(), text.body().length());
    boolean ruled =
        name.type() != EntityType.PERSON
            && isUnknownWord(form)
            && next.lookingAt()
            && words.ruleNouns().contains(next.group(1));
    return ruled ? new Name(name.span(), EntityType.PERSON, name.confidence()) : name;
  }

  /** A single word that is no state, town or body of the gazetteer, nor all capitals. */
  private boolean isUnknownWord(String form) {
    return form.chars().allMatch(Character::isLetter)
        && !form.equals(form.toUpperCase(Locale.ROOT))
        && gazetteer.senses(form).isEmpty();
  }

  /** "Ricochet killed youth": the text has the word in small letters, and as a name only here. */
  private boolean isOrdinary(Text text, Name name, Set<String> lowercase) {
    String form = text.of(name.span());
    return name.type() == EntityType.PERSON
        && form.chars().allMatch(Character::isLetter)
        && lowercase.contains(form.toLowerCase(Locale.ROOT))
        && !gazetteer.isGivenName(form)
        && text.sentenceAt(name.span().start())
            .filter(home -> home.start() == name.span().start())
            .isPresent()
        && !isNamedInside(text, form);
  }

  /** Whether a sentence has the word with its capital elsewhere than at its head. */
  private static boolean isNamedInside(Text text, String form) {
    String body = text.body();
    for (int at = body.indexOf(form); at >= 0; at = body.indexOf(form, at + 1)) {
      int start = at;
      if (text.sentenceAt(at).filter(home -> home.start() < start).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the form stands in a sentence that is no headline. */
  private static boolean isInProse(Text text, Span span) {
    String form = text.of(span);
    for (int at = text.body().indexOf(form); at >= 0; at = text.body().indexOf(form, at + 1)) {
      if (text.sentenceAt(at).isPresent() && !isHeadline(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** A headline part, or a sentence most of whose longer words have a capital and no full stop. */
  private static boolean isHeadline(Text text, int offset) {
    Sentence sentence = text.sentenceAt(offset).orElse(null);
    if (sentence == null || text.of(sentence.span()).endsWith(".")) {
      return false;
    }
    long longer = 0;
    long capital = 0;
    for (var token : sentence.tokens()) {
      if (token.text().length() > 3) {
        longer++;
        capital += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    return longer > 2
        && capital * 4 > longer * 3
        && (sentence.part() == Part.Kind.HEADLINE || longer > 4);
  }

  private Span withoutFront(Text text, Span span) {
    String form = text.of(span);
    int space = form.indexOf(' ');
    String first = space < 0 ? "" : form.substring(0, space).toLowerCase(Locale.ROOT);
    boolean role = // the end of a title before a full name: "Speaker of the House J. Moss"
        (words.roleWords().contains(first) || words.roleModifiers().contains(first))
            && !gazetteer.isGivenName(form.substring(0, space))
            && !words.titles().containsKey(first)
            && form.indexOf(' ', space + 1) > 0;
    boolean front = words.pictureFronts().contains(first) || role;
    return front ? withoutFront(text, new Span(span.start() + space + 1, span.end())) : span;
  }

  private Span withoutVerb(Text text, Span span) {
    String form = text.of(span);
    int space = form.lastIndexOf(' ');
    if (space < 0) {
      return span;
    }
    String last = form.substring(space + 1).toLowerCase(Locale.ROOT);
    String rest = form.substring(0, space);
    boolean surname = gazetteer.isGivenName(rest) && (last.equals("may") || last.equals("will"));
    boolean verb =
        last.endsWith("s")
            && (NameWords.isFormOf(words.speechVerbs(), last)
                || NameWords.isFormOf(words.actingVerbs(), last));
    boolean ordinary = words.isFunctionWord(last) || words.headlineVerbs().contains(last) || verb;
    return ordinary && !surname && last.length() > 1
        ? withoutVerb(text, new Span(span.start(), span.start() + space))
        : span;
  }
}
