package org.twosource.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishersTest {
  private static final Publishers STANDARD = Publishers.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BBC News| |BBC|",
        "BBC News - World| |BBC|",
        "The Associated Press| |AP|",
        "associated press| |AP|",
        "World news ~ The Guardian| |The Guardian|",
        "|https://www.nytimes.com/2024/01/02/world/a.html|The New York Times|",
        "|https://edition.cnn.com/2024/01/02/a/index.html|CNN|",
        "|https://news.sky.com/story/1|Sky News|",
        "NYTimes.com|https://www.nytimes.com/a|The New York Times|",
        "Reuters|https://news.yahoo.com/a-1.html|Reuters|",
        "Valley Post|https://www.valleypost.example/a|Valley Post|",
        "|https://m.valleypost.example/a|valleypost.example|",
      })
  void onePublisherIsKnownUnderSeveralNames(String outlet, String url, String name) {
    assertThat(of(outlet, url)).map(Publisher::name).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "City Herald| | |https://www.cityherald.example/a",
        "City Herald|https://cityherald.co.uk/b| |https://www.cityherald.co.uk/a",
        "The City Herald| |City Herald|",
        "Orlen News|https://news.orlen.example/1|Orlen Online|https://sport.orlen.example/2",
        "Orlen Radio: World|https://orlenradio.example/1|Orlen Radio|",
        "BBC| | |https://www.bbc.co.uk/news/1",
        "AP| |Associated Press|https://apnews.com/x",
        "Mail Online| |Daily Mail|",
      })
  void theSamePublisherIsOne(String outlet, String url, String other, String otherUrl) {
    assertThat(of(outlet, url).orElseThrow().isSame(of(other, otherUrl).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "City Herald| |Town Herald|",
        "|https://a.wordpress.com/1| City Post|https://b.wordpress.com/1",
        "Reuters|https://news.yahoo.com/a|AP|https://news.yahoo.com/b",
        "The Times|https://www.thetimes.co.uk/a|The Irish Times|https://www.irishtimes.com/a",
        "ABC News|https://abcnews.go.com/a|ABC (Australia)|https://www.abc.net.au/a",
        "|https://www.dailyrecord.co.uk/a| |https://www.mirror.co.uk/a",
        "Metro| |Kansas Star - Metro|",
      })
  void otherPublishersAreOthers(String outlet, String url, String other, String otherUrl) {
    Optional<Publisher> one = of(outlet, url);
    Optional<Publisher> two = of(other, otherUrl);
    assertThat(one.isPresent() && two.isPresent() && one.get().isSame(two.get())).isFalse();
  }

  @Test
  void aHostThatCarriesPagesOfOthersNamesNoPublisher() {
    assertThat(of(null, "https://news.yahoo.com/a.html")).isEmpty();
    assertThat(of(null, "https://twitter.com/a/status/1")).isEmpty();
    assertThat(of(" ", null)).isEmpty();
  }

  @Test
  void ownersAreNamed() {
    assertThat(of("The Sun", null).flatMap(Publisher::owner)).contains("News Corp");
  }

  @Test
  void theUsersListWins() {
    Publishers own =
        STANDARD.with(
            List.of(
                "# ours",
                "",
                "Harlow Star\tStar of Harlow\tValley Media",
                "Harlow Star\tharlow.example\tValley Media"));
    assertThat(own.of(Optional.of("Star of Harlow"), Optional.empty()))
        .contains(
            new Publisher(
                "Harlow Star", Optional.of("Valley Media"), java.util.Set.of("harlowstar")));
    assertThat(own.of(Optional.empty(), Optional.of("https://www.harlow.example/a")))
        .map(Publisher::name)
        .contains("Harlow Star");
  }

  @Test
  void aBrokenLineIsToldWithItsNumber() {
    assertThatThrownBy(() -> STANDARD.with(List.of("Harlow Star\tharlow.example", "no tab here")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("no tab here");
  }

  private static Optional<Publisher> of(String outlet, String url) {
    return STANDARD.of(
        Optional.ofNullable(outlet).map(name -> name.replace('~', '|')), Optional.ofNullable(url));
  }
}
