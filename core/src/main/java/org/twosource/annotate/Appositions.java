package org.twosource.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;

/**
 * Corrects the type of a name by the common noun it stands beside: "its director, Anna Brand," is a
 * person, and "on the platform Brand" is not one. What stands in the gazetteer is left alone.
 */
final class Appositions {
  /** A role in lower case and a comma, right before a name. */
  private static final Pattern ROLE_BEFORE = Pattern.compile("(\\p{Ll}+), $");

  private static final Pattern NOUN_BEFORE = Pattern.compile("\\bthe (\\p{Ll}+) $");
  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}");
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

  /** The same names in the same order, some with another type. */
  List<Name> correct(String body, List<Name> names) {
    List<Name> corrected = new ArrayList<>(names.size());
    for (Name name : names) {
      corrected.add(correct(body, name));
    }
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
    return follows(NOUN_BEFORE, before, thingNouns)
        ? new Name(span, EntityType.ORGANIZATION, BY_NOUN)
        : name;
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
