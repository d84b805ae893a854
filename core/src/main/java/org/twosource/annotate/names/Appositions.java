package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;

/**
 * Corrects the type of a name by what it stands beside: "its director, Anna Brand," is a person,
 * "on the platform Brand" is not one, nor is "Brand Harrow Sund (BHS)", which has an abbreviation.
 * What stands in the gazetteer is left alone.
 */
final class Appositions {
  /** A role in lower case and a comma, right before a name. */
  private static final Pattern ROLE_BEFORE = Pattern.compile("(\\p{Ll}+), $");

  /** A role and whose it is, before a single name; a name behind a comma follows. */
  private static final Pattern ROLE_OF_BEFORE = Pattern.compile("(\\p{Ll}+) of $");

  private static final Pattern NAME_BEHIND = Pattern.compile("\\s?, \\p{Lu}\\p{L}+ \\p{Lu}");
  private static final Pattern NOUN_BEFORE = Pattern.compile("\\b[Tt]he\\s(\\p{Ll}+)\\s$");
  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}");
  private static final Pattern ABBREVIATION = Pattern.compile("\\s\\(\\s?(\\p{Lu}{2,6})\\s?\\)");
  private static final int LOOK_BACK = 40;
  private static final double BY_ROLE = .85;
  private static final double BY_NOUN = .6;

  private final Set<String> roles;
  private final Set<String> thingNouns;
  private final Gazetteer gazetteer;

  Appositions(NameWords words, Gazetteer gazetteer) {
    this.roles = words.roleWords();
    this.thingNouns = words.thingNouns();
    this.gazetteer = gazetteer;
  }

  /** The same names in the same order, some with another type: a form in all its places. */
  List<Name> correct(String body, List<Name> names) {
    List<Name> corrected = new ArrayList<>(names.size());
    Set<String> nobodies = new HashSet<>();
    for (Name name : names) {
      Name one = correct(body, name);
      corrected.add(one);
      if (name.type() == EntityType.PERSON && one.type() != EntityType.PERSON) {
        nobodies.add(one.span().in(body));
      }
    }
    corrected.replaceAll(
        name ->
            name.type() == EntityType.PERSON && nobodies.contains(name.span().in(body))
                ? new Name(name.span(), EntityType.ORGANIZATION, BY_NOUN)
                : name);
    return corrected;
  }

  private Name correct(String body, Name name) {
    Span span = name.span();
    String before = body.substring(Math.max(0, span.start() - LOOK_BACK), span.start());
    if (name.type() != EntityType.PERSON) {
      return follows(ROLE_BEFORE, before, roles)
              && isClosed(body, span)
              && isNewFullName(body, span)
          ? new Name(span, EntityType.PERSON, BY_ROLE)
          : name;
    }
    return follows(NOUN_BEFORE, before, thingNouns) && !beginsWithGivenName(body, span)
            || isAbbreviatedBehind(body, span)
            || follows(ROLE_OF_BEFORE, before, roles) && isBeforeItsHead(body, span)
        ? new Name(span, EntityType.ORGANIZATION, BY_NOUN)
        : name;
  }

  private boolean beginsWithGivenName(String body, Span span) {
    return gazetteer.isGivenName(span.in(body).split("\\s", 2)[0]);
  }

  /** "Brand" before ", Lena Sund": one word, then the full name of who heads it. */
  private static boolean isBeforeItsHead(String body, Span span) {
    return span.in(body).indexOf(' ') < 0
        && NAME_BEHIND.matcher(body).region(span.end(), body.length()).lookingAt();
  }

  /** Whether the initials of the name stand behind it in brackets, and no given name leads it. */
  private boolean isAbbreviatedBehind(String body, Span span) {
    String[] parts = span.in(body).split("[\\s-]+");
    Matcher behind = ABBREVIATION.matcher(body).region(span.end(), body.length());
    if (gazetteer.isGivenName(parts[0]) || !behind.lookingAt()) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    for (String part : parts) {
      initials.append(
          part.isEmpty() || !Character.isUpperCase(part.charAt(0)) ? "" : part.charAt(0));
    }
    return initials.toString().contentEquals(behind.group(1));
  }

  private static boolean follows(Pattern form, String before, Set<String> words) {
    Matcher noun = form.matcher(before);
    return noun.find() && words.contains(noun.group(1).toLowerCase(Locale.ROOT));
  }

  /** Whether the apposition ends behind the name: a comma, a full stop, a closing mark. */
  private static boolean isClosed(String body, Span span) {
    return span.end() == body.length() || ",.;:)".indexOf(body.charAt(span.end())) >= 0;
  }

  private boolean isNewFullName(String body, Span span) {
    String form = span.in(body);
    return FULL_NAME.matcher(form).matches() && gazetteer.senses(form).isEmpty();
  }
}
