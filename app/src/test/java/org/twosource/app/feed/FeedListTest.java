package org.twosource.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists of feeds, in and out. */
class FeedListTest {
  private static FeedList read(String text) throws IOException {
    return FeedList.read(text.getBytes(StandardCharsets.UTF_8), "list");
  }

  @Test
  void foldersOfAnOutlineAreOpened() throws IOException {
    FeedList list =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><body>
              <outline text="News">
                <outline type="rss" text="Post" title="Harbour Post" xmlUrl="https://post.example/feed"/>
                <outline text="Day &amp; Night" xmlURL="https://day.example/rss?a=1&amp;b=2"/>
              </outline>
              <outline type="rss" text="again" xmlUrl="https://post.example/feed"/>
              <outline type="rss" text="local" xmlUrl="file:///etc/passwd"/>
              <outline text="no feed"/>
            </body></opml>
            """);
    assertThat(list.feeds())
        .containsExactly(
            new Feed(URI.create("https://post.example/feed"), Optional.of("Harbour Post")),
            new Feed(URI.create("https://day.example/rss?a=1&b=2"), Optional.of("Day & Night")));
    assertThat(list.wrong()).singleElement().asString().contains("line 8").contains("passwd");
  }

  @Test
  void aListIsAnAddressALine() throws IOException {
    FeedList list =
        read(
            "\ufeff# ours\nhttps://post.example/feed\r\n\n feed:https://day.example/rss \nnonsense\n");
    assertThat(list.feeds()).hasSize(2);
    assertThat(list.wrong()).singleElement().asString().contains("line 5");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    List<Feed> feeds =
        List.of(
            new Feed(
                URI.create("https://post.example/feed?a=1&b=2"),
                Optional.of("A <b> & \"c\"\u0001")),
            new Feed(URI.create("https://day.example/rss"), Optional.empty()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FeedList.write(feeds, out);
    assertThat(FeedList.read(out.toByteArray(), "list").feeds())
        .extracting(Feed::address)
        .containsExactlyElementsOf(feeds.stream().map(Feed::address).toList());
  }

  @Test
  void anOutlineOpensNoFileAndDoesNotGrow() throws IOException {
    String start = "<!DOCTYPE opml [<!ENTITY a SYSTEM \"file:///etc/hostname\">";
    for (String text :
        List.of(
            start + "]><opml><body><outline xmlUrl=\"https://x.example/&a;\"/></body></opml>",
            "<!DOCTYPE o [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><opml><body>"
                + "<outline xmlUrl=\"https://x.example/&b;\"/></body></opml>")) {
      try {
        assertThat(read(text).feeds())
            .allSatisfy(feed -> assertThat(feed.address().getPath()).isEqualTo("/"));
      } catch (IOException refused) {
        assertThat(refused).hasMessageContaining("no OPML");
      }
    }
    assertThatThrownBy(() -> read("<opml><body><outline"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1");
  }
}
