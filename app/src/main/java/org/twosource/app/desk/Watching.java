package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twosource.Progress;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.lexicon.PlacingForm;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/**
 * Looks through the stories that changed for what the watches wait for: a claim that two
 * independent families state. A story is analysed only when its words fit a watch.
 *
 * <p>A claim is told once a watch: a later claim that shares a passage with one told before is the
 * same. An alert is retracted when the claim turns out to rest on one source. Which receipts were
 * looked at is kept in the same transaction as the alerts, so a process that is killed in between
 * looks again and tells nothing twice.
 */
final class Watching {
  /** The only kind so far. */
  static final String SECOND_SOURCE = "second-source";

  /** The setting that holds the number of the last receipt that the watches looked at. */
  static final String WATCHED = "watched";

  private static final int SHOWN_REPORTS = 4;

  private final Store store;
  private final StoryAnalysis analysis;
  private final String now;
  private final Map<String, StoryAccount> accounts = new HashMap<>();

  Watching(Store store, StoryAnalysis analysis, String now) {
    this.store = store;
    this.analysis = analysis;
    this.now = now;
  }

  /**
   * Looks through the stories that changed since last time.
   *
   * @param changed further ones, which changed without a new report
   */
  void run(Set<String> changed) {
    List<KeptWatch> watches = store.read(Store.View::watches);
    long placed = number("placed");
    if (watches.isEmpty()) {
      watched(placed, List.of(), List.of());
      return;
    }
    long since = number(WATCHED);
    Set<String> stories = new TreeSet<>(changed);
    for (StoredStory story : store.read(Store.View::stories)) {
      if (story.changed() > since) {
        stories.add(story.id());
      }
    }
    List<KeptAlert> known = store.read(Store.View::alerts);
    List<KeptAlert> retracted = retracted(known, stories);
    List<KeptAlert> told = new ArrayList<>();
    for (KeptWatch watch : watches) {
      told.addAll(found(watch, stories, known, false));
    }
    watched(placed, told, retracted);
  }

  /** Looks through all stories for what is so already. */
  void begin(KeptWatch watch, boolean isTold) {
    Set<String> stories = new TreeSet<>();
    store.read(Store.View::stories).forEach(story -> stories.add(story.id()));
    List<KeptAlert> known = store.read(Store.View::alerts);
    watched(number(WATCHED), found(watch, stories, known, !isTold), List.of());
  }

  private long number(String setting) {
    return store.read(view -> view.setting(setting)).map(Long::parseLong).orElse(0L);
  }

  private void watched(long seq, List<KeptAlert> told, List<KeptAlert> replaced) {
    store.write(
        change -> {
          told.forEach(change::addAlert);
          replaced.forEach(change::replaceAlert);
          change.setSetting(WATCHED, "" + seq);
          return true;
        });
  }

  // ---- a second source
  // -------------------------------------------------------------------------

  private List<KeptAlert> found(
      KeptWatch watch, Set<String> stories, List<KeptAlert> known, boolean baseline) {
    List<KeptAlert> ofWatch =
        new ArrayList<>(
            known.stream()
                .filter(alert -> alert.watch().number() == watch.number())
                .filter(alert -> alert.retracted().isEmpty())
                .toList());
    List<KeptAlert> found = new ArrayList<>();
    Words words = new Words(watch.query());
    for (String story : stories) {
      if (!fits(words, story)) {
        continue;
      }
      StoryAccount account = account(story);
      for (Claim claim : account.claims()) {
        boolean isNew =
            claim.standing() == Standing.CORROBORATED
                && words.anyIn(text(claim, account))
                && ofWatch.stream().noneMatch(alert -> shares(alert, claim));
        if (isNew) {
          KeptAlert alert = alert(watch, claim, account, baseline);
          found.add(alert);
          ofWatch.add(alert);
        }
      }
    }
    return found;
  }

  private boolean fits(Words words, String story) {
    for (String page : store.read(view -> view.members(story))) {
      Optional<StoredReport> report = store.read(view -> view.current(page));
      if (report.isPresent()
          && words.allIn(
              report.get().report().headline().orElse("") + " " + report.get().report().body())) {
        return true;
      }
    }
    return false;
  }

  private StoryAccount account(String story) {
    return accounts.computeIfAbsent(
        story, id -> analysis.account(id, Progress.NONE).stories().getFirst());
  }

  /** The sentences in which the claim is stated. */
  private static String text(Claim claim, StoryAccount account) {
    StringBuilder text = new StringBuilder(claim.text());
    for (Statement statement : claim.statements()) {
      account.annotations().reports().stream()
          .filter(report -> report.id().equals(statement.at().report()))
          .flatMap(
              report ->
                  report.sentences().stream()
                      .filter(sentence -> sentence.span().overlaps(statement.at().span()))
                      .map(sentence -> sentence.span().in(report.body())))
          .forEach(sentence -> text.append(' ').append(sentence));
    }
    return text.toString();
  }

  private static boolean shares(KeptAlert alert, Claim claim) {
    return alert.evidence().stream()
        .anyMatch(
            passage ->
                claim.statements().stream()
                    .anyMatch(
                        statement ->
                            statement.at().report().equals(passage.report())
                                && statement.at().span().overlaps(passage.span())));
  }

  private KeptAlert alert(KeptWatch watch, Claim claim, StoryAccount account, boolean baseline) {
    Map<String, Statement> byFamily = new LinkedHashMap<>();
    for (Statement statement : claim.statements()) {
      byFamily.putIfAbsent(account.lineage().familyOf(statement.at().report()).id(), statement);
    }
    List<Citation> evidence = byFamily.values().stream().limit(2).map(Statement::at).toList();
    String id =
        "a-"
            + Digests.of(watch.number() + "", SECOND_SOURCE, evidence.toString(), now)
                .substring(0, 16);
    return new KeptAlert(
        id,
        watch,
        new KeptAlert.Subject(account.story().id(), claim.id()),
        new KeptAlert.Said(claim.text(), why(byFamily, account), now),
        evidence,
        Optional.empty(),
        baseline);
  }

  /** From one source to two, and why the two are independent. */
  private static String why(Map<String, Statement> byFamily, StoryAccount account) {
    String sides =
        byFamily.entrySet().stream()
            .limit(2)
            .map(one -> side(one.getKey(), one.getValue(), account))
            .collect(Collectors.joining("; "));
    return "one source -> two: " + sides + "; no report of the one was copied from the other";
  }

  private static String side(String familyId, Statement statement, StoryAccount account) {
    Family family = account.lineage().familyOf(statement.at().report());
    Report report =
        account.annotations().reports().stream()
            .map(annotated -> annotated.report())
            .filter(one -> one.id().equals(statement.at().report()))
            .findFirst()
            .orElseThrow();
    List<String> reports = family.reports();
    return familyId
        + " ("
        + String.join(", ", reports.subList(0, Math.min(SHOWN_REPORTS, reports.size())))
        + (reports.size() > SHOWN_REPORTS ? ", ..." : "")
        + ")"
        + report.outlet().map(outlet -> " of " + outlet).orElse("")
        + statement.informant().map(informant -> ", by " + informant).orElse("");
  }

  // ---- taken back
  // ------------------------------------------------------------------------------

  /** Alerts whose claim rests on one source now. */
  private List<KeptAlert> retracted(List<KeptAlert> known, Set<String> changed) {
    List<KeptAlert> retracted = new ArrayList<>();
    for (KeptAlert alert : known) {
      if (alert.retracted().isPresent()) {
        continue;
      }
      Set<String> stories = new TreeSet<>();
      for (Citation passage : alert.evidence()) {
        store.read(view -> view.storyOf(passage.report())).ifPresent(stories::add);
      }
      if (stories.stream().anyMatch(changed::contains)) {
        oneSource(alert, stories).ifPresent(why -> retracted.add(alert.withRetracted(now, why)));
      }
    }
    return retracted;
  }

  /** Why the claim of an alert rests on one source; empty where it still rests on two. */
  private Optional<String> oneSource(KeptAlert alert, Set<String> stories) {
    boolean isStated = false;
    for (String story : stories) {
      for (Claim claim : account(story).claims()) {
        if (shares(alert, claim)) {
          isStated = true;
          if (claim.families() >= 2 && claim.standing() != Standing.SINGLE_ORIGIN) {
            return Optional.empty();
          }
        }
      }
    }
    if (stories.size() > 1) {
      return Optional.of("the two reports are of two stories: they tell of two events");
    }
    Set<String> families = new TreeSet<>();
    for (Citation passage : alert.evidence()) {
      families.add(account(stories.iterator().next()).lineage().familyOf(passage.report()).id());
    }
    if (families.size() == 1) {
      return Optional.of("two sources -> one: a later report shows that both go back to one text");
    }
    return isStated
        ? Optional.of("two sources -> one: both pass on one informant or outlet")
        : Optional.empty();
  }

  /** The words of a query, by their stems. */
  private record Words(Set<String> stems) {
    Words(String query) {
      this(stemsOf(query));
    }

    private static Set<String> stemsOf(String text) {
      return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
          .filter(word -> !word.isEmpty())
          .map(PlacingForm::of)
          .collect(Collectors.toSet());
    }

    boolean allIn(String text) {
      return stemsOf(text).containsAll(stems);
    }

    boolean anyIn(String text) {
      Set<String> found = stemsOf(text);
      return stems.stream().anyMatch(found::contains);
    }
  }
}
