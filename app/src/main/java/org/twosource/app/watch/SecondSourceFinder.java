package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.report.Citation;

/**
 * A claim that two independent families state. It is told once: a later claim that shares a passage
 * with one told before is the same. Taken back when it turns out to rest on one source.
 */
final class SecondSourceFinder implements AlertFinder {
  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> told = new ArrayList<>(known);
    told.removeIf(alert -> alert.retracted().isPresent());
    List<KeptAlert> found = new ArrayList<>();
    QueryWords words = new QueryWords(watch.query());
    for (String story : news.fitting(words)) {
      StoryAccount account = news.account(story);
      for (Claim claim : account.claims()) {
        boolean isNew =
            claim.standing() == Standing.CORROBORATED
                && words.anyIn(Claims.text(claim, account))
                && told.stream().noneMatch(alert -> Claims.shares(alert, claim));
        if (isNew) {
          KeptAlert alert = alert(watch, claim, account, news);
          found.add(alert);
          told.add(alert);
        }
      }
    }
    return found;
  }

  private static KeptAlert alert(KeptWatch watch, Claim claim, StoryAccount account, News news) {
    Map<String, Statement> byFamily = Claims.byFamily(claim);
    List<Statement> two = byFamily.values().stream().limit(2).toList();
    List<Citation> evidence = two.stream().map(Statement::at).toList();
    String first = Claims.side(two.getFirst(), account);
    String both = first + (two.size() > 1 ? "; " + Claims.side(two.get(1), account) : "");
    return news.alert(
        watch,
        evidence + " " + news.now(),
        new KeptAlert.Subject(account.story().id(), claim.id()),
        new KeptAlert.Said(
            claim.text(),
            new KeptAlert.Turn("one source: " + first, "two sources: " + both),
            "no report of the one was copied from the other",
            news.now()),
        evidence);
  }

  @Override
  public Optional<String> takenBack(KeptAlert alert, News news) {
    Set<String> stories = Claims.storiesOf(alert, news);
    List<Claim> claims = Claims.sharing(alert, news);
    for (Claim claim : claims) {
      if (claim.families() >= 2 && claim.standing() != Standing.SINGLE_ORIGIN) {
        return Optional.empty();
      }
    }
    if (stories.size() > 1) {
      return Optional.of("the two reports are of two stories: they tell of two events");
    }
    Set<String> families = new TreeSet<>();
    for (Citation passage : alert.evidence()) {
      families.add(
          news.account(stories.iterator().next()).lineage().familyOf(passage.report()).id());
    }
    if (families.size() == 1) {
      return Optional.of("two sources -> one: a later report shows that both go back to one text");
    }
    return claims.isEmpty()
        ? Optional.empty()
        : Optional.of("two sources -> one: both pass on one informant or outlet");
  }
}
