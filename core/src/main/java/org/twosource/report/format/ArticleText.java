package org.twosource.report.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of the article in a page.
 *
 * <p>Three steps. (1) What never is article text goes: scripts, navigation, forms, hidden elements,
 * and elements whose class, id or role says that they are comments, share bars, related links and
 * the like; but never one that holds most of the page's prose. (2) The page is cut into blocks, the
 * smallest elements that stand on lines of their own. A block is prose when it is long, has few
 * characters inside links and ends like sentences do. From the body down, the child that holds most
 * of the prose of its parent is entered until none does: the smallest element that holds nearly all
 * prose is the article (after the scoring of Readability and the text density of Kohlschütter et
 * al., "Boilerplate Detection using Shallow Text Features", WSDM 2010). An element that declares
 * itself the article body is believed when it holds enough. (3) Inside it, blocks that are links,
 * labels or boilerplate are left out; prose that stands just beside it is taken in, and so are
 * further columns: elements beside it that are named as columns or by their count like it, hold
 * prose, and have no heading of their own.
 */
final class ArticleText {
  /** Below this many characters an extraction is not trusted and a looser one is tried. */
  private static final int MIN_ARTICLE_CHARACTERS = 250;

  /** A child with this share of its parent's prose is entered. */
  private static final double ENTER_SHARE = .75;

  /** More of a block's characters inside links than this, and it is navigation. */
  private static final double MAX_LINK_SHARE = .5;

  private static final Pattern JUNK =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:comments?|commentlist|respond|reply|disqus|livefyre|sidebar|side-?bar|share|sharing|"
              + "sharedaddy|social|socials|related|relatedposts|yarpp|recommend(?:ed|ations?)?|promo|promotion|newsletter|subscri(?:be|ption)|signup|"
              + "sign-up|cookies?|consent|gdpr|breadcrumbs?|pagination|pager|paging|page-nav|nav|navi|navigation|navbar|menu|"
              + "topbar|toolbar|widgets?|popup|modal|overlay|tooltip|banner|advert(?:s|isement|ising|orial)?|ads?|adsense|sponsor(?:ed)?|outbrain|"
              + "taboola|teaser|trending|popular|most-?read|more-?(?:from|news|stories|articles|on|posts)|read-?more|"
              + "readmore|also-?read|see-?also|next-?(?:post|article)|prev(?:ious)?(?:-?post)?|tags?|tag-?list|tagcloud|categor(?:y|ies)|topics|"
              + "post-?meta|entry-?meta|meta|metadata|byline|author-?(?:bio|box|info|card|profile|name)|about-?author|authors?|bio|dateline|timestamp|datetime|pubdate|"
              + "published|post-?date|entry-?date|copyright|disclaimer|legal|license|credits?|caption|wp-caption-text|figcaption|imagecaption|photo-?credit|"
              + "footer|foot|bottom|masthead|skip(?:-?link)?|login|register|search|rating|vote|likes?|"
              + "print|email-?(?:this|signup|form)|tools|utility|hidden|sr-only|screen-reader-text|visually-?hidden|visuallyhidden|noprint|"
              + "jp-relatedposts|toc|table-of-contents|infobox|navbox|reference|references|reflist|mw-editsection|catlinks|paywall|"
              + "donate|donation|fundraising|survey|poll|quiz|gallery|slideshow|carousel|video-?(?:player|meta|caption)|player|embed|"
              + "feedback|contact|correction-form|kommentare?|kommentar|teilen|werbung|anzeige|weitere|mehr-zum-thema|verwandte|impressum|"
              + "seitenleiste|fusszeile)(?:$|[\\s_-]|\\d)");
  private static final Pattern JUNK_CAMEL =
      Pattern.compile(
          "(?:[a-z])(?:Comments?|Sidebar|Share|Social|Related|Recommended|Promo|Newsletter|Footer|Nav|Navigation|Menu|Byline|Caption|Advert|Banner|Tags|Breadcrumbs?)(?=$|[\\sA-Z_-])|"
              + "(?:^|\\s)(?:related|share|comment|promo|newsletter|footer|sidebar|recommended)[A-Z]\\w*");
  private static final Pattern ARTICLE_NAME =
      Pattern.compile(
          "(?i)(?:article|story|post|entry|news|content)[_-]*(?:body|text|content|copy|main|inner)|(?:body|main)[_-]*(?:content|text|copy)|"
              + "articlebody|storybody|post-full|hentry|entry-content|richtext|rich-text");
  private static final Pattern COLUMN_NAME =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:col|column|spalte)(?:$|[\\s_-]|\\d)");
  private static final Pattern COUNTS_COLUMNS =
      Pattern.compile(
          "(?i)(?:^|(?<=[\\s_-]))(?:first|second|third|left|right|middle|last)(?=$|[\\s_-])|\\d+|[\\s_-]+(?=$)");
  private static final Pattern HIDDEN_STYLE =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:advertisement|advertising|anzeige|werbung|share(?: this.*)?|tweet|print|e-?mail|related(?: .{0,30})?:?|read more.{0,120}|"
              + "read (?:also|next|:).{0,120}|see also:?.{0,120}|more:.{0,120}|also read:?.{0,120}|click here.{0,80}|subscribe.{0,120}|sign up.{0,160}|follow us.{0,120}|follow @.{0,80}|"
              + "image copyright.{0,80}|image caption.{0,200}|photo(?:graph)?: .{0,120}|picture: .{0,80}|credit: .{0,60}|"
              + "continue reading.{0,80}|story continues.{0,40}|scroll down.{0,40}|loading\\W*|"
              + "copyright .{0,160}|© .{0,200}|\\(c\\) \\d{4}.{0,120}|all rights reserved.{0,80}|"
              + "posted (?:by|on|in|at) .{0,80}|filed under.{0,100}|tagged(?: with)?:? .{0,120}|tags:.{0,200}|kategorien?:.{0,120}|schlagw\\S+:.{0,200}|"
              + "leave a (?:comment|reply).{0,60}|\\d+ (?:comments?|kommentare?|shares?|likes?)|share on .{0,40}|(?:facebook|twitter|whatsapp|pinterest|linkedin|reddit|instagram)(?:[ ,|]+(?:facebook|twitter|whatsapp|pinterest|linkedin|reddit|email|e-mail|print|google\\+?|tumblr|telegram))*|"
              + "weiterlesen.{0,60}|mehr (?:dazu|zum thema).{0,100}|lesen sie auch.{0,150}|zur\\u00fcck(?: zur .{0,40})?|nach oben|seite drucken|drucken|"
              + "getty images|\\d+ min(?:ute)?s? read|updated?:? .{0,60}|published:? .{0,60}|last (?:updated|modified):? .{0,60}|by [A-Z][\\w.' -]{2,40})");

  private final Document page;
  private final String title;
  private final Map<Element, Integer> prose = new HashMap<>();
  private final List<Element> columns = new ArrayList<>();

  private ArticleText(Document page, String title) {
    this.page = page;
    this.title = plain(title);
  }

  /** The paragraphs of the article of a page, in order; the page is taken apart. */
  static List<String> of(Document page, String title) {
    Document loose = page.clone();
    List<String> strict = new ArticleText(page, title).paragraphs(true);
    if (length(strict) >= MIN_ARTICLE_CHARACTERS) {
      return strict;
    }
    List<String> looser = new ArticleText(loose, title).paragraphs(false);
    return length(looser) > 2 * length(strict) ? looser : strict;
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  private List<String> paragraphs(boolean strict) {
    Element body = page.body();
    int before = weigh(body, blocks(body));
    removeNever(body, before);
    if (strict) {
      removeJunk(body, before);
    }
    List<Block> blocks = blocks(body);
    prose.clear();
    int all = weigh(body, blocks);
    if (all == 0) {
      return texts(blocks.stream().filter(block -> block.linkShare() <= MAX_LINK_SHARE).toList());
    }
    Element article = article(body, all);
    return texts(chosen(article, blocks));
  }

  // ---- step 1: what is never article text
  // --------------------------------------------------------

  private void removeNever(Element body, int before) {
    for (Element element : body.getAllElements()) {
      boolean never = HtmlNames.NEVER_TEXT.contains(element.normalName());
      boolean hidden =
          element.hasAttr("hidden")
              || HIDDEN_STYLE.matcher(element.attr("style")).find()
              || element.attr("aria-hidden").equals("true");
      if (element != body && (never || hidden) && element.parent() != null) {
        boolean holdsArticle =
            (hidden
                    || element.normalName().equals("footer")
                    || element.normalName().equals("figure"))
                && holdsMost(element, before);
        if (!holdsArticle) {
          element.remove();
        }
      }
    }
  }

  private void removeJunk(Element body, int before) {
    for (Element element : body.getAllElements()) {
      if (element == body || element.parent() == null || isProtected(element)) {
        continue;
      }
      String name = element.className() + " " + element.id();
      String role = element.attr("role");
      boolean junk =
          element.normalName().equals("aside")
              || role.equals("complementary")
              || role.equals("navigation")
              || role.equals("contentinfo")
              || role.equals("search")
              || role.equals("dialog")
              || role.equals("banner")
              || name.length() < 300
                  && (JUNK.matcher(name).find() || JUNK_CAMEL.matcher(name).find());
      if (junk && !holdsMost(element, before)) {
        element.remove();
      }
    }
  }

  private static boolean isProtected(Element element) {
    String tag = element.normalName();
    return tag.equals("main")
        || tag.equals("article")
        || tag.equals("html")
        || tag.equals("b")
        || tag.equals("strong")
        || tag.equals("em")
        || tag.equals("i")
        || element.attr("itemprop").equals("articleBody")
        || element.attr("role").equals("main");
  }

  private boolean holdsMost(Element element, int before) {
    return before > 0 && prose.getOrDefault(element, 0) * 5L > before * 2L;
  }

  // ---- step 2: blocks and the element that holds them
  // --------------------------------------------

  /**
   * A stretch of text that stands on its own.
   *
   * @param owner the block element that it stands in directly
   * @param linked how many of its characters are inside links
   */
  private record Block(Element owner, String text, int linked) {
    int length() {
      return text.length();
    }

    double linkShare() {
      return text.isEmpty() ? 0 : (double) linked / text.length();
    }

    boolean isHeading() {
      String tag = owner.normalName();
      return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    boolean isListed() {
      for (Element over = owner; over != null; over = over.parent()) {
        if (over.normalName().equals("li")) {
          return true;
        }
      }
      return false;
    }

    boolean isEnded() {
      int at = text.length() - 1;
      while (at > 0 && "”’\"')»“ ".indexOf(text.charAt(at)) >= 0) {
        at--;
      }
      return at >= 0 && ".!?…:;。！？".indexOf(text.charAt(at)) >= 0;
    }

    boolean isProse() {
      if (isHeading() || linkShare() > .35) {
        return false;
      }
      return isListed()
          ? length() >= 100 && isEnded()
          : length() >= 80 || length() >= 40 && isEnded();
    }
  }

  /** The blocks under an element, in order. Walks without recursion. */
  private static List<Block> blocks(Element root) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int linked = 0;
    Element owner = root;
    int inLink = 0;
    Node node = root;
    boolean down = true;
    while (true) {
      if (down) {
        if (node instanceof TextNode words) {
          int before = text.length();
          append(words.getWholeText(), text, owner.normalName().equals("pre"));
          linked += inLink > 0 ? text.length() - before : 0;
        } else if (node instanceof Element element) {
          String tag = element.normalName();
          if (HtmlNames.BLOCKS.contains(tag)) {
            linked = flush(owner, text, linked, blocks);
            owner = element;
          } else if (tag.equals("br")) {
            boolean twice = endsWithBreak(text);
            if (twice) {
              linked = flush(owner, text, linked, blocks);
            } else {
              text.append('\n');
            }
          } else if (tag.equals("a") && element.hasAttr("href")) {
            inLink++;
          }
        }
        if (node.childNodeSize() > 0) {
          node = node.childNode(0);
          continue;
        }
      }
      // leaving the node
      if (node instanceof Element element) {
        if (HtmlNames.BLOCKS.contains(element.normalName())) {
          linked = flush(owner, text, linked, blocks);
          owner = element == root || element.parent() == null ? root : blockOver(element, root);
        } else if (element.normalName().equals("a") && element.hasAttr("href")) {
          inLink = Math.max(0, inLink - 1);
        }
      }
      if (node == root) {
        break;
      }
      Node next = node.nextSibling();
      down = next != null;
      Node over = next != null ? next : node.parent();
      if (over == null) {
        break;
      }
      node = over;
    }
    flush(owner, text, linked, blocks);
    return blocks;
  }

  private static Element blockOver(Element element, Element root) {
    Element over = element.parent();
    while (over != null && over != root && !HtmlNames.BLOCKS.contains(over.normalName())) {
      over = over.parent();
    }
    return over == null ? root : over;
  }

  private static boolean endsWithBreak(StringBuilder text) {
    int at = text.length() - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at >= 0 && text.charAt(at) == '\n';
  }

  private static void append(String words, StringBuilder text, boolean keepLines) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
      if (keepLines && c == '\n') {
        text.append('\n');
      } else if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
        text.append(' ');
      }
    }
  }

  private static int flush(Element owner, StringBuilder text, int linked, List<Block> blocks) {
    String stripped = text.toString().strip();
    text.setLength(0);
    if (!stripped.isEmpty()) {
      blocks.add(new Block(owner, stripped, Math.min(linked, stripped.length())));
    }
    return 0;
  }

  /** Writes down how much prose each element holds. */
  private int weigh(Element body, List<Block> blocks) {
    int all = 0;
    for (Block block : blocks) {
      if (block.isProse()) {
        all += block.length();
        for (Element over = block.owner();
            over != null;
            over = over == body ? null : over.parent()) {
          prose.merge(over, block.length(), Integer::sum);
        }
      }
    }
    return all;
  }

  private Element article(Element body, int all) {
    Element declared = declared(body, all);
    Element at = declared == null ? body : declared;
    while (true) {
      Element heaviest = null;
      for (Element child : at.children()) {
        if (prose.getOrDefault(child, 0)
            > (heaviest == null ? 0 : prose.getOrDefault(heaviest, 0))) {
          heaviest = child;
        }
      }
      boolean container = heaviest != null && isContainer(heaviest);
      if (heaviest == null
          || !container
          || prose.getOrDefault(heaviest, 0) < ENTER_SHARE * prose.getOrDefault(at, 0)) {
        return at;
      }
      addColumns(heaviest);
      at = heaviest;
    }
  }

  /** Takes note of the elements behind one that go on with its text. */
  private void addColumns(Element first) {
    for (Element beside : first.nextElementSiblings()) {
      if (isColumn(beside, first)) {
        columns.add(beside);
      }
    }
  }

  /**
   * Built and named like another, both as columns or by their count, with prose that no heading
   * begins: not the next article.
   */
  private boolean isColumn(Element beside, Element first) {
    String name = columnName(first);
    boolean counted = !beside.className().equals(first.className()) && !name.isEmpty();
    return beside.normalName().equals(first.normalName())
        && (counted || COLUMN_NAME.matcher(first.className()).find())
        && columnName(beside).equals(name)
        && prose.getOrDefault(beside, 0) > 0
        && beside.select("h1, h2, h3").isEmpty();
  }

  /** The classes of an element without what counts columns: "col left", "column-2". */
  private static String columnName(Element element) {
    return COUNTS_COLUMNS.matcher(element.className()).replaceAll("").strip();
  }

  private static boolean isContainer(Element element) {
    return switch (element.normalName()) {
      case "p",
          "li",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "span",
          "a",
          "b",
          "i",
          "strong",
          "em",
          "font",
          "blockquote" ->
          false;
      default -> true;
    };
  }

  /** The element that says of itself that it is the article's body, when it holds enough prose. */
  private @Nullable Element declared(Element body, int all) {
    Element best = null;
    int most = 0;
    for (Element element : body.getAllElements()) {
      int held = prose.getOrDefault(element, 0);
      if (held == 0) {
        continue;
      }
      boolean said = element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody");
      boolean named =
          isContainer(element)
              && ARTICLE_NAME.matcher(element.className() + " " + element.id()).find();
      boolean article =
          element.normalName().equals("article") || element.normalName().equals("main");
      int weight = said ? held * 3 : named ? held * 2 : article ? held : 0;
      boolean enough = held >= MIN_ARTICLE_CHARACTERS && held >= .3 * all;
      if (enough && weight > most) {
        best = element;
        most = weight;
      }
    }
    return best;
  }

  // ---- step 3: the blocks of the article
  // ---------------------------------------------------------

  private List<Block> chosen(Element article, List<Block> blocks) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (isOfArticle(blocks.get(i), article)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return List.of();
    }
    // prose just before: a lead that stands beside the body
    int lead = first;
    while (lead > 0 && isLead(blocks.get(lead - 1), article)) {
      lead--;
    }
    List<Block> chosen = new ArrayList<>();
    Set<Element> linkLists = linkLists(blocks.subList(lead, last + 1));
    for (int i = lead; i <= last; i++) {
      Block block = blocks.get(i);
      if (i >= first && !isOfArticle(block, article)) {
        continue; // between two columns
      }
      boolean listOfLinks = block.isListed() && linkLists.contains(listOver(block.owner()));
      if (!listOfLinks && isKept(block)) {
        chosen.add(block);
      }
    }
    while (!chosen.isEmpty() && chosen.getLast().isHeading()) {
      chosen.removeLast();
    }
    return chosen;
  }

  private boolean isOfArticle(Block block, Element article) {
    return isInside(block.owner(), article)
        || columns.stream().anyMatch(column -> isInside(block.owner(), column));
  }

  private boolean isLead(Block block, Element article) {
    Element parent = article.parent();
    Element over = parent == null ? null : parent.parent();
    boolean near = isInside(block.owner(), parent) || isInside(block.owner(), over);
    return near
        && block.isProse()
        && block.isEnded()
        && block.linkShare() < .1
        && !plain(block.text()).equals(title);
  }

  private static boolean isInside(Element element, @Nullable Element ancestor) {
    if (ancestor == null) {
      return false;
    }
    for (Element over = element; over != null; over = over.parent()) {
      if (over == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Element listOver(Element element) {
    for (Element over = element; over != null; over = over.parent()) {
      if (over.normalName().equals("ul") || over.normalName().equals("ol")) {
        return over;
      }
    }
    return null;
  }

  /** Lists of which most characters are inside links. */
  private static Set<Element> linkLists(List<Block> blocks) {
    Map<Element, int[]> sums = new HashMap<>();
    for (Block block : blocks) {
      Element list = block.isListed() ? listOver(block.owner()) : null;
      if (list != null) {
        int[] sum = sums.computeIfAbsent(list, one -> new int[2]);
        sum[0] += block.linked();
        sum[1] += block.length();
      }
    }
    Set<Element> lists = new HashSet<>();
    sums.forEach(
        (list, sum) -> {
          if (sum[0] > MAX_LINK_SHARE * sum[1]) {
            lists.add(list);
          }
        });
    return lists;
  }

  private boolean isKept(Block block) {
    String text = block.text();
    if (block.linkShare() > .65
        && !(block.linkShare() < 1 && block.isEnded() && block.length() > 60)) {
      return false;
    }
    if (plain(text).equals(title) || block.owner().normalName().equals("h1")) {
      return false;
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return false;
    }
    return text.length() > 220 || !LABEL.matcher(text).matches();
  }

  private static List<String> texts(List<Block> blocks) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    for (Block block : blocks) {
      boolean repeated = block.length() > 60 && !seen.add(block.text());
      if (!repeated) {
        texts.add(block.text());
      }
    }
    return texts;
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  static Optional<String> body(List<String> paragraphs) {
    String body = String.join("\n", paragraphs).strip();
    return body.isEmpty() ? Optional.empty() : Optional.of(body);
  }
}
