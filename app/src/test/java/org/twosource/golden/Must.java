package org.twosource.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Timex;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.Labels;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Family;
import org.twosource.report.PartialDate;
import org.twosource.text.Published;
import org.twosource.text.Text;
import org.twosource.timeline.Timeline;

/**
 * One finding that a golden case must have, as a line of {@code must.txt}. The forms:
 *
 * <pre>
 * stories N                               sources N
 * together REPORT REPORT ...              (of one family)
 * apart REPORT                            (a family of its own)
 * credit NAME in REPORT                   published REPORT DATE FROM
 * distortion KIND|KIND in REPORT: WORDS   (charged to it; the words are in what was changed)
 * no-distortion REPORT                    (none above low is charged to it)
 * dispute KIND|KIND: SIDE / SIDE          no-open-dispute KIND: SIDE / SIDE
 * claim STANDING: WORD WORD ...           no-claim STANDING: WORD WORD ...
 * quotation NAME|NAME: WORDS              event DATE STATUS: WORDS
 * timex REPORT WORDS VALUE                brief-has WORDS      brief-not WORDS
 * </pre>
 *
 * A line that begins with {@code not yet:} names a finding we want and do not reach.
 */
record Must(String line, boolean expected) {
  private static final Pattern FORM = Pattern.compile("([a-z-]+) (.*)");
  private static final String NOT_YET = "not yet: ";

  static List<Must> read(Path file) throws IOException {
    List<Must> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        all.add(
            line.startsWith(NOT_YET)
                ? new Must(line.substring(NOT_YET.length()), false)
                : new Must(line, true));
      }
    }
    return all;
  }

  boolean holds(Account account) {
    Matcher form = FORM.matcher(line);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a line of must.txt: " + line);
    }
    String rest = form.group(2).strip();
    return switch (form.group(1)) {
      case "stories" -> account.stories().size() == Integer.parseInt(rest);
      case "sources" ->
          account.stories().stream().mapToInt(one -> one.lineage().sources().size()).sum()
              == Integer.parseInt(rest);
      case "together" ->
          families(account).anyMatch(one -> one.reports().containsAll(List.of(rest.split(" "))));
      case "apart" -> families(account).anyMatch(one -> one.reports().equals(List.of(rest)));
      case "origin" ->
          families(account).anyMatch(one -> one.origin().report().filter(rest::equals).isPresent());
      case "credit" -> credit(account, rest.split(" in "));
      case "published" -> published(account, rest.split(" "));
      case "distortion" -> distortion(account, rest.split(" in |: ", 3));
      case "no-distortion" ->
          changes(account)
              .noneMatch(one -> isCharged(one, rest) && one.severity() != Distortion.Severity.LOW);
      case "dispute" -> disputes(account, rest.split(": ", 2));
      case "no-open-dispute" -> !disputes(account, rest.split(": ", 2));
      case "claim" -> claim(account, rest.split(": ", 2));
      case "no-claim" -> !claim(account, rest.split(": ", 2));
      case "quotation" -> quotation(account, rest.split(": ", 2));
      case "event" -> event(account, rest.split("[ :]+", 3));
      case "timex" -> timex(account, rest);
      case "brief-has" -> lines(account).anyMatch(one -> one.text().contains(rest));
      case "brief-not" -> lines(account).noneMatch(one -> one.text().contains(rest));
      default -> throw new IllegalArgumentException("not a line of must.txt: " + line);
    };
  }

  private static Stream<Family> families(Account account) {
    return account.stories().stream().flatMap(story -> story.lineage().families().stream());
  }

  private static Stream<Distortion> changes(Account account) {
    return account.stories().stream().flatMap(story -> story.distortions().distortions().stream());
  }

  private static Stream<Claim> claims(Account account) {
    return account.stories().stream().map(StoryAccount::claims).flatMap(List::stream);
  }

  private static Stream<Line> lines(Account account) {
    return account.stories().stream().flatMap(story -> story.brief().lines().stream());
  }

  private static Annotated report(Account account, String id) {
    return account.reports().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean credit(Account account, String[] parts) {
    return report(account, parts[1]).text().credit().contains(parts[0]);
  }

  private static boolean published(Account account, String[] parts) {
    Published published = report(account, parts[0]).text().published();
    return published.date().map(date -> date.day().iso()).equals(Optional.of(parts[1]))
        && published.from().label().equals(parts[2]);
  }

  private static boolean isCharged(Distortion change, String report) {
    return change.introducedBy().orElse(change.to().report()).equals(report);
  }

  private static boolean distortion(Account account, String[] parts) {
    List<String> kinds = List.of(parts[0].split("\\|"));
    return changes(account)
        .filter(one -> kinds.contains(one.kind().label()) && isCharged(one, parts[1]))
        .anyMatch(
            one -> one.after().contains(parts[2]) || sentence(account, one).contains(parts[2]));
  }

  /** The sentence the changed words stand in. */
  private static String sentence(Account account, Distortion change) {
    Text text = report(account, change.to().report()).text();
    return text.sentenceAt(change.to().span().start())
        .map(sentence -> text.of(sentence.span()))
        .orElse("");
  }

  /** An open dispute of one of the kinds; each side stands in its note or in what is cited. */
  private static boolean disputes(Account account, String[] parts) {
    List<String> kinds = List.of(parts[0].split("\\|"));
    return claims(account)
        .anyMatch(
            claim ->
                claim.disputes().stream()
                    .filter(one -> kinds.contains(one.kind().label()))
                    .filter(one -> one.resolution() == Dispute.Resolution.OPEN)
                    .anyMatch(one -> sides(account, claim, one, parts[1].split(" / "))));
  }

  private static boolean sides(Account account, Claim claim, Dispute dispute, String[] sides) {
    String cited =
        Labels.note(dispute)
            + " "
            + AccountText.words(account, claim.statements().get(dispute.a().statement()).at())
            + " "
            + AccountText.words(account, claim.statements().get(dispute.b().statement()).at());
    return Arrays.stream(sides).allMatch(cited::contains);
  }

  private static boolean claim(Account account, String[] parts) {
    List<String> words = List.of(parts[1].split(" "));
    return claims(account)
        .filter(one -> one.standing().label().equals(parts[0]))
        .anyMatch(
            one ->
                one.statements().stream()
                    .map(statement -> AccountText.words(account, statement.at()))
                    .anyMatch(text -> words.stream().allMatch(text::contains)));
  }

  private static boolean quotation(Account account, String[] parts) {
    List<String> names = List.of(parts[0].split("\\|"));
    return account.stories().stream()
        .flatMap(story -> story.distortions().quotations().stream())
        .filter(one -> one.best().contains(parts[1]))
        .map(Quotation::speaker)
        .flatMap(Optional::stream)
        .anyMatch(
            id ->
                account.entities().stream()
                    .anyMatch(entity -> entity.id().equals(id) && names.contains(entity.name())));
  }

  private static boolean event(Account account, String[] parts) {
    return account.stories().stream()
        .flatMap(story -> story.timeline().entries().stream())
        .filter(one -> one.date().day().iso().equals(parts[0]))
        .filter(one -> one.status().label().equals(parts[1]))
        .map(Timeline.Entry::text)
        .anyMatch(text -> text.contains(parts[2].strip()));
  }

  private static boolean timex(Account account, String rest) {
    int first = rest.indexOf(' ');
    int last = rest.lastIndexOf(' ');
    Annotated report = report(account, rest.substring(0, first));
    String words = rest.substring(first + 1, last);
    Optional<PartialDate> value = PartialDate.parse(rest.substring(last + 1));
    for (Timex timex : report.timexes()) {
      String text = timex.span().in(report.body());
      if ((words.contains(text) || text.contains(words)) && timex.date().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
