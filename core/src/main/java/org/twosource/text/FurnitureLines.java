package org.twosource.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that stand on a page beside its text and say so: pictures of a numbered row, posts shown
 * with their signature, invitations to a newsletter, notes of the outlet on its own text.
 *
 * <p>Phrases are those of the language file. The rest is shape: a counter ("3/16", "1 of 25
 * Photos") counts only in a row of several or beside a word for pictures, since "9/11" and "2 of 3"
 * stand in prose; a post is known by the handle and the dash of its signature, or the address it
 * ends in; a note by its label with a colon behind it.
 */
final class FurnitureLines {
  private static final int NOTE_WORDS = 110;
  private static final int SHORT_NOTE_WORDS = 30;
  private static final int NOTE_REST_WORDS = 5;
  private static final int INVITATION_WORDS = 90;
  private static final int INVITATION_PROSE_WORDS = 12;
  private static final int GALLERY_WORDS = 120;
  private static final int FILM_WORDS = 30;
  private static final int LONGEST_ROW = 400;

  private static final Pattern COUNTER_AT_HEAD =
      Pattern.compile("^\\(?(\\d{1,3})\\s?(?:/|of)\\s?(\\d{1,3})\\)?(?![\\d/.,%])\\s*(?!\\p{Ll})");
  private static final Pattern COUNTER_AT_END =
      Pattern.compile("(?:^|[\\s(])(\\d{1,3})\\s?(?:/|of)\\s?(\\d{1,3})\\)?$");

  /** "... 1 / 22 COURIER", in a line that is no sentence. */
  private static final Pattern SPACED_COUNTER =
      Pattern.compile("\\s(\\d{1,3}) / (\\d{1,3})(?:\\s\\p{Lu}[^.!?]{0,50})?$");

  /** "— Ana Moss (@anamoss) May 4, 2031". */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?:[—–―]|--|\\s-)\\s?(?:[^—–―]{1,70}\\(\\s?@\\s?\\w{1,30}\\s?\\)[^.!?]{0,40}|@\\w{1,30})$");

  private static final Pattern POST_ADDRESS =
      Pattern.compile(
          "(?:pic\\.twitter\\.com/\\w+|https?://t\\.co/\\w+|instagram\\.com/p/\\S+)\\s*(?:[—–―-].{0,90})?$");
  private static final Pattern OPENS_LIKE_A_POST = Pattern.compile("^[#@]\\w+.*");
  private static final Pattern HOUSE_AND_NAME =
      Pattern.compile("^(\\p{Lu}[\\p{L}&.-]+)['’]s? (?:\\p{Lu}[\\p{L}.'’-]+ ){1,3}(?=\\p{Ll})");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S+|@\\w+|\\S+@\\S+\\.\\w+");

  private final Phrases gallery;
  private final Phrases embeds;
  private final Phrases newsletter;
  private final Phrases corrections;
  private final Set<String> filmVerbs;
  private final Pattern countedPictures;
  private final Pattern label;

  FurnitureLines(Language language) {
    this.gallery = new Phrases(language.map("gallery"));
    this.embeds = new Phrases(language.map("embed"));
    this.newsletter = new Phrases(language.map("newsletter"));
    this.corrections = new Phrases(language.map("corrections"));
    this.filmVerbs = language.words("film-verbs");
    this.countedPictures =
        Pattern.compile(
            "(?:^|\\s)\\d{1,3} ?(?:/|of) ?\\d{1,3} (?:"
                + oneOf(language, "gallery-units")
                + ")\\b");
    this.label =
        Pattern.compile(
            "^[\\[(*_ ]*(?:"
                + oneOf(language, "correction-labels")
                + ")\\b(?<between>[^:\\-]{0,40})(?::|\\s-)\\s");
  }

  /** One of the words of a section; a form that matches nothing when there is none. */
  private static String oneOf(Language language, String section) {
    List<String> words =
        language.list(section).stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .toList();
    return words.isEmpty() ? "(?!)" : String.join("|", words);
  }

  /** What a line is by its own words, if it is furniture; invitations are asked for apart. */
  Optional<Part.Kind> kindOf(BodyLine line) {
    if (isPost(line)) {
      return Optional.of(Part.Kind.EMBED);
    }
    if (isNote(line)) {
      return Optional.of(Part.Kind.CORRECTION);
    }
    return isOfGallery(line) ? Optional.of(Part.Kind.GALLERY) : Optional.empty();
  }

  private boolean isPost(BodyLine line) {
    return embeds.matches(line)
        || SIGNATURE.matcher(line.text()).find()
        || POST_ADDRESS.matcher(line.text()).find();
  }

  /**
   * A note on the text itself. What is said inside quotation marks is another's note: "An earlier
   * version of this article ...," the paper wrote.
   */
  private boolean isNote(BodyLine line) {
    Matcher labelled = label.matcher(line.normal());
    if (labelled.find() && line.words() <= NOTE_WORDS) {
      String between = labelled.group("between").strip();
      boolean dated = between.isEmpty() || between.chars().anyMatch(Character::isDigit);
      String rest = line.normal().substring(labelled.end());
      if (dated && line.ended() && rest.split(" ").length >= NOTE_REST_WORDS) {
        return true;
      }
    }
    if (!corrections.isInside(line) || line.words() > NOTE_WORDS) {
      return false;
    }
    int quoted = line.normal().indexOf('"');
    String open = quoted < 0 ? line.normal() : line.normal().substring(0, quoted);
    String head = open.length() > line.normal().length() / 2 ? half(line.normal()) : open;
    return corrections.isInside(line.normal(), line.words() <= SHORT_NOTE_WORDS ? open : head);
  }

  private static String half(String text) {
    return text.substring(0, Math.min(text.length(), text.length() / 2 + 30));
  }

  private boolean isOfGallery(BodyLine line) {
    if (line.words() > GALLERY_WORDS || line.ended() && line.words() > SHORT_NOTE_WORDS) {
      return false;
    }
    Matcher spaced = SPACED_COUNTER.matcher(line.text());
    boolean counted = !line.ended() && spaced.find() && isCount(spaced);
    boolean named = !line.ended() && countedPictures.matcher(line.normal()).find();
    return gallery.matches(line) || counted || named;
  }

  private static boolean isCount(Matcher counter) {
    int total = Integer.parseInt(counter.group(2));
    int number = Integer.parseInt(counter.group(1));
    return number >= 1 && number <= total && total > 1 && total <= LONGEST_ROW;
  }

  /** Whether a line invites to a newsletter, or greets its readers. */
  boolean invites(BodyLine line) {
    boolean prose =
        line.ended() && line.words() >= INVITATION_PROSE_WORDS && !PartFinder.addressesReader(line);
    return newsletter.isLine(line)
        || newsletter.start(line).isPresent() && !prose
        || line.words() <= INVITATION_WORDS && newsletter.isInside(line);
  }

  /** The house whose film a line describes: "Courier's Ana Moss explains how ...". */
  Optional<String> filmedBy(BodyLine line) {
    Matcher name = HOUSE_AND_NAME.matcher(line.text());
    if (line.words() > FILM_WORDS || !name.find()) {
      return Optional.empty();
    }
    String rest = line.text().substring(name.end());
    return filmVerbs.stream().anyMatch(verb -> rest.startsWith(verb + ' '))
        ? Optional.of(name.group(1))
        : Optional.empty();
  }

  /**
   * What only the lines beside it tell: rows of pictures, posts of several lines, lists of handles.
   */
  void besideOthers(List<BodyLine> lines, Part.Kind[] kinds) {
    rowsOfPictures(lines, kinds);
    for (int i = 1; i < kinds.length; i++) {
      if (kinds[i] == Part.Kind.EMBED && kinds[i - 1] == Part.Kind.BODY) {
        kinds[i - 1] = isHeadOfPost(lines.get(i - 1)) ? Part.Kind.EMBED : kinds[i - 1];
      }
      boolean address = ADDRESS.matcher(lines.get(i).text()).matches();
      if (kinds[i - 1] == Part.Kind.NEWSLETTER && address) {
        kinds[i] = Part.Kind.NEWSLETTER;
      }
    }
  }

  /** The first line of a post: it calls out, or opens with a tag or a handle. */
  private static boolean isHeadOfPost(BodyLine line) {
    return line.words() <= SHORT_NOTE_WORDS
        && (line.text().endsWith("!") || OPENS_LIKE_A_POST.matcher(line.text()).matches());
  }

  private static void rowsOfPictures(List<BodyLine> lines, Part.Kind[] kinds) {
    Map<Integer, Set<Integer>> rows = new HashMap<>();
    for (BodyLine line : lines) {
      counter(line)
          .filter(FurnitureLines::isCount)
          .ifPresent(
              counter ->
                  rows.computeIfAbsent(Integer.parseInt(counter.group(2)), total -> new TreeSet<>())
                      .add(Integer.parseInt(counter.group(1))));
    }
    for (int i = 0; i < kinds.length; i++) {
      Optional<Matcher> counter = counter(lines.get(i)).filter(FurnitureLines::isCount);
      boolean inRow =
          counter
              .filter(
                  found ->
                      isRow(
                          rows.getOrDefault(Integer.parseInt(found.group(2)), Set.of()),
                          Integer.parseInt(found.group(1))))
              .isPresent();
      kinds[i] = inRow && kinds[i] != Part.Kind.EMBED ? Part.Kind.GALLERY : kinds[i];
    }
  }

  /** Whether the picture before or after it stands in the text too. */
  private static boolean isRow(Set<Integer> numbers, int number) {
    return numbers.contains(number - 1) || numbers.contains(number + 1);
  }

  private static Optional<Matcher> counter(BodyLine line) {
    Matcher head = COUNTER_AT_HEAD.matcher(line.text());
    if (head.find()) {
      return Optional.of(head);
    }
    Matcher end = COUNTER_AT_END.matcher(line.text());
    return !line.isLong() && end.find() ? Optional.of(end) : Optional.empty();
  }
}
