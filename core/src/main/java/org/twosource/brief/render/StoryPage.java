package org.twosource.brief.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Merge;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.timeline.Timeline;

/** The sections of one story on the page. Belongs to one rendering, one thread. */
final class StoryPage {
  private static final int LONG_TITLE = 80;

  /** So many items of a list are shown at once; the rest are folded under a line. */
  private static final int SHOWN_AT_ONCE = 15;

  private static final int MAX_CLAIMS = 80;
  private static final int MAX_STATEMENTS = 20;
  private static final int MAX_CHANGES = 60;
  private static final int MAX_DISAGREEMENTS = 60;
  private static final int MAX_QUOTATIONS = 40;
  private static final int MAX_WORDINGS = 20;
  private static final int MAX_EVENTS = 80;
  private static final int MAX_PAIRS = 40;
  private static final int MAX_PASSAGES = 15;

  /** Above this many reports, reports are folded and claims show counts instead of one dot each. */
  private static final int FEW_REPORTS = 14;

  /** Longer notes only repeat the two sides shown below them. */
  private static final int MAX_NOTE_CHARACTERS = 60;

  private static final int MAX_BODY_CHARACTERS = 60_000;
  private static final int MAX_BODY_CHARACTERS_OF_MANY = 8_000;

  private final Html html;
  private final Account account;
  private final AccountIndex index;
  private final Anchors anchors;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();

  StoryPage(
      Html html,
      Account account,
      AccountIndex index,
      Anchors anchors,
      StoryAccount story,
      int number) {
    this.html = html;
    this.account = account;
    this.index = index;
    this.anchors = anchors;
    this.story = story;
    this.prefix = "s" + number + "-";
    this.reports = story.story().reports();
    for (int i = 0; i < reports.size(); i++) {
      numbers.put(reports.get(i), i + 1);
    }
    for (Family family : story.lineage().families()) {
      family.reports().forEach(report -> families.put(report, family));
    }
  }

  void write() {
    heading();
    section("brief", "In brief", Stage.BRIEF, this::brief);
    section("copies", "Who copied whom", Stage.LINEAGE, this::copies);
    section("disagreements", "Where reports disagree", Stage.CLAIM, this::disagreements);
    section("changes", "What copying changed", Stage.DISTORTION, this::changes);
    section("claims", "Claims and who stands behind them", Stage.CLAIM, this::claims);
    section("quotations", "Quotations", Stage.DISTORTION, this::quotations);
    section("timeline", "What happened when", Stage.TIMELINE, this::timeline);
    section("compare", "Compare two reports", Stage.REUSE, this::compare);
    section("reports", "The reports", Stage.REPORT, this::reports);
  }

  private void section(String name, String title, Stage stage, Runnable content) {
    if (!account.until().reaches(stage)) {
      return;
    }
    String heading = prefix + name;
    html.open("section", "class", name, "aria-labelledby", heading);
    html.element("h2", title, "id", heading).line();
    content.run();
    html.close("section").line();
  }

  // Head of the page

  private void heading() {
    html.open("div", "class", "story-head");
    String tag = account.stories().size() == 1 ? "h1" : "h2";
    String title = PlainText.cut(PlainText.line(story.story().title()), 240);
    String look = title.length() > LONG_TITLE ? "story-title long" : "story-title";
    html.element(tag, title, "class", look, "dir", "auto");
    html.open("p", "class", "deck");
    html.element("span", Labels.count(reports.size(), "report"), "class", "big");
    if (account.until().reaches(Stage.LINEAGE)) {
      html.text(", ").element("span", Labels.sources(story.lineage().sources()), "class", "big");
    }
    String days = Labels.days(story.story());
    html.text(days.isEmpty() ? "" : ". " + days + ".").close("p");
    summary();
    contents();
    html.close("div").line();
  }

  private void summary() {
    List<String> sentences = new ArrayList<>();
    for (Family family : story.lineage().families()) {
      if (family.reports().size() > 1 && sentences.size() < 2) {
        String credit =
            family
                .origin()
                .credit()
                .map(name -> ", credited to " + PlainText.line(name))
                .orElse("");
        boolean all = family.reports().size() == reports.size();
        sentences.add(
            (all ? "All of them" : family.reports().size() + " of them")
                + " go back to one text"
                + (family.origin().isUnseen() ? " that is not among them" : "")
                + credit
                + ", and count once.");
      }
    }
    if (!sentences.isEmpty()) {
      html.element("p", String.join(" ", sentences), "class", "summary");
    }
  }

  private void contents() {
    Map<String, String> links = new LinkedHashMap<>();
    if (account.until().reaches(Stage.LINEAGE)) {
      links.put("copies", "Copies");
    }
    if (account.until().reaches(Stage.CLAIM)) {
      links.put(
          "disagreements",
          "Disagreements "
              + AccountIndex.disagreements(story).stream()
                  .filter(AccountIndex.Disagreement::isOpen)
                  .count());
    }
    if (account.until().reaches(Stage.DISTORTION)) {
      links.put("changes", "Changes " + story.distortions().distortions().size());
    }
    if (account.until().reaches(Stage.CLAIM)) {
      links.put("claims", "Claims " + story.claims().size());
    }
    if (account.until().reaches(Stage.DISTORTION)) {
      links.put("quotations", "Quotations " + story.distortions().quotations().size());
    }
    if (account.until().reaches(Stage.TIMELINE)) {
      links.put("timeline", "Timeline");
    }
    links.put("compare", "Compare");
    links.put("reports", "Reports " + reports.size());
    html.open("nav", "aria-label", "Sections of this story");
    links.forEach((name, label) -> html.element("a", label, "href", "#" + prefix + name).text(" "));
    html.close("nav");
  }

  // Reports and citations in other sections

  private String label(String report) {
    if (!index.hasReport(report)) {
      return PlainText.line(report);
    }
    Report known = index.report(report).report();
    return PlainText.line(known.outlet().filter(name -> !name.isBlank()).orElse(known.id()));
  }

  /** The number of a report in the story, linked to the report. */
  private void number(String report) {
    html.element(
        "a",
        String.valueOf(numbers.getOrDefault(report, 0)),
        "class",
        "n",
        "href",
        "#" + anchors.report(report),
        "title",
        label(report));
  }

  /** The number of a report, linked to the cited characters in it. */
  private void cite(Citation citation) {
    int number = numbers.getOrDefault(citation.report(), 0);
    html.element(
        "a",
        String.valueOf(number),
        "class",
        "cite",
        "href",
        "#" + anchors.place(citation),
        "title",
        label(citation.report()),
        "aria-label",
        "report "
            + number
            + ", "
            + label(citation.report())
            + ", characters "
            + citation.span().start()
            + " to "
            + citation.span().end());
  }

  private void cites(List<Citation> citations, int max) {
    html.open("span", "class", "cites");
    citations.stream().limit(max).forEach(this::cite);
    if (citations.size() > max) {
      html.element("span", "+" + (citations.size() - max), "class", "rest");
    }
    html.close("span");
  }

  private void standing(Standing standing, int sources) {
    String text =
        switch (standing) {
          case CORROBORATED -> sources + " sources";
          case SINGLE_ORIGIN -> "Single origin";
          case DISPUTED -> "Disputed";
        };
    html.element("span", text, "class", "standing " + standing.label());
  }

  /** The first items, and under a fold the others up to {@code max}. */
  private <T> void shown(List<T> items, int max, String noun, Consumer<T> writer) {
    items.stream().limit(SHOWN_AT_ONCE).forEach(writer);
    if (items.size() > SHOWN_AT_ONCE) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(items.size() - SHOWN_AT_ONCE, "more " + noun));
      items.stream().skip(SHOWN_AT_ONCE).limit(max - SHOWN_AT_ONCE).forEach(writer);
      html.close("details").line();
    }
  }

  private void none(String text) {
    html.element("p", text, "class", "none");
  }

  private void more(int left) {
    if (left > 0) {
      html.element("p", "… " + left + " more are in the JSON result.", "class", "more");
    }
  }

  // In brief

  private void brief() {
    if (story.brief().lines().isEmpty()) {
      none("No line could be written that its citations carry.");
      return;
    }
    html.open("ol", "class", "lines");
    int number = 0;
    for (Line line : story.brief().lines()) {
      String id = prefix + "line-" + ++number;
      html.open("li", "id", id, "class", line.standing().label());
      html.open("p").text(PlainText.line(line.text())).text(" ");
      for (Citation citation : line.restsOn()) {
        anchors.mark(citation, "", "in the brief", id);
      }
      cites(line.restsOn(), 12);
      html.close("p");
      standing(line.standing(), line.families());
      line.rewriting()
          .filter(rewriting -> rewriting.outcome() == Rewriting.Outcome.REWRITTEN)
          .ifPresent(
              rewriting ->
                  html.element(
                      "p",
                      "reworded; in the report: “" + PlainText.line(rewriting.extract()) + "”",
                      "class",
                      "meta"));
      html.close("li").line();
    }
    html.close("ol");
    if (!story.brief().rewritings().isEmpty()) {
      html.element("p", story.brief().rewritings(), "class", "legend");
    }
    html.raw(
        "<p class=\"legend\">Numbers lead to the words in the report. We say who reports it, "
            + "not whether it is true.</p>");
  }

  // Who copied whom

  private void copies() {
    List<Family> all = story.lineage().families();
    if (all.isEmpty()) {
      none("Nothing was found out about copying.");
      return;
    }
    List<Family> copied = all.stream().filter(family -> family.reports().size() > 1).toList();
    List<Family> alone = all.stream().filter(family -> family.reports().size() == 1).toList();
    html.open("div", "class", "families");
    copied.forEach(this::family);
    if (!alone.isEmpty()) {
      html.open("div", "class", "family");
      html.element(
          "h3", alone.size() == 1 ? "Shares no text with others" : "Share no text with others");
      html.open("ul", "class", "tree alone");
      for (Family family : alone) {
        html.open("li");
        node(family.reports().getFirst());
        html.close("li");
      }
      html.close("ul").close("div");
    }
    html.close("div");
  }

  private void family(Family family) {
    html.open("div", "class", "family", "id", prefix + family.id());
    html.element("h3", "One source, " + Labels.count(family.reports().size(), "report"));
    html.open("ul", "class", "tree");
    for (DerivationTree root : DerivationTree.of(family, story.lineage())) {
      tree(root, family);
    }
    html.close("ul");
    if (!family.why().isEmpty() || !family.origin().known().isEmpty()) {
      html.open("details").element("summary", "Why this is one source");
      html.open("ul", "class", "why");
      for (String why : family.why().stream().limit(20).toList()) {
        html.element("li", PlainText.line(why));
      }
      if (!family.origin().known().isEmpty()) {
        html.open("li").text("The original must have had these passages: ");
        cites(family.origin().known(), 20);
        html.close("li");
      }
      html.close("ul").close("details");
    }
    html.close("div").line();
  }

  private void tree(DerivationTree root, Family family) {
    html.open("li");
    if (index.hasReport(root.id())) {
      node(root.id());
      root.derivation().ifPresent(this::derivation);
    } else {
      html.open("div", "class", "node unseen");
      html.element("span", "An original that is not among these reports", "class", "label");
      family
          .origin()
          .credit()
          .ifPresent(
              name -> html.element("span", "credited to " + PlainText.line(name), "class", "meta"));
      html.close("div");
    }
    if (!root.children().isEmpty()) {
      html.open("ul");
      root.children().forEach(child -> tree(child, family));
      html.close("ul");
    }
    html.close("li");
  }

  private void node(String report) {
    html.open("div", "class", "node");
    number(report);
    html.element("a", label(report), "class", "label", "href", "#" + anchors.report(report));
    if (index.hasReport(report)) {
      index
          .report(report)
          .text()
          .published()
          .date()
          .ifPresent(date -> html.element("span", Labels.of(date), "class", "meta"));
    }
    html.close("div");
  }

  private void derivation(Derivation derivation) {
    long percent = Math.round(Math.clamp(derivation.share(), 0, 1) * 100);
    html.open("div", "class", "how");
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 100 6",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true",
        "focusable",
        "false");
    html.open("rect", "class", "all", "width", "100", "height", "6").close("rect");
    html.open("rect", "class", "part", "width", String.valueOf(percent), "height", "6")
        .close("rect");
    html.close("svg");
    html.text(
        percent
            + " % of its prose taken over, "
            + derivation.manner().label()
            + (derivation.directed() ? "" : "; which came first is open"));
    html.close("div");
  }

  // Where reports disagree

  private void disagreements() {
    List<AccountIndex.Disagreement> all = AccountIndex.disagreements(story);
    if (all.isEmpty()) {
      none("No disagreement was found.");
      return;
    }
    List<AccountIndex.Disagreement> open =
        all.stream().filter(AccountIndex.Disagreement::isOpen).toList();
    List<AccountIndex.Disagreement> settled = all.stream().filter(one -> !one.isOpen()).toList();
    if (open.isEmpty()) {
      none("No open disagreement was found.");
    }
    int number = 0;
    for (AccountIndex.Disagreement one :
        open.subList(0, Math.min(MAX_DISAGREEMENTS, open.size()))) {
      disagreement(one, prefix + "x" + ++number);
    }
    more(open.size() - MAX_DISAGREEMENTS);
    if (!settled.isEmpty()) {
      html.open("details", "class", "fold");
      html.element(
          "summary",
          Labels.count(settled.size(), "difference")
              + " that a later report or the wording explains");
      for (AccountIndex.Disagreement one :
          settled.subList(0, Math.min(MAX_DISAGREEMENTS, settled.size()))) {
        disagreement(one, prefix + "x" + ++number);
      }
      more(settled.size() - MAX_DISAGREEMENTS);
      html.close("details").line();
    }
  }

  private void disagreement(AccountIndex.Disagreement one, String id) {
    boolean open = one.isOpen();
    html.open("article", "class", open ? "versus open" : "versus settled", "id", id);
    html.open("h3");
    html.element("span", PlainText.capital(one.dispute().kind().label()), "class", "kind");
    if (one.dispute().note().length() <= MAX_NOTE_CHARACTERS) {
      html.text(" ").text(PlainText.line(one.dispute().note()));
    }
    html.close("h3");
    String how = open ? Labels.of(one.dispute().between()) : Labels.of(one.dispute().resolution());
    html.open("p", "class", "meta").text(PlainText.capital(how));
    html.text(". ").element("a", "The claim", "href", "#" + prefix + one.claim().id());
    html.close("p");
    String label = "disputed: " + one.dispute().kind().label();
    anchors.mark(one.a(), open ? "disputed" : "", label, id);
    anchors.mark(one.b(), open ? "disputed" : "", label, id);
    String[] sides = one.dispute().note().split(" / ", 2);
    Span a = index.sentences(one.a());
    Span b = index.sentences(one.b());
    List<Span> left = places(one.a(), a, sides[0]);
    List<Span> right = sides.length > 1 ? places(one.b(), b, sides[1]) : List.of();
    if (left.isEmpty() || right.isEmpty()) {
      WordDiff diff =
          WordDiff.of(
              a.in(index.report(one.a().report()).body()),
              b.in(index.report(one.b().report()).body()));
      left = changed(diff.before(), a.start());
      right = changed(diff.after(), b.start());
    }
    html.open("div", "class", "sides");
    side(one.a(), a, left, "said");
    side(one.b(), b, right, "said");
    html.close("div").close("article").line();
  }

  /** Where words stand in a sentence, if they do: the first place after the citation begins. */
  private List<Span> places(Citation citation, Span sentence, String words) {
    String body = index.report(citation.report()).body();
    if (words.isBlank()) {
      return List.of();
    }
    int at = body.indexOf(words, citation.span().start());
    if (at < 0 || at + words.length() > sentence.end()) {
      at = body.indexOf(words, sentence.start());
    }
    return at >= 0 && at + words.length() <= sentence.end()
        ? List.of(new Span(at, at + words.length()))
        : List.of();
  }

  /** One side of a pair: the sentence, with some of its words marked, and where it stands. */
  private void side(Citation citation, Span sentence, List<Span> places, String mark) {
    String body = index.report(citation.report()).body();
    html.open("div", "class", "side");
    html.open("p", "class", "who");
    number(citation.report());
    html.text(" ").element("a", label(citation.report()), "href", "#" + anchors.place(citation));
    html.close("p");
    html.open("blockquote", "dir", "auto");
    int end = Math.min(sentence.end(), sentence.start() + 1200);
    int at = sentence.start();
    for (Span place : places.stream().sorted().toList()) {
      if (place.start() >= at && place.end() <= end) {
        html.text(body.substring(at, place.start()));
        html.element(tag(mark), place.in(body), "class", mark);
        at = place.end();
      }
    }
    html.text(body.substring(at, Math.max(at, end)));
    html.text(end < sentence.end() ? "…" : "");
    html.close("blockquote").close("div");
  }

  private static String tag(String mark) {
    return switch (mark) {
      case "before" -> "del";
      case "after" -> "ins";
      default -> "mark";
    };
  }

  // What copying changed

  private void changes() {
    Map<List<Citation>, List<Distortion>> pairs =
        AccountIndex.worstFirst(story).stream()
            .collect(
                Collectors.groupingBy(
                    change -> List.of(sentence(change.from()), sentence(change.to())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (pairs.isEmpty()) {
      none("No change of meaning was found.");
      return;
    }
    List<List<Distortion>> grave = pairs.values().stream().filter(pair -> !isMinor(pair)).toList();
    List<List<Distortion>> minor = pairs.values().stream().filter(StoryPage::isMinor).toList();
    shown(grave, MAX_CHANGES, "sentence", this::change);
    more(grave.stream().skip(MAX_CHANGES).mapToInt(List::size).sum());
    if (!minor.isEmpty()) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(minor.size(), "sentence") + " with minor changes");
      minor.stream().limit(MAX_CHANGES).forEach(this::change);
      more(minor.stream().skip(MAX_CHANGES).mapToInt(List::size).sum());
      html.close("details").line();
    }
  }

  private static boolean isMinor(List<Distortion> together) {
    return together.getFirst().severity() == Distortion.Severity.LOW;
  }

  private Citation sentence(Citation citation) {
    return new Citation(citation.report(), index.sentences(citation));
  }

  private void change(List<Distortion> together) {
    Distortion worst = together.getFirst();
    String id = prefix + worst.id();
    html.open("article", "class", "versus change " + worst.severity().label(), "id", id);
    html.open("h3");
    html.text(
        PlainText.capital(
            together.stream()
                .map(one -> Labels.of(one.kind()))
                .distinct()
                .collect(Collectors.joining(", "))));
    html.text(" ")
        .element("span", worst.severity().label(), "class", "severity " + worst.severity().label());
    html.close("h3");
    html.open("p", "class", "meta");
    html.text(together.stream().map(Distortion::id).collect(Collectors.joining(", ")) + ": ");
    introduced(worst);
    together.stream()
        .map(one -> sentence(one.why()))
        .filter(why -> !why.isBlank())
        .distinct()
        .limit(4)
        .forEach(why -> html.text(" ").text(why));
    html.close("p");
    for (Distortion one : together) {
      if (one != worst) {
        html.open("span", "id", prefix + one.id()).close("span");
      }
      anchors.mark(one.to(), "changed", Labels.of(one.kind()), id);
      anchors.mark(one.from(), "", "changed in " + numbers.getOrDefault(one.to().report(), 0), id);
    }
    Span from = index.sentences(worst.from());
    Span to = index.sentences(worst.to());
    List<Span> before = places(worst.from(), from, together, Distortion::before);
    List<Span> after = places(worst.to(), to, together, Distortion::after);
    if (before.isEmpty() && after.isEmpty()) {
      String a = from.in(index.report(worst.from().report()).body());
      String b = to.in(index.report(worst.to().report()).body());
      WordDiff diff = WordDiff.of(a, b);
      before = changed(diff.before(), from.start());
      after = changed(diff.after(), to.start());
    }
    html.open("div", "class", "sides");
    side(worst.from(), from, before, "before");
    side(worst.to(), to, after, "after");
    html.close("div").close("article").line();
  }

  /** With a capital in front and a full stop behind. */
  private static String sentence(String text) {
    String line = PlainText.line(text);
    return line.isEmpty() || ".!?".indexOf(line.charAt(line.length() - 1)) >= 0
        ? PlainText.capital(line)
        : PlainText.capital(line) + ".";
  }

  private void introduced(Distortion change) {
    Optional<String> by = change.introducedBy();
    if (by.isEmpty()) {
      html.text("Which of the two changed it is open.");
      return;
    }
    html.text(by.get().equals(change.to().report()) ? "Changed in " : "First changed in ");
    if (numbers.containsKey(by.get())) {
      number(by.get());
      html.text(" ");
    }
    html.text(label(by.get()));
    html.text(by.get().equals(change.to().report()) ? "." : ", and passed on.");
  }

  /** Where the words of the findings stand in the sentence. */
  private List<Span> places(
      Citation citation,
      Span sentence,
      List<Distortion> together,
      Function<Distortion, String> words) {
    String body = index.report(citation.report()).body();
    List<Span> places = new ArrayList<>();
    for (Distortion one : together) {
      Citation cited = one.to().report().equals(citation.report()) ? one.to() : one.from();
      places(cited, sentence, words.apply(one)).stream()
          .filter(place -> places.stream().noneMatch(place::overlaps))
          .forEach(places::add);
    }
    return places;
  }

  private static List<Span> changed(List<WordDiff.Piece> pieces, int offset) {
    return pieces.stream()
        .filter(WordDiff.Piece::changed)
        .map(piece -> new Span(offset + piece.start(), offset + piece.end()))
        .toList();
  }

  // Claims

  private void claims() {
    List<Claim> all = story.claims();
    if (all.isEmpty()) {
      none("No claim was found.");
      return;
    }
    html.open("div", "class", "filter", "hidden", "", "role", "group", "aria-label", "Show claims");
    for (String choice : List.of("all", "corroborated", "single-origin", "disputed")) {
      html.element(
          "button",
          PlainText.capital(choice.replace('-', ' ')),
          "type",
          "button",
          "data-show",
          choice,
          "aria-pressed",
          choice.equals("all") ? "true" : "false");
    }
    html.close("div").line();
    List<Claim> shared =
        all.stream()
            .filter(claim -> claim.reports() > 1 || claim.standing() == Standing.DISPUTED)
            .toList();
    List<Claim> alone =
        all.stream()
            .filter(claim -> claim.reports() <= 1 && claim.standing() != Standing.DISPUTED)
            .toList();
    html.open("ol", "class", "claim-list");
    shared.stream().limit(SHOWN_AT_ONCE).forEach(this::claim);
    html.close("ol");
    if (shared.size() > SHOWN_AT_ONCE) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(shared.size() - SHOWN_AT_ONCE, "more claim"));
      html.open("ol", "class", "claim-list");
      shared.stream().skip(SHOWN_AT_ONCE).limit(MAX_CLAIMS).forEach(this::claim);
      html.close("ol");
      more(shared.size() - SHOWN_AT_ONCE - MAX_CLAIMS);
      html.close("details").line();
    }
    if (!alone.isEmpty()) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(alone.size(), "claim") + " that one report alone makes");
      html.open("ol", "class", "claim-list");
      alone.stream().limit(MAX_CLAIMS).forEach(this::claim);
      html.close("ol");
      more(alone.size() - MAX_CLAIMS);
      html.close("details").line();
    }
  }

  private void claim(Claim claim) {
    String id = prefix + claim.id();
    html.open("li", "class", "claim", "id", id, "data-standing", claim.standing().label());
    html.open("div", "class", "claim-head");
    html.element("p", PlainText.line(claim.text()), "class", "claim-text", "dir", "auto");
    standing(claim.standing(), claim.families());
    html.close("div");
    support(claim);
    html.open("p", "class", "meta");
    html.text(claim.id() + ": ");
    html.text(Labels.count(claim.reports(), "report") + ", " + Labels.sources(claim.families()));
    if (!claim.informants().isEmpty()) {
      html.text(". Said to know it: ");
      html.text(
          claim.informants().stream()
              .limit(8)
              .map(PlainText::line)
              .collect(Collectors.joining("; ")));
    }
    html.close("p");
    html.open("details").element("summary", "All wordings");
    html.open("ul", "class", "statements");
    for (Statement statement : claim.statements().stream().limit(MAX_STATEMENTS).toList()) {
      anchors.mark(statement.at(), "", "claim " + claim.id(), id);
      html.open("li");
      cite(statement.at());
      html.text(" “")
          .text(PlainText.cut(PlainText.line(index.words(statement.at())), 400))
          .text("” ");
      html.element("span", certainty(statement), "class", "meta", "title", statement.id());
      html.close("li");
    }
    html.close("ul");
    more(claim.statements().size() - MAX_STATEMENTS);
    merges(claim);
    if (!claim.why().isEmpty()) {
      html.open("ul", "class", "why");
      claim.why().stream().limit(10).forEach(why -> html.element("li", PlainText.line(why)));
      html.close("ul");
    }
    html.close("details").close("li").line();
  }

  /** Why the wordings are one claim, as it is in the JSON. */
  private void merges(Claim claim) {
    if (claim.merges().isEmpty()) {
      return;
    }
    html.open("ul", "class", "why");
    for (Merge merge : claim.merges().stream().limit(MAX_STATEMENTS).toList()) {
      html.open("li");
      cite(claim.statements().get(merge.a()).at());
      html.text(" and ");
      cite(claim.statements().get(merge.b()).at());
      html.text(
          String.format(
              Locale.ROOT,
              " are one claim by %s, %.2f: %s",
              Labels.of(merge.by()),
              merge.score(),
              PlainText.line(String.join("; ", merge.evidence()))));
      html.close("li");
    }
    html.close("ul");
    more(claim.merges().size() - MAX_STATEMENTS);
  }

  private String certainty(Statement statement) {
    return statement.certainty().label()
        + statement.informant().map(name -> ", by " + PlainText.line(name)).orElse("");
  }

  /** One mark a report, filled where the report states the claim, in one frame a family. */
  private void support(Claim claim) {
    Map<String, Citation> stated = new LinkedHashMap<>();
    for (Statement statement : claim.statements()) {
      stated.putIfAbsent(statement.at().report(), statement.at());
    }
    if (reports.size() > FEW_REPORTS || story.lineage().families().isEmpty()) {
      html.open("div", "class", "support");
      stated.values().stream().limit(FEW_REPORTS).forEach(this::cite);
      html.close("div");
      return;
    }
    html.open("div", "class", "support");
    for (Family family : story.lineage().families()) {
      html.open("span", "class", "frame");
      for (String report : family.reports()) {
        Citation at = stated.get(report);
        if (at != null) {
          cite(at);
        } else {
          html.element(
              "span",
              String.valueOf(numbers.getOrDefault(report, 0)),
              "class",
              "silent",
              "title",
              label(report) + " does not state it");
        }
      }
      html.close("span");
    }
    html.close("div");
  }

  // Quotations

  private void quotations() {
    List<Quotation> all = AccountIndex.quotations(story);
    if (all.isEmpty()) {
      none("No quotation was found.");
      return;
    }
    int shownBefore = 0;
    List<Quotation> several = all.stream().filter(one -> one.wordings().size() > 1).toList();
    List<Quotation> once = all.stream().filter(one -> one.wordings().size() == 1).toList();
    for (Quotation quotation : several.subList(0, Math.min(MAX_QUOTATIONS, several.size()))) {
      quotation(quotation, prefix + "q" + ++shownBefore);
    }
    more(several.size() - MAX_QUOTATIONS);
    if (!once.isEmpty()) {
      html.open("details", "class", "fold");
      html.element(
          "summary", Labels.count(once.size(), "quotation") + " that one report alone has");
      for (Quotation quotation : once.subList(0, Math.min(MAX_QUOTATIONS, once.size()))) {
        quotation(quotation, prefix + "q" + ++shownBefore);
      }
      more(once.size() - MAX_QUOTATIONS);
      html.close("details").line();
    }
  }

  private void quotation(Quotation quotation, String id) {
    html.open("figure", "class", "quotation", "id", id);
    html.open("blockquote", "dir", "auto").text("“" + PlainText.line(quotation.best()) + "”");
    html.close("blockquote");
    html.open("figcaption");
    html.element("span", index.speaker(quotation), "class", "speaker");
    List<Citation> same =
        quotation.wordings().stream()
            .filter(one -> !one.altered())
            .map(Quotation.Wording::at)
            .toList();
    if (!same.isEmpty()) {
      html.text(" in these words in ");
      cites(same, MAX_WORDINGS);
    }
    html.close("figcaption");
    List<Quotation.Wording> altered =
        quotation.wordings().stream().filter(Quotation.Wording::altered).toList();
    if (!altered.isEmpty()) {
      html.open("ul", "class", "wordings");
      for (Quotation.Wording wording : altered.subList(0, Math.min(MAX_WORDINGS, altered.size()))) {
        anchors.mark(wording.at(), "changed", "quotation altered", id);
        html.open("li");
        cite(wording.at());
        html.text(" “");
        String words = PlainText.line(index.words(wording.at()));
        for (WordDiff.Piece piece : WordDiff.of(quotation.best(), words).after()) {
          String text = words.substring(piece.start(), piece.end());
          if (piece.changed()) {
            html.element("ins", text, "class", "after");
          } else {
            html.text(text);
          }
        }
        html.text("”").close("li");
      }
      html.close("ul");
      more(altered.size() - MAX_WORDINGS);
    }
    html.close("figure").line();
  }

  // Timeline

  private void timeline() {
    List<Timeline.Entry> entries = story.timeline().entries();
    if (entries.isEmpty()) {
      none("No dated event was found.");
      return;
    }
    html.open("ol", "class", "events");
    int number = 0;
    String day = "";
    for (Timeline.Entry entry : entries.subList(0, Math.min(MAX_EVENTS, entries.size()))) {
      String id = prefix + "t" + ++number;
      String again = Labels.of(entry.date()).equals(day) ? " again" : "";
      day = Labels.of(entry.date());
      html.open("li", "id", id, "class", entry.status().label() + again);
      html.element("time", Labels.of(entry.date()), "datetime", entry.date().iso());
      html.open("p", "dir", "auto").text(PlainText.line(entry.text())).text(" ");
      entry.statements().forEach(at -> anchors.mark(at, "", "timeline", id));
      cites(entry.statements(), 10);
      html.close("p");
      html.element(
          "span",
          entry.status().label() + ", " + Labels.sources(entry.families()),
          "class",
          "meta");
      html.close("li").line();
    }
    html.close("ol");
    more(entries.size() - MAX_EVENTS);
  }

  // Compare two reports

  private void compare() {
    List<Alignment> pairs = pairsToShow();
    if (pairs.isEmpty()) {
      none("No two reports share a passage.");
      return;
    }
    html.open("form", "class", "chooser", "hidden", "");
    chooser("a", "First report", pairs.getFirst().a());
    chooser("b", "Second report", pairs.getFirst().b());
    html.open("p", "class", "meta", "role", "status").close("p");
    html.close("form").line();
    html.open("div", "class", "pairs");
    for (Alignment pair : pairs) {
      pair(pair);
    }
    html.close("div");
    int left = story.alignments().size() - pairs.size();
    if (left > 0) {
      html.element(
          "p",
          "… " + left + " more pairs share passages; ./twosource compare shows any two.",
          "class",
          "more");
    }
  }

  private void chooser(String name, String label, String chosen) {
    String id = prefix + "choose-" + name;
    html.element("label", label, "for", id);
    html.open("select", "id", id, "name", name);
    for (String report : reports) {
      String text = numbers.get(report) + "  " + PlainText.cut(label(report), 50);
      String value = anchors.report(report);
      if (report.equals(chosen)) {
        html.element("option", text, "value", value, "selected", "");
      } else {
        html.element("option", text, "value", value);
      }
    }
    html.close("select");
  }

  /** Pairs that a tree joins first, then those that share most. */
  private List<Alignment> pairsToShow() {
    Set<Set<String>> joined = new HashSet<>();
    for (Family family : story.lineage().families()) {
      DerivationTree.of(family, story.lineage()).forEach(root -> edges(root, joined));
    }
    return story.alignments().stream()
        .filter(pair -> !pair.passages().isEmpty())
        .filter(pair -> numbers.containsKey(pair.a()) && numbers.containsKey(pair.b()))
        .sorted(
            Comparator.comparing((Alignment pair) -> !joined.contains(Set.of(pair.a(), pair.b())))
                .thenComparing(pair -> -pair.passages().size()))
        .limit(MAX_PAIRS)
        .toList();
  }

  private static void edges(DerivationTree node, Set<Set<String>> joined) {
    for (DerivationTree child : node.children()) {
      joined.add(Set.of(node.id(), child.id()));
      edges(child, joined);
    }
  }

  private void pair(Alignment pair) {
    html.open(
        "details",
        "class",
        "pair",
        "data-a",
        anchors.report(pair.a()),
        "data-b",
        anchors.report(pair.b()));
    html.open("summary");
    html.text(numbers.get(pair.a()) + " " + label(pair.a()) + " and ");
    html.text(numbers.get(pair.b()) + " " + label(pair.b()) + ": ");
    html.text(Labels.count(pair.passages().size(), "shared passage"));
    html.close("summary");
    for (Passage passage :
        pair.passages().subList(0, Math.min(MAX_PASSAGES, pair.passages().size()))) {
      passage(pair, passage);
    }
    more(pair.passages().size() - MAX_PASSAGES);
    html.close("details").line();
  }

  private void passage(Alignment pair, Passage passage) {
    Citation a = new Citation(pair.a(), passage.aSpan());
    Citation b = new Citation(pair.b(), passage.bSpan());
    WordDiff diff = WordDiff.of(index.words(a), index.words(b));
    String substance =
        passage.substance() == Passage.Substance.PROSE ? "" : ", " + Labels.of(passage.substance());
    html.open("div", "class", "passage");
    html.element("p", passage.manner().label() + substance, "class", "meta");
    html.open("div", "class", "sides");
    side(a, a.span(), changed(diff.before(), a.span().start()), "before");
    side(b, b.span(), changed(diff.after(), b.span().start()), "after");
    html.close("div").close("div").line();
  }

  // The reports

  private void reports() {
    boolean few = reports.size() <= FEW_REPORTS;
    html.raw(
        """
        <p class="legend"><span class="m changed">changed by copying</span> \
        <span class="m disputed">disputed</span> \
        <span class="key">Beside each paragraph: the findings that rest on it.</span></p>
        """);
    for (String id : reports) {
      if (index.hasReport(id)) {
        report(index.report(id), few);
      }
    }
  }

  private void report(Annotated report, boolean open) {
    String id = anchors.report(report.id());
    html.open("article", "class", "report", "id", id, "lang", language(report));
    if (open) {
      html.open("details", "open", "");
    } else {
      html.open("details");
    }
    html.open("summary").open("h3");
    html.element("span", String.valueOf(numbers.get(report.id())), "class", "n");
    html.text(" " + label(report.id())).close("h3").close("summary");
    facts(report);
    report
        .report()
        .headline()
        .ifPresent(
            headline ->
                html.element("p", PlainText.line(headline), "class", "headline", "dir", "auto"));
    html.open("div", "class", "text");
    new ReportText(html, report, anchors.in(report.id()))
        .write(open ? MAX_BODY_CHARACTERS : MAX_BODY_CHARACTERS_OF_MANY);
    html.close("div").close("details").close("article").line();
  }

  private static String language(Annotated report) {
    String language = report.text().language();
    return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : "und";
  }

  private void facts(Annotated report) {
    Report known = report.report();
    List<String> facts = new ArrayList<>();
    facts.add(PlainText.line(known.source()));
    report
        .text()
        .published()
        .date()
        .ifPresent(
            date ->
                facts.add(
                    Labels.of(date)
                        + " (date from "
                        + report.text().published().from().label()
                        + ")"));
    if (!known.byline().isEmpty()) {
      facts.add("by " + PlainText.line(String.join(", ", known.byline())));
    }
    if (!report.text().credit().isEmpty()) {
      facts.add("credit: " + PlainText.line(String.join(", ", report.text().credit())));
    }
    html.open("p", "class", "meta").text(String.join(" · ", facts));
    known
        .url()
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .ifPresent(
            url ->
                html.text(" · ")
                    .element("a", "published here", "href", url, "rel", "noreferrer noopener"));
    Family family = families.get(report.id());
    if (family != null && family.reports().size() > 1) {
      html.text(" · ");
      html.element(
          "a",
          "one of " + family.reports().size() + " of one source",
          "href",
          "#" + prefix + family.id());
    }
    html.close("p");
  }
}
