package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.report.Citation;

/**
 * A claim that becomes disputed, or that had two sources and has them no longer. What stood is
 * noted for each story and watch; a dispute is taken back when it is no longer open.
 */
final class StandingFinder implements AlertFinder {
  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> told = new ArrayList<>(known);
    told.removeIf(alert -> alert.retracted().isPresent());
    List<KeptAlert> found = new ArrayList<>();
    QueryWords words = new QueryWords(watch.query());
    for (String story : news.fitting(words)) {
      StoryAccount account = news.account(story);
      String note = "standing w" + watch.number() + " " + story;
      Map<String, String> before = parse(news.noted(note));
      Map<String, String> after = new TreeMap<>();
      for (Claim claim : account.claims()) {
        if (!words.anyIn(Claims.text(claim, account))) {
          continue;
        }
        after.put(claim.id(), claim.standing().label());
        Optional<String> was = Optional.ofNullable(before.get(claim.id()));
        if (isWorse(claim.standing(), was) && told.stream().noneMatch(one -> isSame(one, claim))) {
          KeptAlert alert = alert(watch, claim, was, account, news);
          found.add(alert);
          told.add(alert);
        }
      }
      news.notes().put(note, form(after));
    }
    return found;
  }

  private static boolean isWorse(Standing now, Optional<String> was) {
    return switch (now) {
      case DISPUTED -> !was.equals(Optional.of(now.label()));
      case ONE_INFORMANT, SINGLE_ORIGIN -> was.equals(Optional.of(Standing.CORROBORATED.label()));
      case CORROBORATED -> false;
    };
  }

  private static boolean isSame(KeptAlert alert, Claim claim) {
    return alert.said().turn().after().startsWith(claim.standing().label())
        && Claims.shares(alert, claim);
  }

  private static KeptAlert alert(
      KeptWatch watch, Claim claim, Optional<String> was, StoryAccount account, News news) {
    Optional<Dispute> dispute =
        claim.disputes().stream()
            .filter(one -> one.resolution() == Dispute.Resolution.OPEN)
            .findFirst()
            .filter(one -> claim.standing() == Standing.DISPUTED);
    List<Citation> evidence =
        dispute
            .map(one -> List.of(at(claim, one.a()), at(claim, one.b())))
            .orElseGet(
                () -> claim.statements().stream().map(Statement::at).distinct().limit(2).toList());
    String after =
        claim.standing().label()
            + dispute.map(one -> ": " + one.a().words() + " / " + one.b().words()).orElse("");
    String why =
        dispute
            .map(
                one ->
                    "they differ in "
                        + one.kind().label()
                        + ": "
                        + sideOf(claim, one.a(), account)
                        + " and "
                        + sideOf(claim, one.b(), account))
            .orElseGet(() -> String.join("; ", claim.why()));
    return news.alert(
        watch,
        evidence + after + news.now(),
        new KeptAlert.Subject(account.story().id(), claim.id()),
        new KeptAlert.Said(
            claim.text(),
            new KeptAlert.Turn(was.orElse("nothing against it"), after),
            why,
            news.now()),
        evidence);
  }

  private static Citation at(Claim claim, DisputeSide side) {
    return claim.statements().get(side.statement()).at();
  }

  private static String sideOf(Claim claim, DisputeSide side, StoryAccount account) {
    return "\""
        + side.words()
        + "\" in "
        + Claims.side(claim.statements().get(side.statement()), account);
  }

  private static Map<String, String> parse(String note) {
    Map<String, String> standings = new TreeMap<>();
    note.lines()
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> standings.put(parts[0], parts[1]));
    return standings;
  }

  private static String form(Map<String, String> standings) {
    StringBuilder lines = new StringBuilder();
    standings.forEach((claim, standing) -> lines.append(claim + " " + standing + "\n"));
    return lines.toString();
  }

  @Override
  public Optional<String> takenBack(KeptAlert alert, News news) {
    if (!alert.said().turn().after().startsWith(Standing.DISPUTED.label())) {
      return Optional.empty();
    }
    List<Claim> claims = Claims.sharing(alert, news);
    boolean isOpen = claims.stream().anyMatch(one -> one.standing() == Standing.DISPUTED);
    return isOpen || claims.isEmpty()
        ? Optional.empty()
        : Optional.of("no longer disputed: " + String.join("; ", claims.getFirst().why()).strip());
  }
}
