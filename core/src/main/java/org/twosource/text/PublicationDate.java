package org.twosource.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * When a report was published, from what it carries itself: metadata, else its address, else its
 * text. In the text only places count that speak of the report and not of the event: a label
 * ("Published ..."), a line that is nothing but a date, a dateline, and the caption of its picture.
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
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\b(?:date|published|publication date|posted|updated|filed|issued)\\b[^\\n.]{0,40}$");

  /** Characters at the head and at the foot of a body in which a label is looked for. */
  private static final int MARGIN_CHARACTERS = 1_500;

  private final Dates dates;

  PublicationDate(Dates dates) {
    this.dates = dates;
  }

  Published of(Report report, List<PartFinder.Piece> pieces) {
    if (report.published().isPresent()) {
      return new Published(report.published(), Published.From.METADATA);
    }
    Optional<PartialDate> fromUrl = report.url().flatMap(PublicationDate::inUrl);
    if (fromUrl.isPresent()) {
      return new Published(fromUrl, Published.From.URL);
    }
    Optional<PartialDate> fromText = inText(report.body(), pieces);
    return fromText.isPresent() ? new Published(fromText, Published.From.TEXT) : Published.UNKNOWN;
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
        .or(() -> firstIn(body, pieces, Part.Kind.DATELINE))
        .or(() -> firstIn(body, pieces, Part.Kind.BOILERPLATE))
        .or(() -> firstIn(body, pieces, Part.Kind.CREDIT))
        .or(() -> firstIn(body, pieces, Part.Kind.CAPTION));
  }

  private Optional<PartialDate> labelled(String margin) {
    for (Dates.Found found : dates.in(margin)) {
      String before = margin.substring(Math.max(0, found.start() - 60), found.start());
      if (LABEL.matcher(before).find()) {
        return Optional.of(found.date());
      }
    }
    return Optional.empty();
  }

  /** The first full date in the parts of one kind; an archive picture tells nothing. */
  private Optional<PartialDate> firstIn(
      String body, List<PartFinder.Piece> pieces, Part.Kind kind) {
    for (PartFinder.Piece piece : pieces) {
      if (piece.kind() == kind && piece.span().length() <= 1_000) {
        String text = piece.span().in(body);
        String lower = text.toLowerCase(Locale.ROOT);
        boolean old =
            lower.contains("file") || lower.contains("archive") || lower.startsWith("in this");
        List<Dates.Found> found = dates.in(text);
        if (!old && !found.isEmpty() && !lower.contains("©") && !lower.contains("copyright")) {
          return Optional.of(found.getFirst().date());
        }
      }
    }
    return Optional.empty();
  }
}
