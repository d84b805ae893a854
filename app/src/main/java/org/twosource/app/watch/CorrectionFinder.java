package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.StoredReport;
import org.twosource.lineage.Withdrawal;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.TextBuilder;

/**
 * A page that was changed after publication in a sentence it had, or that carries a note of
 * correction; and who still has what the note takes back. What was only added or left out is no
 * correction. Told once an edition.
 */
final class CorrectionFinder implements AlertFinder {
  /** Share of common words from which two sentences are one in two editions. */
  private static final double SAME_SENTENCE = .4;

  private final TextBuilder builder;

  CorrectionFinder(TextBuilder builder) {
    this.builder = builder;
  }

  /** What an edition corrects. */
  private record Found(String before, String after, Span at, int more) {}

  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    QueryWords words = new QueryWords(watch.query());
    for (StoredReport report : news.reports()) {
      Optional<StoredReport> earlier = earlier(report, news);
      boolean fits =
          report.current()
              && (words.allIn(News.textOf(report))
                  || earlier.isPresent() && words.allIn(News.textOf(earlier.get())));
      if (fits) {
        Text text = builder.build(report.report());
        Optional<Found> changed =
            earlier.flatMap(one -> changed(builder.build(one.report()), text));
        List<Part> notes =
            text.parts().stream().filter(part -> part.kind() == Part.Kind.CORRECTION).toList();
        boolean isNewNote =
            !notes.isEmpty()
                && earlier
                    .map(one -> !one.report().body().contains(text.of(notes.getFirst().span())))
                    .orElse(true);
        if (changed.isPresent() || isNewNote) {
          found.add(alert(watch, report, changed, isNewNote ? notes : List.of(), text, news));
        }
      }
    }
    return found;
  }

  private static Optional<StoredReport> earlier(StoredReport report, News news) {
    return news.store().read(view -> view.versions(report.page())).stream()
        .filter(version -> version.receipt() < report.receipt())
        .reduce((a, b) -> b);
  }

  private static Optional<Found> changed(Text before, Text after) {
    List<String> gone = sentences(before);
    Set<String> had = new HashSet<>(gone);
    gone.removeAll(new HashSet<>(sentences(after)));
    Optional<Found> first = Optional.empty();
    int more = 0;
    for (Sentence sentence : prose(after)) {
      String now = plain(after.of(sentence.span()));
      if (had.contains(now)) {
        continue;
      }
      Optional<String> was = likest(gone, now);
      if (was.isPresent()) {
        gone.remove(was.get());
        more += first.isPresent() ? 1 : 0;
        first = first.or(() -> Optional.of(new Found(was.get(), now, sentence.span(), 0)));
      }
    }
    int further = more;
    return first.map(one -> new Found(one.before(), one.after(), one.at(), further));
  }

  private static List<Sentence> prose(Text text) {
    List<Sentence> prose = new ArrayList<>();
    for (Part part : text.parts()) {
      if (part.kind().isSaid()) {
        text.sentences().stream()
            .filter(sentence -> part.span().contains(sentence.span()))
            .forEach(prose::add);
      }
    }
    return prose;
  }

  private static List<String> sentences(Text text) {
    return prose(text).stream()
        .map(sentence -> plain(text.of(sentence.span())))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String plain(String sentence) {
    return sentence.replaceAll("\\s+", " ").strip();
  }

  private static Optional<String> likest(List<String> gone, String now) {
    Optional<String> likest = Optional.empty();
    double most = SAME_SENTENCE;
    Set<String> words = QueryWords.stemsOf(now);
    for (String one : gone) {
      Set<String> common = QueryWords.stemsOf(one);
      int all = common.size() + words.size();
      common.retainAll(words);
      double share = all == 0 ? 0 : common.size() / (double) (all - common.size());
      boolean isOther = !one.replaceAll("\\W", "").equals(now.replaceAll("\\W", ""));
      if (share >= most && isOther) {
        most = share;
        likest = Optional.of(one);
      }
    }
    return likest;
  }

  private static KeptAlert alert(
      KeptWatch watch,
      StoredReport report,
      Optional<Found> changed,
      List<Part> notes,
      Text text,
      News news) {
    String story = news.storyOf(report.page());
    List<Citation> evidence = new ArrayList<>();
    notes.forEach(note -> evidence.add(new Citation(report.page(), note.span())));
    changed.ifPresent(one -> evidence.add(new Citation(report.page(), one.at())));
    Set<String> stillThere = new java.util.TreeSet<>();
    if (!notes.isEmpty() && !story.isEmpty()) {
      for (Withdrawal withdrawal : news.account(story).lineage().withdrawals()) {
        if (withdrawal.by().equals(report.page())) {
          evidence.add(withdrawal.at());
          stillThere.add(withdrawal.at().report());
        }
      }
    }
    String note = notes.isEmpty() ? "" : plain(text.of(notes.getFirst().span()));
    String why =
        (notes.isEmpty()
                ? "a later edition has the sentence otherwise"
                : "it says so itself: " + note)
            + changed
                .filter(one -> one.more() > 0)
                .map(one -> "; " + one.more() + " more sentences changed")
                .orElse("")
            + (stillThere.isEmpty()
                ? ""
                : "; what it takes back is still in " + String.join(", ", stillThere));
    return news.alert(
        watch,
        report.report().id(),
        new KeptAlert.Subject(story, report.report().id()),
        new KeptAlert.Said(
            QueryFinder.title(report),
            new KeptAlert.Turn(
                changed.map(Found::before).orElse(""), changed.map(Found::after).orElse(note)),
            why,
            news.now()),
        evidence);
  }
}
