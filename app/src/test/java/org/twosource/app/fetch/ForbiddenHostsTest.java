package org.twosource.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twosource.app.fetch.Fetched.Failed;

/** Whatever an address is called, nothing that is not public is reached. */
class ForbiddenHostsTest {
  /** Stands for what a private network hides; nobody may come here. */
  private final LoopbackServer canary = new LoopbackServer("127.0.0.1");

  /** Stands for the public web: the only address that is let in. */
  private final LoopbackServer web = new LoopbackServer("127.0.0.2");

  private final List<String> names = new ArrayList<>();
  private Fetcher fetcher;

  @BeforeEach
  void open() {
    canary.page("/", "<p>secret</p>").page("/secret", "<p>secret</p>");
    fetcher = fetcher(this::lookup);
  }

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
    canary.close();
  }

  private static Fetcher fetcher(GuardedResolver.Lookup lookup) {
    return new Fetcher(
        FetchLimits.standard()
            .with("pause-millis", 0)
            .with("connect-seconds", 2)
            .with("total-seconds", 5),
        new ReachableAddresses(List.of(Cidr.parse("127.0.0.2/32"))),
        Passwords.NONE,
        lookup);
  }

  /** Names as a name server that means harm would answer them. */
  private static final Map<String, String> HARMFUL =
      Map.of(
          "web.example", "127.0.0.2",
          "loop.example", "127.0.0.1",
          "any.example", "0.0.0.0",
          "mapped.example", "::ffff:127.0.0.1",
          "six.example", "::1",
          "private.example", "10.0.0.1",
          "metadata.example", "169.254.169.254");

  private InetAddress[] lookup(String host) throws UnknownHostException {
    names.add(host);
    return HARMFUL.containsKey(host)
        ? new InetAddress[] {InetAddress.getByName(HARMFUL.get(host))}
        : InetAddress.getAllByName(host);
  }

  /** Hosts that lead to loopback, to private networks or to nowhere, as they may be written. */
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "127.0.0.1.",
          "2130706433",
          "017700000001",
          "0177.0.0.1",
          "0177.0.0.01",
          "0x7f000001",
          "0x7f.1",
          "0x7f.0x0.0x0.0x1",
          "127.0.0.01",
          "00127.0.0.1",
          "127.000.000.001",
          "0",
          "0.0.0.0",
          "0.0.0.1",
          "127.0.0.3",
          "127.255.255.254",
          "localhost",
          "LOCALHOST",
          "localhost.",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[0:0:0:0:0:ffff:127.0.0.1]",
          "[::127.0.0.1]",
          "[64:ff9b::127.0.0.1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2001:0:7f00:1::]",
          "[2001:db8::1]",
          "[3fff::1]",
          "[fc00::1]",
          "[fd12:3456::1]",
          "[fe80::1]",
          "[fec0::1]",
          "[ff02::1]",
          "[100::1]",
          "10.0.0.1",
          "100.64.0.1",
          "169.254.169.254",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.0.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "240.0.0.1",
          "255.255.255.255",
          "3232235777",
          "0xa9fea9fe",
          "0300.0250.0.1",
          "loop.example",
          "any.example",
          "mapped.example",
          "six.example",
          "private.example",
          "metadata.example");

  @Test
  void noHostThatIsNotPublicIsReached() {
    assertThat(HOSTS).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    for (String host : HOSTS) {
      assertThat(get("http://" + host + ":" + canary.port() + "/secret"))
          .as(host)
          .isInstanceOf(Failed.class);
    }
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void noRedirectLeadsThere() {
    for (String host : HOSTS) {
      web.redirect("/go", "http://" + host + ":" + canary.port() + "/secret");
      assertThat(get(web.at("/go"))).as(host).isInstanceOf(Failed.class);
    }
    assertThat(web.asked()).hasSameSizeAs(HOSTS);
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void noLaterRedirectLeadsThereEither() {
    for (int hops = 1; hops <= 5; hops++) {
      for (int hop = 1; hop < hops; hop++) {
        web.redirect("/" + hop, "/" + (hop + 1));
      }
      web.redirect("/" + hops, "http://loop.example:" + canary.port() + "/secret");
      assertThat(get("http://web.example:" + web.port() + "/1")).isInstanceOf(Failed.class);
    }
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void addressesWrittenToMisleadAreNoAddresses() {
    String port = ":" + canary.port();
    for (String address :
        List.of(
            "http://web.example@127.0.0.1" + port + "/",
            "http://web.example:80@127.0.0.1" + port + "/",
            "http://127.0.0.1" + port + "\\@web.example/",
            "http://127.0.0.1" + port + "#@web.example/",
            "http://127.0.0.1%2f@web.example/",
            "http://127。0。0。1" + port + "/",
            "http://①②⑦.⓪.⓪.①" + port + "/",
            "http:///127.0.0.1" + port + "/",
            "http://[::1%25lo]" + port + "/",
            "http://127.0.0.1" + port + "\r\nHost: web.example/")) {
      assertThat(WebAddress.parse(address).map(uri -> fetcher.fetch(Asking.once(uri))))
          .as(address)
          .satisfiesAnyOf(
              none -> assertThat(none).isEmpty(),
              one -> assertThat(one.orElseThrow()).isInstanceOf(Failed.class));
    }
    for (String location :
        List.of(
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "gopher://127.0.0.1/",
            "data:text/html,x",
            "//127.0.0.1" + port + "/secret",
            "jar:http://127.0.0.1!/",
            "javascript:1")) {
      web.redirect("/go", location);
      assertThat(get(web.at("/go"))).as(location).isInstanceOf(Failed.class);
    }
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void aNameThatAnswersOtherwiseTheSecondTimeIsOfNoUse() {
    AtomicInteger lookups = new AtomicInteger();
    try (Fetcher rebound =
        fetcher(
            host ->
                new InetAddress[] {
                  InetAddress.getByName(
                      lookups.getAndIncrement() % 2 == 0 ? "127.0.0.2" : "127.0.0.1")
                })) {
      for (int i = 0; i < 10; i++) {
        rebound.fetch(
            Asking.once(
                WebAddress.parse("http://turn.example:" + canary.port() + "/secret")
                    .orElseThrow()));
      }
    }
    assertThat(lookups.get()).isPositive();
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void ofAHostWithSeveralAddressesThePublicOnesAreUsed() {
    web.page("/a", "<p>here</p>");
    try (Fetcher both =
        fetcher(
            host ->
                new InetAddress[] {
                  InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")
                })) {
      Fetched fetched =
          both.fetch(
              Asking.once(
                  WebAddress.parse("http://both.example:" + web.port() + "/a").orElseThrow()));
      assertThat(fetched).isInstanceOf(Fetched.Page.class);
    }
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void whatIsAllowedIsOneBlockAndNoMore() {
    web.page("/a", "<p>here</p>");
    assertThat(get(web.at("/a"))).isInstanceOf(Fetched.Page.class);
    assertThat(get("http://web.example:" + web.port() + "/a")).isInstanceOf(Fetched.Page.class);
    assertThat(((Failed) get("http://127.0.0.1:" + canary.port() + "/")).reason())
        .contains("127.0.0.1 is not a public host")
        .contains("--allow");
    assertThat(canary.asked()).isEmpty();
  }

  @Test
  void publicAddressesArePublic() throws UnknownHostException {
    ReachableAddresses reachable = new ReachableAddresses(List.of());
    for (String literal :
        List.of(
            "1.1.1.1", "93.184.215.14", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a00::1")) {
      assertThat(reachable.contain(InetAddress.getByName(literal))).as(literal).isTrue();
    }
  }

  private Fetched get(String address) {
    return WebAddress.parse(address)
        .map(uri -> fetcher.fetch(Asking.once(uri)))
        .orElseGet(() -> Fetcher.refused("not an address"));
  }
}
