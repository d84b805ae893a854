package org.twosource.text;

import java.time.Month;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * When a report was published, from what it carries itself: metadata, else its address, else its
 * text. In the text only places count that speak of the report and not of the event: a label
 * ("Published ..."), a dateline, a line that is little more than a date, and the caption of its
 * picture when the report says by its weekday that it tells of that day. A post that a page shows
 * has a date of its own, and so has a picture from an archive.
 */
public final class PublicationDate {
  private static final Pattern URL_DAY =
      Pattern.compile(
          "[/=_.-]((?:19|20)\\d\\d)[/_.-]?(0?[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01]|[1-9])(?=[/_.?&#T-]|$)");
  private static final Pattern URL_NAMED_DAY =
      Pattern.compile(
          "/((?:19|20)\\d\\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\\d{1,2})(?=/|$|-)");
  private static final Pattern URL_MONTH =
      Pattern.compile("/((?:19|20)\\d\\d)[/-](0[1-9]|1[0-2])(?=/)");
  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT))
          .toList();
  private static final String LABELS = "(?:published|posted|updated|modified|filed|issued)";

  /** What stands between the beginning of a line, or a bar in it, and the date. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)(?:^|[|/·•–—,(\\[]|\\s-)\\W*(?:(?:this|the|story|article|report|page|item|news|was|last"
              + "|first|originally|content)\\s+){0,6}(?:"
              + LABELS
              + "|(?:publication\\s+)?date)\\b(?<apart>[^.]{0,40})$|\\b"
              + LABELS
              + "\\s*:(?<behind>[^.]{0,40})$");

  private static final Pattern NOT_PUBLISHED_THEN =
      Pattern.compile(
          "(?iu)\\b(?:downloaded|accessed|retrieved|ago|archived|since|before|after)\\b");

  /** Characters at the head and at the foot of a body in which a label is looked for. */
  private static final int MARGIN_CHARACTERS = 1_500;

  /** Who wrote a post that the page shows. */
  private static final Pattern HANDLE = Pattern.compile("@[\\p{L}_]");

  /** Words of a line that tells when the report appeared, and by whom, and nothing else. */
  private static final int LONGEST_LINE = 20;

  /** Words of a line that is an outlet and a date; a caption has more. */
  private static final int LONGEST_BARE_LINE = 5;

  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}]+");

  /** Characters of the body in which the day of its news is named. */
  private static final int LEAD_CHARACTERS = 1_500;

  private final Dates dates;
  private final Map<String, String> weekdays;

  PublicationDate(Dates dates, Language language) {
    this.dates = dates;
    this.weekdays = language.map("weekdays");
  }

  Published of(Report report, List<PartFinder.Piece> pieces) {
    return beside(report)
        .orElseGet(
            () ->
                inText(report.body(), pieces)
                    .map(date -> new Published(Optional.of(date), Published.From.TEXT))
                    .orElse(Published.UNKNOWN));
  }

  /** What metadata or address say; they go before the text. */
  static Optional<Published> beside(Report report) {
    if (report.published().isPresent()) {
      return Optional.of(new Published(report.published(), Published.From.METADATA));
    }
    return report
        .url()
        .flatMap(PublicationDate::inUrl)
        .map(date -> new Published(Optional.of(date), Published.From.URL));
  }

  /**
   * The date in the path of an address: {@code /2018/01/31/}, {@code /2018/jan/31/}, {@code
   * -20180131}.
   */
  public static Optional<PartialDate> inUrl(String url) {
    String address = url.toLowerCase(Locale.ROOT);
    Matcher named = URL_NAMED_DAY.matcher(address);
    if (named.find()) {
      return date(named.group(1), MONTHS.indexOf(named.group(2)) + 1, named.group(3));
    }
    Matcher day = URL_DAY.matcher(address);
    while (day.find()) {
      Optional<PartialDate> found =
          date(day.group(1), Integer.parseInt(day.group(2)), day.group(3));
      if (found.isPresent()) {
        return found;
      }
    }
    Matcher month = URL_MONTH.matcher(address);
    return month.find()
        ? PartialDate.parse(month.group(1) + "-" + month.group(2))
        : Optional.empty();
  }

  private static Optional<PartialDate> date(String year, int month, String day) {
    return PartialDate.parse(
        String.format(Locale.ROOT, "%s-%02d-%02d", year, month, Integer.parseInt(day)));
  }

  private Optional<PartialDate> inText(String body, List<PartFinder.Piece> pieces) {
    int headEnd = Math.min(body.length(), MARGIN_CHARACTERS);
    int footStart = Math.max(headEnd, body.length() - MARGIN_CHARACTERS);
    return labelled(body.substring(0, headEnd))
        .or(() -> labelled(body.substring(footStart)))
        .or(() -> firstIn(body, pieces, Part.Kind.DATELINE, LONGEST_LINE))
        .or(() -> firstIn(body, pieces, Part.Kind.BOILERPLATE, LONGEST_LINE))
        .or(() -> firstIn(body, pieces, Part.Kind.CREDIT, LONGEST_LINE))
        .or(() -> firstIn(body, pieces, Part.Kind.BYLINE, LONGEST_LINE))
        .or(() -> firstIn(body, pieces, Part.Kind.CAPTION, LONGEST_BARE_LINE))
        .or(() -> ofPictured(body, pieces));
  }

  private Optional<PartialDate> labelled(String margin) {
    for (Dates.Found found : dates.in(margin)) {
      int line = margin.lastIndexOf('\n', Math.max(0, found.start() - 1)) + 1;
      String before = margin.substring(Math.min(line, found.start()), found.start());
      Matcher label = LABEL.matcher(before);
      if (label.find()) {
        String between =
            label.group("apart") == null ? label.group("behind") : label.group("apart");
        if (!NOT_PUBLISHED_THEN.matcher(between).find()) {
          return Optional.of(found.date());
        }
      }
    }
    return Optional.empty();
  }

  /** The first full date in the lines of one kind that have no more than {@code longest} words. */
  private Optional<PartialDate> firstIn(
      String body, List<PartFinder.Piece> pieces, Part.Kind kind, int longest) {
    for (PartFinder.Piece piece : pieces) {
      String text = piece.kind() == kind ? piece.span().in(body) : "";
      String lower = text.toLowerCase(Locale.ROOT);
      boolean ofAnother =
          HANDLE.matcher(lower).find()
              || isOfArchive(lower)
              || lower.contains("©")
              || lower.contains("copyright")
              || LETTERS.splitAsStream(lower).count() > longest
              || NOT_PUBLISHED_THEN.matcher(lower).find();
      List<Dates.Found> found = ofAnother ? List.of() : dates.in(text);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst().date());
      }
    }
    return Optional.empty();
  }

  /** An archive picture tells nothing. */
  private static boolean isOfArchive(String lower) {
    return lower.contains("file") || lower.contains("archive") || lower.startsWith("in this");
  }

  /** The date of a picture of the weekday that the report tells of. */
  private Optional<PartialDate> ofPictured(String body, List<PartFinder.Piece> pieces) {
    Set<String> told = new HashSet<>();
    int characters = 0;
    for (PartFinder.Piece piece : pieces) {
      if (piece.kind() == Part.Kind.BODY && characters < LEAD_CHARACTERS) {
        String text = piece.span().in(body);
        characters += text.length();
        for (String word : LETTERS.split(text)) {
          Optional.ofNullable(weekdays.get(word.toLowerCase(Locale.ROOT))).ifPresent(told::add);
        }
      }
    }
    for (PartFinder.Piece piece : pieces) {
      String caption = piece.kind() == Part.Kind.CAPTION ? piece.span().in(body) : "";
      List<Dates.Found> found = dates.in(caption);
      if (!found.isEmpty() && !isOfArchive(caption.toLowerCase(Locale.ROOT))) {
        PartialDate date = found.getFirst().date();
        if (told.contains(Integer.toString(date.earliest().getDayOfWeek().getValue()))) {
          return Optional.of(date);
        }
      }
    }
    return Optional.empty();
  }
}
