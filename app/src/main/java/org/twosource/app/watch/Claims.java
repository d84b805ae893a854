package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.app.store.KeptAlert;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Statement;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/** Claims as alerts speak of them. */
final class Claims {
  private Claims() {}

  /** The sentences in which the claim is stated. */
  static String text(Claim claim, StoryAccount account) {
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

  /** Whether a claim is stated in a passage of an alert. */
  static boolean shares(KeptAlert alert, Claim claim) {
    return alert.evidence().stream()
        .anyMatch(
            passage -> claim.statements().stream().anyMatch(one -> overlaps(one.at(), passage)));
  }

  static boolean overlaps(Citation a, Citation b) {
    return a.report().equals(b.report()) && a.span().overlaps(b.span());
  }

  /** The first statement of each source that it counts for. */
  static Map<String, Statement> byFamily(Claim claim) {
    Map<String, Statement> byFamily = new LinkedHashMap<>();
    for (Statement statement : claim.statements()) {
      byFamily.putIfAbsent(statement.family(), statement);
    }
    return byFamily;
  }

  /** A source, its reports, and who says it. */
  static String side(Statement statement, StoryAccount account) {
    int copies = account.lineage().family(statement.family()).reports().size() - 1;
    String id = statement.at().report();
    return report(id, account).outlet().orElse(id)
        + (copies > 0 ? " and " + copies + " of the same origin" : "")
        + statement.informant().map(informant -> ", citing " + informant).orElse("");
  }

  static Report report(String id, StoryAccount account) {
    return account.annotations().report(id).orElseThrow().report();
  }

  /** The stories that the reports of an alert are in now. */
  static Set<String> storiesOf(KeptAlert alert, News news) {
    Set<String> stories = new TreeSet<>();
    for (Citation passage : alert.evidence()) {
      String story = news.storyOf(passage.report());
      if (!story.isEmpty()) {
        stories.add(story);
      }
    }
    return stories;
  }

  /** Claims of now that are stated in a passage of an alert. */
  static List<Claim> sharing(KeptAlert alert, News news) {
    List<Claim> sharing = new ArrayList<>();
    for (String story : storiesOf(alert, news)) {
      for (Claim claim : news.account(story).claims()) {
        if (shares(alert, claim)) {
          sharing.add(claim);
        }
      }
    }
    return sharing;
  }
}
