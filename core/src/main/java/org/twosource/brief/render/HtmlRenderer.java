package org.twosource.brief.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.page.Anchors;
import org.twosource.brief.render.page.Html;
import org.twosource.brief.render.page.StoryPage;
import org.twosource.report.Unreadable;

/**
 * The account as one self-contained page: it loads nothing, its policy allows only its own style
 * and script (by hash), and everything but choosing and filtering works without the script. Every
 * citation is a link to the characters in the report.
 *
 * <p>Large accounts stay usable: lists are cut and counted, reports and stories are folded, and
 * long bodies end with how much is left.
 */
public final class HtmlRenderer implements Renderer {

  /** Stories up to this number are shown unfolded. */
  private static final int OPEN_STORIES = 3;

  /** Stories with sections of their own; the index names the rest. */
  private static final int MAX_STORIES = 100;

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    out.write(page(account).toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The style sheet, for other pages of the same look. */
  public static String style() {
    try {
      return resource("page.css");
    } catch (IOException failure) {
      throw new UncheckedIOException("page.css", failure);
    }
  }

  private static Html page(Account account) throws IOException {
    String style = resource("page.css");
    String script = resource("page.js");
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line().open("head").line();
    html.raw("<meta charset=\"utf-8\">\n");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
    html.line();
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.element("title", title(account)).line();
    html.open("style").raw(style).close("style").line();
    html.close("head").line().open("body").line();
    html.raw("<a class=\"skip\" href=\"#content\">Skip to the account</a>\n");
    masthead(html);
    html.open("main", "id", "content");
    body(html, account);
    html.close("main").line();
    footer(html, account);
    html.open("script").raw(script).close("script").line();
    html.close("body").line().close("html").line();
    return html;
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; script-src 'sha256-"
        + sha256(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String title(Account account) {
    return account.stories().size() == 1
        ? PlainText.cut(PlainText.line(account.stories().getFirst().story().title()), 120)
        : Labels.count(account.reports().size(), "report") + ", Twosource";
  }

  private static void masthead(Html html) {
    html.open("header", "class", "masthead");
    html.element("span", "Twosource", "class", "name");
    html.element("span", "who reports what, and who copied whom", "class", "motto");
    html.open("button", "type", "button", "id", "theme", "hidden", "").text("Dark").close("button");
    html.close("header").line();
  }

  private static void body(Html html, Account account) {
    Labels.basis(account).ifPresent(basis -> html.element("p", basis, "class", "meta"));
    List<StoryAccount> stories = account.stories();
    if (!account.until().reaches(Stage.STORY) || stories.isEmpty()) {
      html.element("h1", Labels.count(account.reports().size(), "report") + " read");
      for (Annotated report : account.reports()) {
        html.element("p", PlainText.line(report.id()));
      }
    }
    if (stories.size() > 1) {
      index(html, account);
    }
    Anchors anchors = new Anchors(account.reports().stream().map(Annotated::id).toList());
    AccountIndex index = new AccountIndex(account);
    int number = 0;
    for (StoryAccount story : stories) {
      number++;
      if (number > MAX_STORIES) {
        break;
      }
      StoryPage page = new StoryPage(html, account, index, anchors, story, number);
      if (stories.size() == 1) {
        page.write();
      } else {
        html.open("details", foldable(stories.size() <= OPEN_STORIES, "story-" + number));
        html.open("summary");
        String title = PlainText.cut(PlainText.line(story.story().title()), 140);
        html.element("span", title, "class", "fold-title");
        html.element(
            "span", Labels.count(story.story().reports().size(), "report"), "class", "meta");
        html.close("summary");
        page.write();
        html.close("details").line();
      }
    }
    unreadable(html, account.unreadable());
  }

  private static String[] foldable(boolean open, String id) {
    return open
        ? new String[] {"class", "story-fold", "id", id, "open", ""}
        : new String[] {"class", "story-fold", "id", id};
  }

  private static void index(Html html, Account account) {
    html.element(
        "h1",
        Labels.count(account.reports().size(), "report")
            + ", "
            + account.stories().size()
            + " stories");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Stories");
    html.open("table", "class", "index").open("thead").open("tr");
    html.element("th", "Story", "scope", "col");
    for (String column : List.of("Reports", "Independent sources", "Disagreements", "Changes")) {
      html.element("th", column, "scope", "col", "class", "figure");
    }
    html.close("tr").close("thead").open("tbody");
    int number = 0;
    for (StoryAccount story : account.stories()) {
      number++;
      html.open("tr").open("th", "scope", "row");
      String title = PlainText.cut(PlainText.line(story.story().title()), 140);
      if (number <= MAX_STORIES) {
        html.element("a", title, "href", "#story-" + number);
      } else {
        html.text(title);
      }
      html.close("th");
      figure(html, story.story().reports().size());
      figure(html, story.lineage().sources().size());
      figure(html, AccountIndex.openDisagreements(story).size());
      figure(html, story.distortions().distortions().size());
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
  }

  private static void figure(Html html, int number) {
    html.element("td", String.valueOf(number), "class", "figure");
  }

  private static void unreadable(Html html, List<Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return;
    }
    html.open("section", "class", "unreadable").element("h2", "Not read").open("ul");
    for (Unreadable item : unreadable.subList(0, Math.min(50, unreadable.size()))) {
      html.open("li").element("code", PlainText.line(item.source())).text(": ");
      html.text(item.offset() > 0 ? "at byte " + item.offset() + ", " : "");
      html.text(PlainText.line(item.reason())).close("li");
    }
    html.close("ul");
    if (unreadable.size() > 50) {
      html.element("p", "… " + (unreadable.size() - 50) + " more", "class", "more");
    }
    html.close("section").line();
  }

  private static void footer(Html html, Account account) {
    html.open("footer")
        .open("details")
        .element("summary", "How to read this page, and what made it");
    html.raw(
        """
        <p>This page measures reporting, not truth. A corroborated statement can be wrong and a \
        single-origin statement can be right.</p>
        <dl>
        <dt>Source</dt><dd>A family of reports that go back to one text. However many outlets print \
        it, it counts once.</dd>
        <dt>Corroborated</dt><dd>Two or more sources state it, and they do not all pass on the same \
        outlet, quotation or informant.</dd>
        <dt>One informant</dt><dd>Two or more sources state it, and all have it from one person, \
        body, document, quotation or outlet.</dd>
        <dt>Single origin</dt><dd>One source states it, or several that pass on one outlet or \
        informant.</dd>
        <dt>Disputed</dt><dd>Reports, or the parties they quote, do not agree on it.</dd>
        <dt>Changed by copying</dt><dd>A copy says something else than the text it comes from. It \
        says what the copy did, not who is right.</dd>
        </dl>
        """);
    html.element("p", "Twosource " + account.made().version());
    html.open("dl", "class", "made");
    account.made().options().forEach((name, value) -> pair(html, name, value));
    account.made().models().forEach((name, value) -> pair(html, name, value));
    html.close("dl").close("details").close("footer").line();
  }

  private static void pair(Html html, String name, String value) {
    html.element("dt", PlainText.line(name)).element("dd", PlainText.line(value));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = HtmlRenderer.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("resource " + name + " is missing from the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
