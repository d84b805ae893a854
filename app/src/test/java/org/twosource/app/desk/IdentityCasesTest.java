package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.store.StoredReport;

/**
 * Twelve things that feeds do with ids and addresses, in ten wordings each: how many pages and
 * versions there are afterwards. Fewer pages: something is lost; more: something is doubled.
 */
class IdentityCasesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);
  private static final int WORDINGS = 10;

  @TempDir Path folder;

  /** One entry of a feed; "" leaves a field out. */
  private record Entry(String guid, String link, String title, String text) {
    String item() {
      return "<item>"
          + (title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>")
          + (link.isEmpty() ? "" : "<link>" + escaped(link) + "</link>")
          + (guid.isEmpty() ? "" : "<guid>" + escaped(guid) + "</guid>")
          + "<description>"
          + escaped(text)
          + "</description></item>";
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;");
    }
  }

  /**
   * What is polled one after the other.
   *
   * @param pages there must be afterwards
   * @param versions of them all
   */
  private record Case(String what, List<String> polls, int pages, int versions) {}

  private static String feed(String outlet, Entry... entries) {
    StringBuilder feed =
        new StringBuilder("<rss version='2.0'><channel><title>" + outlet + "</title>");
    for (Entry entry : entries) {
      feed.append(entry.item());
    }
    return feed.append("</channel></rss>").toString();
  }

  /** A text of its own for each wording and number. */
  private static String text(int wording, int number) {
    String[] what = {
      "The ferry to Kelm was cancelled after fog settled over the bay, its captain said, and %d"
          + " passengers spent the night at the school.",
      "Engineers closed berth %d of the northern basin on Monday for work at the quay that is to"
          + " last until the end of the month.",
      "A fire in a grain silo at Harrow Ford was put out by %d volunteers before it reached the"
          + " mill, the fire brigade said.",
      "The council of Selwyn voted to spend %d thousand crowns on a new roof for the tram depot"
          + " after two winters of leaks.",
      "Divers found the anchor of a ship that sank %d years ago below the lighthouse of Norra, the"
          + " museum said on Thursday."
    };
    return String.format(
            Locale.ROOT, what[(wording + number) % what.length], 11 + wording * 7 + number)
        + " It was the matter of day "
        + Integer.toString(9_973 * (wording + 1) * (number + 3), 36)
        + ".";
  }

  private static List<Case> cases(int wording) {
    String site = "https://post" + wording + ".example/";
    String link = site + "2026/03/notice-" + wording;
    String first = text(wording, 1);
    String second = text(wording, 2);
    String edited = first + " The office corrected the number later in the day.";
    Entry plain = new Entry("g1", link, "Notice", first);
    String odd =
        List.of(
                "../../etc/passwd",
                "a/b/../c",
                "\"quoted\" 'id'",
                "line\nbreak",
                "x".repeat(5_000),
                "тест-✓",
                "tag:post.example,2026:1",
                "%00%2e",
                "=1+1",
                "\u202eid")
            .get(wording);
    return List.of(
        new Case(
            "the same entry twice", List.of(feed("Post", plain), feed("Post", plain, plain)), 1, 1),
        new Case(
            "an edited text under its id",
            List.of(feed("Post", plain), feed("Post", new Entry("g1", link, "Notice", edited))),
            1,
            2),
        new Case(
            "an edited text at its address, with a new id",
            List.of(feed("Post", plain), feed("Post", new Entry("g2", link, "Notice", edited))),
            1,
            2),
        new Case(
            "a new id for the same text",
            List.of(feed("Post", plain), feed("Post", new Entry("g2", link, "Notice", first))),
            1,
            1),
        new Case(
            "no ids, addresses alone",
            List.of(
                feed("Post", new Entry("", link, "Notice", first)),
                feed(
                    "Post",
                    new Entry("", link + "-b", "Notice", second),
                    new Entry("", link, "Notice", first))),
            2,
            2),
        new Case(
            "ids that are numbers, of two outlets",
            List.of(
                feed("Post", new Entry("1", "", "Notice", first)),
                feed("Herald", new Entry("1", "", "Report", second))),
            2,
            2),
        new Case(
            "one id for two articles at two addresses",
            List.of(
                feed("Post", plain), feed("Post", new Entry("g1", link + "-b", "Other", second))),
            2,
            2),
        new Case(
            "the front page as the address of every entry",
            List.of(
                feed(
                    "Post",
                    new Entry("g1", site, "Notice", first),
                    new Entry("g2", site, "Other", second),
                    new Entry("g3", site, "Third", text(wording, 3)))),
            3,
            3),
        new Case(
            "marks of campaigns on an address",
            List.of(
                feed("Post", plain),
                feed(
                    "Post",
                    new Entry("", link + "?utm_source=rss&fbclid=x" + wording, "Notice", first))),
            1,
            1),
        new Case(
            "ids with odd characters",
            List.of(
                feed(
                    "Post",
                    new Entry(odd + "1", link, "Notice", first),
                    new Entry(odd + "2", link + "-b", "Other", second))),
            2,
            2),
        new Case(
            "neither id nor address nor title",
            List.of(
                feed("Post", new Entry("", "", "", first), new Entry("", "", "", second)),
                feed("Post", new Entry("", "", "", second), new Entry("", "", "", first))),
            2,
            2),
        new Case(
            "one address over http and https",
            List.of(
                feed("Post", plain),
                feed("Post", new Entry("", link.replace("https:", "http:"), "Notice", first))),
            1,
            1));
  }

  @Test
  void nothingIsLostOrDoubled() {
    List<String> wrong = new ArrayList<>();
    int lost = 0;
    int doubled = 0;
    int all = 0;
    for (int wording = 0; wording < WORDINGS; wording++) {
      for (Case one : cases(wording)) {
        Path at = folder.resolve("store-" + all++);
        try (StoryService service =
            new StoryService(StorePlace.in(at).open(), new Derived(at), CLOCK, 1)) {
          for (String poll : one.polls()) {
            Imports.accept(service, "feed.xml", poll);
          }
          List<StoredReport> kept = new ArrayList<>();
          service
              .store()
              .read(
                  view -> {
                    view.eachReport(kept::add);
                    return true;
                  });
          int pages = service.store().read(Store.View::pages).size();
          lost += Math.max(0, one.pages() - pages) + Math.max(0, one.versions() - kept.size());
          doubled += Math.max(0, pages - one.pages());
          if (pages != one.pages() || kept.size() != one.versions()) {
            wrong.add(
                one.what()
                    + " ("
                    + wording
                    + "): "
                    + pages
                    + " pages, "
                    + kept.size()
                    + " versions");
          }
          assertThat(service.store().verify(false)).isEmpty();
        }
      }
    }
    System.out.printf("identity cases %d, lost %d, doubled %d%n", all, lost, doubled);
    assertThat(all).isEqualTo(120);
    assertThat(wrong).isEmpty();
  }
}
