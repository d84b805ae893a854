package org.twosource.annotate.names;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.annotate.EntityType;

/**
 * "Long Name (LN)": the short form means the long one, in all texts. Without brackets three
 * capitals or more mean the one body whose words begin with just these letters.
 */
final class Acronyms implements NamePass {
  private static final Pattern ACRONYM =
      Pattern.compile("\\s*\\(\\s*([\\p{Lu}][\\p{L}&.-]{1,9})\\s*\\)");

  /** Two letters stand for too much. */
  private static final int MIN_INITIALS = 3;

  @Override
  public void run(StoryNames names) {
    Map<String, NameMention> longForms = new LinkedHashMap<>();
    for (NameMention mention : names.mentions) {
      Matcher after =
          ACRONYM
              .matcher(names.texts.get(mention.text).body())
              .region(mention.span().end(), names.texts.get(mention.text).body().length());
      if (mention.to - mention.from > 1
          && after.lookingAt()
          && isAcronym(after.group(1), mention)) {
        longForms.putIfAbsent(after.group(1).replace(".", ""), mention);
      }
    }
    Map<String, NameMention> byInitials = byInitials(names);
    for (NameMention mention : names.mentions) {
      String letters = mention.form.replace(".", "");
      NameMention longForm =
          longForms.getOrDefault(
              letters, mention.senses.isEmpty() ? byInitials.get(letters) : null);
      if (longForm == null || longForm == mention || mention.referent.isPresent()) {
        continue;
      }
      if (longForm.referent.isEmpty()) {
        longForm.resolve(names.named(longForm), 0.95);
      }
      mention.type = longForm.type;
      mention.confidence = Math.max(mention.confidence, 0.9);
      mention.resolve(longForm.referent.get(), 0.95);
    }
  }

  /** Bodies by the first letters of their words; letters of two bodies are left out. */
  private static Map<String, NameMention> byInitials(StoryNames names) {
    Map<String, NameMention> bodies = new LinkedHashMap<>();
    Set<String> shared = new HashSet<>();
    for (NameMention mention : names.mentions) {
      String letters =
          mention.parts().stream()
              .filter(part -> Character.isUpperCase(part.charAt(0)))
              .map(part -> part.substring(0, 1))
              .collect(Collectors.joining());
      if (mention.type == EntityType.ORGANIZATION && letters.length() >= MIN_INITIALS) {
        NameMention other = bodies.putIfAbsent(letters, mention);
        if (other != null && !other.form.equalsIgnoreCase(mention.form)) {
          shared.add(letters);
        }
      }
    }
    bodies.keySet().removeAll(shared);
    return bodies;
  }

  /** Whether the letters stand in this order at beginnings of the name's words. */
  private static boolean isAcronym(String acronym, NameMention mention) {
    StringBuilder initials = new StringBuilder();
    mention.parts().forEach(part -> initials.append(part.charAt(0)));
    String letters = acronym.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
    String all = initials.toString().toUpperCase(Locale.ROOT);
    int at = 0;
    int hits = 0;
    for (char letter : letters.toCharArray()) {
      int next = all.indexOf(letter, at);
      if (next >= 0) {
        hits++;
        at = next + 1;
      }
    }
    return letters.length() > 1
        && hits >= Math.max(2, letters.length() - 1)
        && letters.charAt(0) == all.charAt(0);
  }
}
