package org.twosource.brief.render.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.brief.render.WordDiff;
import org.twosource.distortion.Distortion;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/** What copying changed, the worst first, with both sentences. */
final class ChangesSection implements Section {
  private static final int MAX_CHANGES = 60;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final Sides sides;
  private final StoryAccount story;
  private final String prefix;

  ChangesSection(
      Html html,
      AccountIndex index,
      Anchors anchors,
      Citations citations,
      Sides sides,
      StoryAccount story,
      String prefix) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
    this.sides = sides;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    Map<List<Citation>, List<Distortion>> pairs =
        AccountIndex.worstFirst(story).stream()
            .collect(
                Collectors.groupingBy(
                    change -> List.of(sentence(change.from()), sentence(change.to())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (pairs.isEmpty()) {
      citations.none("No change of meaning was found.");
      return;
    }
    List<List<Distortion>> grave = pairs.values().stream().filter(pair -> !isMinor(pair)).toList();
    List<List<Distortion>> minor = pairs.values().stream().filter(ChangesSection::isMinor).toList();
    citations.shown(grave, MAX_CHANGES, "sentence", this::change);
    citations.more(grave.stream().skip(MAX_CHANGES).mapToInt(List::size).sum());
    if (!minor.isEmpty()) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(minor.size(), "sentence") + " with minor changes");
      minor.stream().limit(MAX_CHANGES).forEach(this::change);
      citations.more(minor.stream().skip(MAX_CHANGES).mapToInt(List::size).sum());
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
    String id = prefix + worst.label();
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
    html.text(together.stream().map(Distortion::label).collect(Collectors.joining(", ")) + ": ");
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
        html.open("span", "id", prefix + one.label()).close("span");
      }
      anchors.mark(one.to(), "changed", Labels.of(one.kind()), id);
      anchors.mark(one.from(), "", "changed in " + citations.numberOf(one.to().report()), id);
    }
    Span from = index.sentences(worst.from());
    Span to = index.sentences(worst.to());
    List<Span> before = places(worst.from(), from, together, Distortion::before);
    List<Span> after = places(worst.to(), to, together, Distortion::after);
    if (before.isEmpty() && after.isEmpty()) {
      String a = from.in(index.report(worst.from().report()).body());
      String b = to.in(index.report(worst.to().report()).body());
      WordDiff diff = WordDiff.of(a, b);
      before = Sides.changed(diff.before(), from.start());
      after = Sides.changed(diff.after(), to.start());
    }
    html.open("div", "class", "sides");
    sides.side(worst.from(), from, before, "before");
    sides.side(worst.to(), to, after, "after");
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
    if (citations.numberOf(by.get()) > 0) {
      citations.number(by.get());
      html.text(" ");
    }
    html.text(citations.label(by.get()));
    html.text(by.get().equals(change.to().report()) ? "." : ", and passed on.");
  }

  /** Where the words of the findings stand in the sentence. */
  private List<Span> places(
      Citation citation,
      Span sentence,
      List<Distortion> together,
      Function<Distortion, String> words) {
    List<Span> places = new ArrayList<>();
    for (Distortion one : together) {
      Citation cited = one.to().report().equals(citation.report()) ? one.to() : one.from();
      sides.places(cited, sentence, words.apply(one)).stream()
          .filter(place -> places.stream().noneMatch(place::overlaps))
          .forEach(places::add);
    }
    return places;
  }
}
