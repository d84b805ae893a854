package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.StoredReport;
import org.twosource.brief.StoryAccount;
import org.twosource.distortion.Distortion;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/**
 * A copy of what an outlet wrote that changed its meaning: a distortion of high or medium severity
 * from a report of the outlet to one of another. Taken back when the analysis, with later reports,
 * finds it no longer.
 */
final class ChangedCopyFinder implements AlertFinder {
  private static final int SHOWN_CHARACTERS = 240;

  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> told = new ArrayList<>(known);
    told.removeIf(alert -> alert.retracted().isPresent());
    List<KeptAlert> found = new ArrayList<>();
    for (String story : news.stories()) {
      if (!isIn(watch.query(), story, news)) {
        continue;
      }
      StoryAccount account = news.account(story);
      for (Distortion change : account.distortions().distortions()) {
        if (isMine(watch.query(), change, account)
            && told.stream().noneMatch(alert -> isSame(alert, change))) {
          KeptAlert alert = alert(watch, change, account, news);
          found.add(alert);
          told.add(alert);
        }
      }
    }
    return found;
  }

  /** Whether the outlet may be in a story: who publishes a report may stand in its text alone. */
  private static boolean isIn(String outlet, String story, News news) {
    QueryWords words = new QueryWords(outlet);
    List<String> members = news.store().read(view -> view.members(story));
    return members.size() > 1
        && members.stream()
            .map(page -> news.store().<Optional<StoredReport>>read(view -> view.current(page)))
            .flatMap(Optional::stream)
            .anyMatch(
                report ->
                    OutletFinder.isOf(outlet, report.report()) || words.allIn(News.textOf(report)));
  }

  private static boolean isMine(String outlet, Distortion change, StoryAccount account) {
    return change.severity() != Distortion.Severity.LOW
        && OutletFinder.isOf(outlet, Claims.report(change.from().report(), account))
        && !OutletFinder.isOf(outlet, Claims.report(change.to().report(), account));
  }

  private static boolean isSame(KeptAlert alert, Distortion change) {
    List<Citation> evidence = alert.evidence();
    return evidence.size() == 2
        && alert.said().text().startsWith(change.kind().label())
        && Claims.overlaps(evidence.get(0), change.from())
        && Claims.overlaps(evidence.get(1), change.to());
  }

  private static KeptAlert alert(
      KeptWatch watch, Distortion change, StoryAccount account, News news) {
    Report from = Claims.report(change.from().report(), account);
    Report to = Claims.report(change.to().report(), account);
    String before = change.from().span().in(from.body());
    String after = change.to().span().in(to.body());
    return news.alert(
        watch,
        change.kind() + " " + change.from() + " " + change.to() + " " + news.now(),
        new KeptAlert.Subject(account.story().id(), change.id()),
        new KeptAlert.Said(
            change.kind().label()
                + ": "
                + to.outlet().orElse(to.id())
                + " changed what "
                + from.outlet().orElse(watch.query())
                + " wrote: \""
                + change.before()
                + "\" -> \""
                + change.after()
                + "\"",
            new KeptAlert.Turn(shown(before), shown(after)),
            change.why() + " (severity " + change.severity().label() + ")",
            news.now()),
        List.of(change.from(), change.to()));
  }

  private static String shown(String passage) {
    return passage.substring(0, Math.min(SHOWN_CHARACTERS, passage.length()));
  }

  @Override
  public Optional<String> takenBack(KeptAlert alert, News news) {
    boolean isStill =
        Claims.storiesOf(alert, news).stream()
            .flatMap(story -> news.account(story).distortions().distortions().stream())
            .anyMatch(change -> isSame(alert, change));
    return isStill
        ? Optional.empty()
        : Optional.of(
            "with the reports that came since, the words are not found changed in a copy");
  }
}
