package org.twosource.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;

/**
 * Finds who a text or picture is credited to: agencies by their names, first publishers by theirs.
 */
final class Credits {
  private static final Pattern IN_BRACKETS_AT_END =
      Pattern.compile("[(\\[]([^()\\[\\]]{2,120})[)\\]][.\\s]*$");
  private static final Pattern SLASHED_AT_END =
      Pattern.compile(
          "(?:(?:Photograph|Photo|Picture|Image|Credit)(?: by| credit)?:? ?)?"
              + "(?:[\\p{Lu}][\\p{L}.'’-]+ ){0,3}[\\p{Lu}][\\p{L}.'’-]*(?: Photo)?(?: ?/ ?[\\p{Lu}][\\p{L}.'’ -]+){1,3}$");
  private static final Pattern PLAIN_AT_END =
      Pattern.compile("(?:(?<=[.!?”\"])\\s+|\\s[-–—|]+\\s?)([\\p{Lu}][\\p{L} ]{1,28})$");
  private static final Pattern PICTURE_WORD =
      Pattern.compile(
          "(?i)\\b(?:photo|photos|photograph|picture|pictures|image|images|pool|handout|courtesy|via|file|video|illustration)\\b|/");
  private static final Pattern FIRST_PUBLISHER =
      Pattern.compile(
          "(?i:originally|first|previously)\\s(?i:appeared|published|ran|posted)\\s(?i:on|in|by|at)\\s"
              + "((?:[Tt]he\\s)?\\p{Lu}[\\p{L}0-9.&’'-]*(?:\\s(?:of\\s|the\\s)?\\p{Lu}[\\p{L}0-9.&’'-]*){0,5})");
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)(?:sources?|via|credit)\\s*[:–—-]\\s*(\\p{L}[\\p{L} .&'’-]{1,40}?)[.\\s]*$");
  private static final Pattern MATERIAL_FROM =
      Pattern.compile(
          "(?i:^with\\s(?:\\p{L}+\\s){0,2}from)\\s((?:[Tt]he\\s)?\\p{Lu}[\\p{L}0-9.&’'-]*(?:\\s(?:of\\s|the\\s)?\\p{Lu}[\\p{L}0-9.&’'-]*){0,5})");

  /** "Daily Courant / PNA": an outlet and the agency whose text it prints, in capitals. */
  private static final Pattern SHARED =
      Pattern.compile("\\p{Lu}[^/]{2,40}?\\s?/\\s?(\\p{Lu}{2,6})(?=$|[\\s,/])");

  private static final int TAIL_CHARACTERS = 200;

  private final Map<String, String> shortNames = new LinkedHashMap<>();
  private final Set<String> pictureAgencies;
  private final Map<String, String> addresses;
  private final Pattern agencyNames;

  Credits(Language language) {
    shortNames.putAll(language.map("agencies"));
    pictureAgencies = language.words("picture-agencies");
    addresses = language.map("agency-addresses");
    List<String> forms = new ArrayList<>(shortNames.keySet());
    forms.sort((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    StringBuilder names = new StringBuilder("(?<![\\p{L}\\d])(?:");
    for (String form : forms) {
      // a short form counts only in capitals, so that "pa" and "epa" do
      boolean capitals = form.length() <= 4 && form.indexOf(' ') < 0;
      names
          .append(capitals ? "" : "(?i:")
          .append(Pattern.quote(capitals ? cased(shortNames.getOrDefault(form, form), form) : form))
          .append(capitals ? "|" : ")|");
    }
    names.append("(?!))(?![\\p{L}\\d])");
    this.agencyNames = Pattern.compile(names.toString());
  }

  private static String cased(String shortName, String form) {
    return shortName.equalsIgnoreCase(form) ? shortName : form.toUpperCase(Locale.ROOT);
  }

  /** The agencies that a short text names, by their short names. */
  Set<String> agenciesIn(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = agencyNames.matcher(head(text, 600));
    while (matcher.find()) {
      names.add(shortNames.getOrDefault(matcher.group().toLowerCase(Locale.ROOT), matcher.group()));
    }
    return names;
  }

  /** The agencies that a text may be from; those that sell pictures only are none. */
  Set<String> writersIn(String text) {
    Set<String> names = agenciesIn(text);
    names.removeIf(name -> pictureAgencies.contains(name.toLowerCase(Locale.ROOT)));
    return names;
  }

  /** The agency for whose texts the outlet keeps this part of its site: ".../wires/pa/...". */
  Optional<String> ofAddress(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return addresses.entrySet().stream()
        .filter(address -> lower.contains(address.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Whether a credit is for a picture: it says so, has a stroke, or names an agency of pictures.
   */
  boolean isForPicture(String credit) {
    return PICTURE_WORD.matcher(credit).find()
        || agenciesIn(credit).stream()
            .anyMatch(name -> pictureAgencies.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The agencies and first publishers that a credit line names. */
  Set<String> namesOf(String credit) {
    Set<String> names = new LinkedHashSet<>(writersIn(credit));
    Matcher first = FIRST_PUBLISHER.matcher(head(credit, 600));
    if (first.find()) {
      names.add(first.group(1).replaceAll("[.’'\\s]+$", ""));
    }
    Matcher from = MATERIAL_FROM.matcher(head(credit, 200));
    if (names.isEmpty() && from.find()) {
      names.add(from.group(1).replaceAll("[.’'\\s]+$", ""));
    }
    names.addAll(sharedWith(credit));
    Matcher labelled = LABELLED.matcher(head(credit, 200));
    if (names.isEmpty() && labelled.find()) {
      names.add(labelled.group(1).strip());
    }
    return names;
  }

  /** The agency after the stroke of a masthead: "Daily Courant / PNA". */
  Set<String> sharedWith(BodyLine line) {
    return sharedWith(line.text());
  }

  private static Set<String> sharedWith(String line) {
    Matcher shared = SHARED.matcher(head(line, 120));
    return shared.lookingAt() ? Set.of(shared.group(1)) : Set.of();
  }

  /** Whether a line is nothing but names of agencies and words of picture credits. */
  boolean isCreditLine(BodyLine line) {
    if (line.words() > 10 || line.words() == 0) {
      return false;
    }
    Matcher agency = agencyNames.matcher(line.text());
    if (!agency.find()) {
      return false;
    }
    String rest =
        agencyNames
            .matcher(line.text())
            .replaceAll(" ")
            .replaceAll(
                "(?i)\\b(?:and|via|for|by|in|from|with|the|staff|photo|photos|photograph|pool|image|images|file|handout|credit|source)\\b",
                " ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    boolean slashed = line.text().indexOf('/') >= 0 && rest.split(" ").length <= 4 && !line.ended();
    return rest.isEmpty() || slashed;
  }

  boolean startsWithAgency(BodyLine line) {
    Matcher agency = agencyNames.matcher(line.text());
    return agency.lookingAt() && Character.isUpperCase(afterSpace(line.text(), agency.end()));
  }

  private static char afterSpace(String text, int at) {
    int next = at;
    while (next < text.length() && " :|-".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next < text.length() ? text.charAt(next) : ' ';
  }

  /**
   * The credit at the end of a paragraph: "(Pool Photo via AP)", "Photograph: A. Name/Agency", "...
   * said. Reuters".
   *
   * @param caption whether the paragraph describes a picture, so that a slashed name is a credit
   */
  Optional<Span> creditAtEnd(String body, Span paragraph, boolean caption) {
    int from = Math.max(paragraph.start(), paragraph.end() - TAIL_CHARACTERS);
    String tail = body.substring(from, paragraph.end());
    Matcher brackets = IN_BRACKETS_AT_END.matcher(tail);
    if (brackets.find()) {
      String inside = brackets.group(1);
      boolean agency = !agenciesIn(inside).isEmpty() && inside.length() <= 60;
      boolean picture =
          caption && PICTURE_WORD.matcher(inside).find() && !inside.equalsIgnoreCase("file photo");
      if (agency || picture) {
        return Optional.of(new Span(from + brackets.start(), paragraph.end()));
      }
    }
    Matcher slashed = SLASHED_AT_END.matcher(tail);
    if (caption
        && slashed.find()
        && (!agenciesIn(slashed.group()).isEmpty() || slashed.group().startsWith("Photo"))) {
      return Optional.of(new Span(from + slashed.start(), paragraph.end()));
    }
    Matcher plain = PLAIN_AT_END.matcher(tail);
    if (plain.find()
        && shortNames.containsKey(plain.group(1).toLowerCase(Locale.ROOT))
        && !agenciesIn(plain.group(1)).isEmpty()) {
      return Optional.of(new Span(from + plain.start(1), paragraph.end()));
    }
    return Optional.empty();
  }

  private static String head(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters);
  }
}
