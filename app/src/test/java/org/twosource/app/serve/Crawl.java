package org.twosource.app.serve;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows every link of a desk from some pages on, and notes what is wrong: addresses that are not
 * there, anchors that lead nowhere, citations whose page marks other words than they name, and
 * numbers of sources behind which there are not as many origins with words.
 */
final class Crawl {
  private static final Pattern SOURCES = Pattern.compile("(\\d+) sources?");

  final List<String> dead = new ArrayList<>();
  final List<String> otherWords = new ArrayList<>();
  final List<String> withoutEvidence = new ArrayList<>();
  final Set<String> files = new LinkedHashSet<>();
  int citations;
  int numbers;
  private final int port;
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> fragments = new LinkedHashSet<>();

  /** What is kept of a page: the ids that links lead to. */
  private final Map<String, Set<String>> ids = new HashMap<>();

  private Crawl(int port) {
    this.port = port;
  }

  static Crawl of(int port, Collection<String> from) throws IOException {
    Crawl crawl = new Crawl(port);
    from.forEach(crawl::enter);
    while (!crawl.open.isEmpty()) {
      crawl.page(crawl.open.pop());
    }
    crawl.anchors();
    crawl.saved();
    return crawl;
  }

  Set<String> pages() {
    return known;
  }

  private void enter(String address) {
    if (known.add(address)) {
      open.push(address);
    }
  }

  private void page(String address) throws IOException {
    Ask.Answer answer = Ask.get(port, address).with("Accept", "text/html").answer();
    if (answer.status() != 200) {
      dead.add(address + " " + answer.status());
      ids.put(address, Set.of());
      return;
    }
    Document page = Jsoup.parse(answer.body());
    ids.put(address, page.select("[id]").stream().map(Element::id).collect(Collectors.toSet()));
    for (Element link : page.select("a[href]")) {
      link(address, link);
    }
    evidence(address, page);
  }

  private void link(String address, Element link) throws IOException {
    String href = link.attr("href");
    if (link.hasAttr("download")) {
      files.add(href);
      return;
    }
    String target = href.startsWith("#") ? address + href : href;
    if (!target.startsWith("/")) {
      if (!href.startsWith("http")) {
        dead.add(address + " leads to " + href);
      }
      return;
    }
    fragments.add(target);
    String bare = target.replaceFirst("#.*", "");
    // the places of a report are looked at once each, and not gone on from
    if (bare.contains("?at=")) {
      place(address, bare, link);
    } else {
      enter(bare);
    }
  }

  private void place(String address, String bare, Element link) throws IOException {
    boolean isNew = known.add(bare);
    if (!isNew && !link.hasClass("cite")) {
      return;
    }
    Ask.Answer answer = Ask.get(port, bare).with("Accept", "text/html").answer();
    if (answer.status() != 200) {
      dead.add(bare + " " + answer.status() + " on " + address);
      return;
    }
    Document page = Jsoup.parse(answer.body());
    ids.put(bare, page.select("[id]").stream().map(Element::id).collect(Collectors.toSet()));
    String title = link.attr("title");
    if (!title.isEmpty()) {
      citations++;
      String marked =
          page.select(".on").stream()
              .map(Element::wholeText)
              .collect(Collectors.joining())
              .strip()
              .replaceAll("\\s+", " ");
      String start = title.substring(0, Math.min(60, title.length())).replace("…", "").strip();
      if (marked.isEmpty() || !marked.startsWith(start)) {
        otherWords.add(address + ": " + bare + " marks “" + marked + "” for “" + start + "”");
      }
    }
  }

  /** Every line, claim and event shows words; a claim has as many origins as it says. */
  private void evidence(String address, Document page) {
    for (Element element :
        page.select(".lines > li, li.claim, #timeline li, tbody tr:has(.standing)")) {
      numbers++;
      if (element.select("a.cite").isEmpty()) {
        withoutEvidence.add(address + ": " + element.text());
      }
    }
    for (Element origin : page.select(".origin")) {
      numbers++;
      if (origin.select("a.cite").isEmpty() || origin.select("blockquote").text().isBlank()) {
        withoutEvidence.add(address + ": " + origin.text());
      }
    }
    Element deck = page.selectFirst(".deck > .standing");
    if (deck != null && address.contains("/claims/")) {
      Matcher said = SOURCES.matcher(deck.text());
      if (said.find() && page.select(".origin").size() < Integer.parseInt(said.group(1))) {
        withoutEvidence.add(
            address + ": " + deck.text() + ", and " + page.select(".origin").size() + " origins");
      }
    }
  }

  private void anchors() {
    for (String target : fragments) {
      int hash = target.indexOf('#');
      if (hash > 0) {
        String id = URLDecoder.decode(target.substring(hash + 1), StandardCharsets.UTF_8);
        if (!ids.getOrDefault(target.substring(0, hash), Set.of()).contains(id)) {
          dead.add(target + " has no such anchor");
        }
      }
    }
  }

  private void saved() throws IOException {
    for (String file : files) {
      Ask.Answer answer = Ask.get(port, file).answer();
      if (answer.status() != 200
          || !answer.header("content-disposition").startsWith("attachment")) {
        dead.add(file + " " + answer.status());
      }
    }
  }
}
