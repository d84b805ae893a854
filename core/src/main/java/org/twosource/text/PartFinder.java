package org.twosource.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Report;
import org.twosource.report.Span;

/**
 * Tells the parts of a body apart, paragraph by paragraph.
 *
 * <p>What a line says it is (a phrase of the language file: "Read more", "All rights reserved",
 * "(left)") decides first. The rest is shape, which carries to every language: among paragraphs
 * that end in full stops, a line without one is a headline at the top, a crosshead when it is
 * short, a caption when it is long, and part of a list of links when many stand together at the
 * end. A body without a single ended line has no shape to go by and stays body.
 */
final class PartFinder {
  /** A line with this many words or more that has no full stop is a caption, not a crosshead. */
  private static final int CAPTION_WORDS = 9;

  private static final int OPEN_CAPTION_WORDS = 36;
  private static final int HEADLINE_WORDS = 30;
  private static final int LINK_WORDS = 25;
  private static final int PROSE_WORDS = 12;
  private static final int CAPTION_LIMIT_WORDS = 80;
  private static final int LONG_CAPTION_WORDS = 140;
  private static final int MENU_WORDS = 30;

  private static final Pattern BYLINE = Pattern.compile("(?:By|BY) \\p{Lu}[^.!?]{2,90}");
  private static final Pattern NAME_AND_HOUSE =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}, ?\\p{L}[^,:;!?]{2,40}");
  private static final Pattern ADDRESS_AT_END =
      Pattern.compile("\\w\\.(?:\\w{2,3}|\\w{2}\\.\\w{2})$");
  private static final Pattern ADDRESS_LINE =
      Pattern.compile("(?:https?://|www\\.|pic\\.twitter\\.com/)\\S+|\\S+@\\S+\\.\\w+");
  private static final Pattern DATE_LABEL =
      Pattern.compile(
          "(?i)(?:date|published|updated|posted|last updated|first published|last modified)(?: on| at)?[:\\s]+"
              + "(?=\\d|\\p{L}{3,9}\\.? \\d)");

  /** Shorter names may stand in the name of any file. */
  private static final int MIN_FILE_LETTERS = 6;

  /** The ending of most past forms; a shorter word is "red" or "need". */
  private static final Pattern PAST = Pattern.compile("\\p{L}{3,}ed");

  private final Phrases boilerplate;
  private final Phrases related;
  private final Phrases credits;
  private final Set<String> mastheadWords;
  private final Phrases itself;
  private final Phrases captions;
  private final Set<String> tellingWords;
  private final Phrases rights;
  private final FurnitureLines furniture;
  private final Credits agencies;
  private final Dates dates;

  PartFinder(Language language, Credits agencies, Dates dates) {
    this.boilerplate = new Phrases(language.map("boilerplate"));
    this.related = new Phrases(language.map("related-links"));
    this.credits = new Phrases(language.map("credits"));
    this.mastheadWords = language.words("masthead-words");
    this.itself = new Phrases(language.map("this-text"));
    this.captions = new Phrases(language.map("captions"));
    this.tellingWords = new HashSet<>(language.words("telling-auxiliaries"));
    this.tellingWords.addAll(language.map("irregular-acts").keySet());
    this.rights = new Phrases(language.map("rights"));
    this.furniture = new FurnitureLines(language);
    this.agencies = agencies;
    this.dates = dates;
  }

  /** A stretch of one paragraph with one role. */
  record Piece(Part.Kind kind, Span span, int paragraph) {}

  /**
   * What was found.
   *
   * @param pieces in text order
   * @param credit agencies credited
   * @param dateline the place of the dateline
   * @param outlet the name of an outlet at the head of the text
   */
  record Found(
      List<Piece> pieces,
      List<String> credit,
      Optional<String> dateline,
      Optional<String> outlet) {}

  Found find(Report report) {
    String body = report.body();
    List<BodyLine> lines = BodyLine.of(body);
    Part.Kind[] kinds = classify(report, lines);
    Set<String> credit = new LinkedHashSet<>();
    report.credit().forEach(line -> credit.addAll(agencies.namesOf(line)));
    report.byline().forEach(line -> credit.addAll(agencies.writersIn(line)));
    report.url().flatMap(agencies::ofAddress).ifPresent(credit::add);
    Optional<String> dateline = Optional.empty();
    List<Piece> pieces = new ArrayList<>();
    int bodyParagraphs = 0;
    for (int i = 0; i < lines.size(); i++) {
      Span span = lines.get(i).span();
      if (kinds[i] == Part.Kind.BODY && dateline.isEmpty() && bodyParagraphs++ < 2) {
        Optional<Dateline> found = Dateline.at(body, span, bodyParagraphs == 1, agencies);
        if (found.isPresent()) {
          pieces.add(new Piece(Part.Kind.DATELINE, found.get().span(), i));
          dateline = found.get().place();
          credit.addAll(found.get().credit());
          span = new Span(skipSpace(body, found.get().span().end(), span.end()), span.end());
        }
      }
      pieces(body, kinds[i], span, i, pieces, credit);
      if (kinds[i] == Part.Kind.BOILERPLATE && rights.matches(lines.get(i))) {
        credit.addAll(agencies.writersIn(lines.get(i).text()));
      }
    }
    return new Found(pieces, List.copyOf(credit), dateline, outlet(report, lines, kinds, credit));
  }

  /**
   * The name of the masthead, if it is one that outlets have ("Valley Post", not "New York") or the
   * file is called so; else the agency that the text credits and its file is called by.
   */
  private Optional<String> outlet(
      Report report, List<BodyLine> lines, Part.Kind[] kinds, Set<String> credit) {
    for (int i = 0; i < kinds.length && kinds[i] != Part.Kind.BODY; i++) {
      boolean beforeDate =
          i > 0 && i + 1 < kinds.length && dates.isOnlyADate(lines.get(i + 1).text());
      Optional<String> name =
          kinds[i] == Part.Kind.BOILERPLATE
              ? Masthead.name(lines.get(i), beforeDate, dates)
              : Optional.empty();
      if (name.filter(known -> isOutlets(known) || isFileOf(report, known)).isPresent()) {
        return name;
      }
    }
    return credit.stream().filter(name -> isFileOf(report, name)).findFirst();
  }

  private boolean isOutlets(String name) {
    String[] words = Normal.of(name).split(" ");
    return words.length > 1 && Arrays.stream(words).anyMatch(mastheadWords::contains);
  }

  /** Whether a file bears the name: "01-coast-wire" is one of Coast Wire's. */
  private static boolean isFileOf(Report report, String name) {
    String letters = letters(name);
    return letters.length() >= MIN_FILE_LETTERS && letters(report.id()).contains(letters);
  }

  private static String letters(String name) {
    return Normal.of(name).replaceAll("[^\\p{L}]", "");
  }

  /** Splits a label at the front and a credit at the end off a paragraph. */
  private void pieces(
      String body,
      Part.Kind kind,
      Span span,
      int paragraph,
      List<Piece> pieces,
      Set<String> credit) {
    if (span.isEmpty()) {
      return;
    }
    Span rest = span;
    if (kind.isSaid()) {
      int label =
          kind == Part.Kind.TRANSCRIPT_TURN
              ? TranscriptTurns.labelEnd(body, span)
              : labelEnd(body, span);
      if (label > span.start() && label < span.end()) {
        pieces.add(new Piece(Part.Kind.BOILERPLATE, trim(body, span.start(), label), paragraph));
        rest = trim(body, label, span.end());
      }
      Optional<Span> tail = agencies.creditAtEnd(body, rest, kind == Part.Kind.CAPTION);
      if (tail.isPresent()) {
        String text = tail.get().in(body);
        boolean picture = kind == Part.Kind.CAPTION || agencies.isForPicture(text);
        credit.addAll(picture ? Set.of() : agencies.writersIn(text));
        Span said = trim(body, rest.start(), tail.get().start());
        if (!said.isEmpty()) {
          pieces.add(new Piece(kind, said, paragraph));
        }
        Part.Kind credited = picture ? Part.Kind.PHOTO_CREDIT : Part.Kind.CREDIT;
        pieces.add(new Piece(credited, tail.get(), paragraph));
        return;
      }
    } else if (kind == Part.Kind.CREDIT || kind == Part.Kind.BYLINE) {
      credit.addAll(agencies.namesOf(span.in(body)));
    }
    pieces.add(new Piece(kind, rest, paragraph));
  }

  /**
   * Where "date 2023-06-18" at the head of a line ends; the start of the line when there is none.
   */
  private int labelEnd(String body, Span span) {
    String head = body.substring(span.start(), Math.min(span.end(), span.start() + 80));
    Matcher label = DATE_LABEL.matcher(head);
    if (!label.lookingAt()) {
      return span.start();
    }
    return dates
        .at(head, label.end())
        .map(found -> span.start() + found.end())
        .orElse(span.start());
  }

  // ---- the role of each paragraph
  // ----------------------------------------------------------------

  private Part.Kind[] classify(Report report, List<BodyLine> lines) {
    Part.Kind[] kinds = new Part.Kind[lines.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = bySaying(report, lines.get(i));
    }
    furniture.besideOthers(lines, kinds);
    listsOfLinks(lines, kinds);
    byShape(lines, kinds);
    repeatedCaptions(lines, kinds);
    pictureCredits(lines, kinds);
    TranscriptTurns.mark(lines, kinds);
    return kinds;
  }

  /** The role that the words of the line give away; body when they do not. */
  private Part.Kind bySaying(Report report, BodyLine line) {
    if (line.words() == 0 || isMenu(line)) {
      return isRelated(line) ? Part.Kind.RELATED_LINKS : Part.Kind.BOILERPLATE;
    }
    if (line.isLong() && isListOfLinks(line)) {
      return Part.Kind.RELATED_LINKS;
    }
    if (line.isLong()) {
      return captions.start(line).isPresent() && line.words() <= LONG_CAPTION_WORDS
          ? Part.Kind.CAPTION
          : Part.Kind.BODY;
    }
    if (isHeadlineOf(report, line)) {
      return Part.Kind.HEADLINE;
    }
    Optional<Part.Kind> around = furniture.kindOf(line);
    if (around.isPresent()) {
      return around.get();
    }
    if (isRelated(line)) {
      return Part.Kind.RELATED_LINKS;
    }
    if (isByline(report, line)) {
      return Part.Kind.BYLINE;
    }
    if (isCredit(report, line)) {
      return Part.Kind.CREDIT;
    }
    if (isCaption(line) || isOfFilm(report, line)) {
      return Part.Kind.CAPTION;
    }
    if (isBoilerplate(line)) {
      return Part.Kind.BOILERPLATE;
    }
    if (isOfADay(line)) {
      return Part.Kind.CAPTION;
    }
    return furniture.invites(line) ? Part.Kind.NEWSLETTER : Part.Kind.BODY;
  }

  /** "Courier's Ana Moss explains ...": what the house's own film shows. */
  private boolean isOfFilm(Report report, BodyLine line) {
    return furniture
        .filmedBy(line)
        .filter(
            house ->
                !agencies.agenciesIn(house).isEmpty()
                    || report.outlet().map(PartFinder::letters).orElse("").contains(letters(house))
                    || report.url().map(PartFinder::letters).orElse("").contains(letters(house)))
        .isPresent();
  }

  private static boolean isHeadlineOf(Report report, BodyLine line) {
    return report.headline().map(Normal::of).filter(line.normal()::equals).isPresent();
  }

  private boolean isRelated(BodyLine line) {
    boolean bracketed =
        line.text().startsWith("[") && line.text().endsWith("]") && line.words() >= 4;
    return related.isLine(line)
        || line.words() <= LINK_WORDS && (bracketed || headsLinks(line))
        || line.words() <= LINK_WORDS && related.isInside(line)
        || isListOfLinks(line);
  }

  /** Begins like a list of links and is no sentence: "Related industries lost ..." is one. */
  private boolean headsLinks(BodyLine line) {
    boolean prose = endsInStop(line) && line.words() >= PROSE_WORDS && !addressesReader(line);
    return related.start(line).filter(head -> head.endsWith(":") || !prose).isPresent();
  }

  /** The head of a list of links with the whole list glued to it. */
  private boolean isListOfLinks(BodyLine line) {
    return !line.ended()
        && related.start(line).filter(head -> head.indexOf(' ') > 0).isPresent()
        && !line.text().contains(". ");
  }

  private boolean isByline(Report report, BodyLine line) {
    boolean byline = line.words() <= 14 && !line.ended() && BYLINE.matcher(line.text()).matches();
    boolean author =
        line.words() <= 8
            && report.byline().stream().map(Normal::of).anyMatch(line.normal()::contains);
    boolean ofHouse =
        line.words() <= 8
            && !line.ended()
            && NAME_AND_HOUSE.matcher(line.text()).matches()
            && (ADDRESS_AT_END.matcher(line.text()).find()
                || isOutlets(line.text().substring(line.text().indexOf(',') + 1).strip()));
    return (byline || author || ofHouse) && credits.start(line).isEmpty();
  }

  private boolean isCredit(Report report, BodyLine line) {
    return agencies.isCreditLine(line) || line.words() <= 60 && saysWhoseTextItIs(report, line);
  }

  /**
   * A phrase of a credit; within prose of several sentences only if it speaks of this text, as
   * "this story" or by its headline ("Fire in the harbour originally appeared on ...").
   */
  private boolean saysWhoseTextItIs(Report report, BodyLine line) {
    if (credits.isLine(line) || credits.start(line).isPresent()) {
      return true;
    }
    boolean prose = line.words() >= PROSE_WORDS && line.text().matches("(?s).*[.!?]\\s+\\p{Lu}.*");
    return credits.isInside(line)
        && (!prose
            || itself.isInside(line)
            || report.headline().map(Normal::of).filter(line.normal()::startsWith).isPresent());
  }

  /** A long run of capitalised words without a stop: a site's menu, a list of headlines. */
  private static boolean isMenu(BodyLine line) {
    if (line.words() < MENU_WORDS || line.ended() || line.text().contains(". ")) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (String word : line.text().split("\\s+")) {
      if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
        words++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return words >= MENU_WORDS && capitals >= .6 * words;
  }

  private boolean isCaption(BodyLine line) {
    if (captions.start(line).isPresent() && line.words() <= LONG_CAPTION_WORDS) {
      return true;
    }
    if (line.words() < 3 || line.words() > CAPTION_LIMIT_WORDS) {
      return false;
    }
    boolean photographer = !line.ended() && agencies.startsWithAgency(line);
    return captions.isInside(line) || photographer;
  }

  /**
   * "People walk to the pier in Kelm, Friday, April 27, 2018": the day in full, and nothing told as
   * past or to come. What happened on such a day is told in the past.
   */
  private boolean isOfADay(BodyLine line) {
    return line.words() >= CAPTION_WORDS
        && line.words() <= CAPTION_LIMIT_WORDS
        && dates.namesADayInFull(line.text())
        && Arrays.stream(line.normal().split("[^\\p{L}’']+"))
            .noneMatch(word -> tellingWords.contains(word) || PAST.matcher(word).matches());
  }

  private boolean isBoilerplate(BodyLine line) {
    if (ADDRESS_LINE.matcher(line.text()).matches()
        || boilerplate.isLine(line)
        || dates.isOnlyADate(line.text())) {
      return true;
    }
    boolean prose = line.ended() && line.words() >= PROSE_WORDS && !addressesReader(line);
    boolean begins = boilerplate.start(line).isPresent() && !prose;
    return begins
        || line.words() <= 90 && boilerplate.isInside(line)
        || rights.isLine(line)
        || rights.start(line).isPresent() && !prose
        || line.words() <= 90 && rights.isInside(line);
  }

  static boolean addressesReader(BodyLine line) {
    String padded = ' ' + line.bare() + ' ';
    return padded.contains(" you ")
        || padded.contains(" your ")
        || padded.contains(" our ")
        || padded.contains(" us ")
        || padded.contains("http")
        || padded.contains("reserved");
  }

  /** Lines that look like headlines, after the head of a list of links, belong to the list. */
  private static void listsOfLinks(List<BodyLine> lines, Part.Kind[] kinds) {
    for (int i = 1; i < kinds.length; i++) {
      BodyLine line = lines.get(i);
      boolean linkLike = line.words() <= LINK_WORDS && !endsInStop(line);
      if (kinds[i - 1] == Part.Kind.RELATED_LINKS && kinds[i] == Part.Kind.BODY && linkLike) {
        kinds[i] = Part.Kind.RELATED_LINKS;
      }
    }
    int tail = kinds.length;
    while (tail > 0 && isListed(lines.get(tail - 1), kinds[tail - 1])) {
      tail--;
    }
    long unended = lines.subList(tail, kinds.length).stream().filter(line -> !line.ended()).count();
    if (unended >= 3 && proseLines(lines, kinds, tail) >= 2) {
      for (int i = tail; i < kinds.length; i++) {
        kinds[i] = kinds[i] == Part.Kind.BODY ? Part.Kind.RELATED_LINKS : kinds[i];
      }
    }
  }

  private static boolean isListed(BodyLine line, Part.Kind kind) {
    return kind != Part.Kind.BODY && kind != Part.Kind.CAPTION
        || kind == Part.Kind.BODY && line.words() <= 16 && !endsInStop(line);
  }

  private static boolean endsInStop(BodyLine line) {
    return line.ended() && !line.text().endsWith("?") && !line.text().endsWith("!");
  }

  /** Lines without a full stop among lines that have one. */
  private void byShape(List<BodyLine> lines, Part.Kind[] kinds) {
    int prose = proseLines(lines, kinds, kinds.length);
    long open = 0;
    for (int i = 0; i < kinds.length; i++) {
      open +=
          kinds[i] == Part.Kind.BODY
                  && !lines.get(i).ended()
                  && lines.get(i).words() >= CAPTION_WORDS
              ? 1
              : 0;
    }
    if (prose == 0) {
      return;
    }
    boolean top = true;
    for (int i = 0; i < kinds.length; i++) {
      BodyLine line = lines.get(i);
      if (kinds[i] != Part.Kind.BODY) {
        continue;
      }
      boolean beforeDate =
          i > 0 && i + 1 < kinds.length && dates.isOnlyADate(lines.get(i + 1).text());
      if (top && Masthead.is(line, beforeDate, dates)) {
        kinds[i] = agencies.sharedWith(line).isEmpty() ? Part.Kind.BOILERPLATE : Part.Kind.CREDIT;
        continue;
      }
      if (line.ended() || line.words() > CAPTION_LIMIT_WORDS) {
        top &= line.words() < 6;
        continue;
      }
      if (top) {
        kinds[i] = atTop(line);
      } else if (line.words() < CAPTION_WORDS) {
        kinds[i] = line.words() == 0 ? Part.Kind.BOILERPLATE : Part.Kind.HEADLINE;
      } else if (prose >= 3 && prose > open && isShortEnough(line)) {
        kinds[i] = Part.Kind.CAPTION;
      }
    }
  }

  /** A longer line without a full stop, or one that begins with a quotation, is cut-off prose. */
  private static boolean isShortEnough(BodyLine line) {
    return line.words() <= OPEN_CAPTION_WORDS && "\"'`".indexOf(line.normal().charAt(0)) < 0;
  }

  /** A headline, unless it says on which day something is to be seen. */
  private Part.Kind atTop(BodyLine line) {
    if (line.words() > HEADLINE_WORDS) {
      return Part.Kind.CAPTION;
    }
    boolean dated = line.words() >= PROSE_WORDS && dates.namesADay(line.normal());
    return dated ? Part.Kind.CAPTION : Part.Kind.HEADLINE;
  }

  private static int proseLines(List<BodyLine> lines, Part.Kind[] kinds, int end) {
    int prose = 0;
    for (int i = 0; i < end; i++) {
      boolean counts = lines.get(i).ended() && lines.get(i).words() >= CAPTION_WORDS;
      prose += kinds[i] == Part.Kind.BODY && counts ? 1 : 0;
    }
    return prose;
  }

  /** A paragraph beside a caption that repeats an earlier paragraph is a caption too. */
  private static void repeatedCaptions(List<BodyLine> lines, Part.Kind[] kinds) {
    for (int i = 1; i < kinds.length; i++) {
      BodyLine line = lines.get(i);
      boolean beside = kinds[i - 1] == Part.Kind.CAPTION && line.afterBlank();
      if (beside && kinds[i] == Part.Kind.BODY && !line.isLong() && repeats(lines, kinds, i)) {
        kinds[i] = Part.Kind.CAPTION;
      }
      boolean twice =
          line.words() >= PROSE_WORDS && line.normal().equals(lines.get(i - 1).normal());
      if (twice && kinds[i] == Part.Kind.BODY && !line.isLong()) {
        kinds[i] = Part.Kind.CAPTION;
        kinds[i - 1] = i == 1 ? Part.Kind.CAPTION : kinds[i - 1];
      }
    }
  }

  /**
   * A line of agencies is the credit of a picture where it says so, stands under a caption, or
   * among the prose: the text's own stands above or below all of it.
   */
  private void pictureCredits(List<BodyLine> lines, Part.Kind[] kinds) {
    int first = kinds.length;
    int last = -1;
    for (int i = 0; i < kinds.length; i++) {
      boolean prose = lines.get(i).ended() && lines.get(i).words() >= CAPTION_WORDS;
      if (kinds[i] == Part.Kind.BODY && prose) {
        first = Math.min(first, i);
        last = i;
      }
    }
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == Part.Kind.CREDIT && agencies.isCreditLine(lines.get(i))) {
        boolean under = i > 0 && kinds[i - 1] == Part.Kind.CAPTION;
        boolean among = i > first && i < last;
        if (under || among || agencies.isForPicture(lines.get(i).text())) {
          kinds[i] = Part.Kind.PHOTO_CREDIT;
        }
      }
    }
  }

  private static boolean repeats(List<BodyLine> lines, Part.Kind[] kinds, int index) {
    String[] words = lines.get(index).bare().split("\\s+");
    for (int i = Math.max(0, index - 60); i < index; i++) {
      if (kinds[i] == Part.Kind.BODY) {
        Set<String> earlier = Set.copyOf(Arrays.asList(lines.get(i).bare().split("\\s+")));
        long shared = Arrays.stream(words).filter(earlier::contains).count();
        if (shared >= .9 * words.length && words.length >= PROSE_WORDS) {
          return true;
        }
      }
    }
    return false;
  }

  // ---- spaces
  // ------------------------------------------------------------------------------------

  private static int skipSpace(String body, int from, int limit) {
    int at = from;
    while (at < limit && SentenceSplitter.isSpace(body.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Span trim(String body, int from, int to) {
    int start = skipSpace(body, from, to);
    int end = to;
    while (end > start && SentenceSplitter.isSpace(body.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
