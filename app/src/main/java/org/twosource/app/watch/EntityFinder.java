package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptAlert.Firmness;
import org.twosource.app.store.KeptWatch;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Citation;

/**
 * A report that names someone or something. Told on arrival by the words of the name,
 * provisionally; the analysis of the story then confirms that the words are a name, or takes it
 * back.
 */
final class EntityFinder implements AlertFinder {
  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    QueryFinder.fitting("\"" + watch.query().replace("\"", " ") + "\"", news)
        .forEach(
            (report, hit) -> {
              KeptAlert alert =
                  news.alert(
                      watch,
                      report.page(),
                      new KeptAlert.Subject(news.storyOf(report.page()), report.page()),
                      new KeptAlert.Said(
                          QueryFinder.title(report),
                          new KeptAlert.Turn("", "a report that names " + watch.query()),
                          "by its words; the analysis has not looked yet",
                          news.now()),
                      List.of(QueryFinder.passage(report, hit)));
              found.add(
                  new KeptAlert(
                      alert.id(),
                      watch,
                      alert.subject(),
                      alert.said(),
                      alert.evidence(),
                      Optional.empty(),
                      Firmness.PROVISIONAL));
            });
    return found;
  }

  /** A provisional alert as the analysis sees it: confirmed, or taken back. */
  static KeptAlert judged(KeptAlert alert, News news) {
    String page = alert.subject().claim();
    String story = news.storyOf(page);
    if (story.isEmpty()) {
      return alert;
    }
    StoryAccount account = news.account(story);
    Optional<Annotated> report = account.annotations().report(page);
    Optional<Mention> mention =
        report.flatMap(
            one ->
                one.mentions().stream()
                    .filter(name -> isOf(alert.watch().query(), name, one, account))
                    .findFirst());
    return mention
        .map(
            name ->
                alert.withConfirmed(
                    "the analysis finds the name of a "
                        + name.type().name().toLowerCase(java.util.Locale.ROOT)
                        + " there",
                    List.of(new Citation(page, name.span()))))
        .orElseGet(
            () ->
                alert.withRetracted(
                    news.now(), "the words name no person, place or organization there"));
  }

  private static boolean isOf(
      String query, Mention mention, Annotated report, StoryAccount account) {
    if (mention.type() == EntityType.OTHER) {
      return false;
    }
    Set<String> forms = new HashSet<>();
    forms.add(mention.span().in(report.body()));
    account
        .annotations()
        .entity(mention.entity())
        .ifPresent(entity -> forms.addAll(formsOf(entity)));
    QueryWords words = new QueryWords(query);
    return forms.stream().anyMatch(words::allIn);
  }

  private static Set<String> formsOf(Entity entity) {
    Set<String> forms = new HashSet<>(entity.aliases());
    forms.add(entity.name());
    return forms;
  }
}
