package org.twosource.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Event;
import org.twosource.annotate.OtherMatter;
import org.twosource.lexicon.Synonyms;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OriginOrder;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.Passage;
import org.twosource.reuse.WordWeights;
import org.twosource.text.Language;

/**
 * Builds the timeline from everything dated in the reports.
 *
 * <p>Mentions are taken from the reports nearest an origin on. A mention joins the entry it is most
 * like among those whose date agrees (same day, or one date inside the other), if they share enough
 * of their words or one sentence is a copy of the other's; entries are looked up by word, so no two
 * mentions are compared without reason. The date of an entry is the most precise one that most
 * mentions carry; a plan becomes held when a report that is not older says so. What is told as done
 * without a day joins the one entry that tells it with its day, in the same verb; it is cited there
 * and counts for nothing.
 */
public final class EventTimelineBuilder implements TimelineBuilder {
  /** Entries kept of one story. */
  public static final int MAX_ENTRIES = 40;

  /** Weighted Dice of the clauses at which two mentions are one event, dated or not. */
  private static final double SAME_EVENT = 0.30;

  /** What the same doing on the same date adds to that. */
  private static final double SAME_DOING = 0.25;

  /** Sentences less alike than this to the encoder gain nothing by it, and what the rest counts. */
  private static final double FAR = 0.5;

  private static final double CLOSE = 1.2;

  /** Mentions of an entry that a further one is compared with. */
  private static final int MAX_COMPARED = 8;

  /** Entries a word may lead to; words that more hold are left out of the search. */
  private static final int MAX_POSTINGS = 300;

  private final Language language = Language.find("en").orElseThrow();
  private final Synonyms synonyms = Synonyms.standard();

  @Override
  public Timeline build(Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    ContentWords contentWords = new ContentWords(language);
    DatedMentionReader reader = new DatedMentionReader(language, contentWords);
    List<DatedMention> mentions =
        reader.read(annotations, lineage).stream()
            .filter(mention -> lineage.withdrawalOf(mention.cite()).isEmpty())
            .toList();
    WordWeights weights = new WordWeights(mentions.stream().map(DatedMention::context).toList());
    List<String> reports = annotations.reports().stream().map(Annotated::id).toList();
    OriginOrder nearness = new OriginOrder(reports, lineage);
    List<DatedMention> ordered =
        mentions.stream()
            .sorted(
                Comparator.comparing((DatedMention mention) -> mention.annotated().id(), nearness)
                    .thenComparing(DatedMention::span))
            .toList();
    List<Draft> drafts = new ArrayList<>();
    Map<String, List<Draft>> byWord = new HashMap<>();
    Map<Place, Set<Place>> copies = copies(alignments, ordered);
    Map<Place, List<Draft>> byPlace = new HashMap<>();
    for (DatedMention mention : ordered) {
      Place place = Place.of(mention);
      Optional<Draft> same =
          copied(mention, copies.getOrDefault(place, Set.of()), byPlace)
              .or(() -> mostAlike(mention, byWord, weights));
      same.ifPresent(draft -> byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(draft));
      if (same.isPresent()) {
        same.get().mentions().add(mention);
      } else {
        Draft draft =
            new Draft(drafts.size(), new ArrayList<>(List.of(mention)), new ArrayList<>());
        drafts.add(draft);
        byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(draft);
        mention
            .words()
            .forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(draft));
      }
    }
    OtherMatter otherMatter = OtherMatter.of(annotations.reports());
    Map<String, List<Draft>> held = held(drafts);
    reader
        .undated(annotations, held.keySet())
        .forEach(
            telling -> tell(telling, held.getOrDefault(telling.trigger(), List.of()), weights));
    return new Timeline(
        drafts.stream()
            .filter(draft -> draft.isTold(otherMatter))
            .sorted(
                Comparator.comparingDouble((Draft draft) -> -draft.weight())
                    .thenComparingInt(Draft::at))
            .limit(MAX_ENTRIES)
            .map(EventTimelineBuilder::entry)
            .sorted(
                Comparator.comparing(Timeline.Entry::date)
                    .thenComparing(entry -> entry.statements().getFirst()))
            .toList());
  }

  /** An entry in the making; its first mention is the one nearest an origin. */
  private record Draft(int at, List<DatedMention> mentions, List<Citation> tellings) {
    DatedMention first() {
      return mentions.getFirst();
    }

    /**
     * Whether running text of the story tells of it: pictures alone show what is worth no row, and
     * so does the next item of a page.
     */
    boolean isTold(OtherMatter otherMatter) {
      return mentions.stream()
          .filter(mention -> mention.sentence().part().isProse())
          .anyMatch(mention -> !otherMatter.is(mention.annotated(), mention.sentence()));
    }

    /** The mentions that others are compared with. */
    List<DatedMention> compared() {
      return mentions.subList(0, Math.min(MAX_COMPARED, mentions.size()));
    }

    double weight() {
      long reports = mentions.stream().map(DatedMention::report).distinct().count();
      long families = mentions.stream().map(DatedMention::family).distinct().count();
      double head =
          1 - first().span().start() / (double) Math.max(1, first().annotated().body().length());
      boolean exact = first().date().precision().compareTo(PartialDate.Precision.MONTH) >= 0;
      return 2 * Math.log1p(reports) + 3 * Math.log(families) + head + (exact ? 0.5 : 0);
    }
  }

  /** A sentence of a report. */
  private record Place(String report, int sentence) {
    static Place of(DatedMention mention) {
      return new Place(mention.annotated().id(), mention.sentence().index());
    }
  }

  /** The sentences with dates that share a passage with each. */
  private static Map<Place, Set<Place>> copies(
      List<Alignment> alignments, List<DatedMention> mentions) {
    Map<String, Map<Integer, Place>> dated = new HashMap<>();
    for (DatedMention mention : mentions) {
      Place place = Place.of(mention);
      dated.computeIfAbsent(place.report(), any -> new HashMap<>()).put(place.sentence(), place);
    }
    Map<Place, Set<Place>> copies = new HashMap<>();
    for (Alignment alignment : alignments) {
      Map<Integer, Place> inA = dated.getOrDefault(alignment.a(), Map.of());
      Map<Integer, Place> inB = dated.getOrDefault(alignment.b(), Map.of());
      for (Passage passage :
          inA.isEmpty() || inB.isEmpty() ? List.<Passage>of() : alignment.passages()) {
        for (int a : passage.a()) {
          for (int b : passage.b()) {
            Place one = inA.get(a);
            Place other = inB.get(b);
            if (one != null && other != null) {
              copies.computeIfAbsent(one, any -> new LinkedHashSet<>()).add(other);
              copies.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(one);
            }
          }
        }
      }
    }
    return copies;
  }

  /** The entry of the same date that a copy of the mention's sentence, in its family, is in. */
  private static Optional<Draft> copied(
      DatedMention mention, Set<Place> copies, Map<Place, List<Draft>> byPlace) {
    return copies.stream()
        .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
        .filter(draft -> draft.first().date().equals(mention.date()))
        .filter(
            draft ->
                draft.mentions().stream()
                    .anyMatch(other -> other.family().equals(mention.family())))
        .min(Comparator.comparingInt(Draft::at));
  }

  /** The drafts that tell of something as done, by the verb that says it. */
  private static Map<String, List<Draft>> held(List<Draft> drafts) {
    Map<String, List<Draft>> held = new HashMap<>();
    for (Draft draft : drafts) {
      draft.compared().stream()
          .filter(mention -> mention.status() == Event.Status.HELD)
          .map(DatedMention::trigger)
          .distinct()
          .forEach(verb -> held.computeIfAbsent(verb, any -> new ArrayList<>()).add(draft));
    }
    return held;
  }

  /** Adds what is told without a day to the one entry that tells it with its day. */
  private static void tell(Telling telling, List<Draft> drafts, WordWeights weights) {
    List<Draft> alike =
        drafts.stream()
            .filter(
                draft ->
                    draft.compared().stream()
                        .filter(mention -> mention.status() == Event.Status.HELD)
                        .filter(mention -> mention.trigger().equals(telling.trigger()))
                        .anyMatch(
                            mention ->
                                weights.likeness(telling.words(), mention.words())
                                        + CLOSE * Math.max(0, telling.closeness(mention) - FAR)
                                    >= SAME_EVENT))
            .toList();
    if (!alike.isEmpty()
        && alike.stream().allMatch(one -> date(one).agreesWith(date(alike.getFirst())))) {
      alike.getFirst().tellings().add(telling.cite());
    }
  }

  private Optional<Draft> mostAlike(
      DatedMention mention, Map<String, List<Draft>> byWord, WordWeights weights) {
    Map<Integer, Draft> candidates = new TreeMap<>();
    for (String word : mention.words()) {
      List<Draft> holding = byWord.getOrDefault(word, List.of());
      if (holding.size() <= MAX_POSTINGS) {
        holding.stream()
            .filter(draft -> draft.first().date().agreesWith(mention.date()))
            .forEach(draft -> candidates.put(draft.at(), draft));
      }
    }
    Draft best = null;
    double most = SAME_EVENT;
    for (Draft draft : candidates.values()) {
      double likeness = likeness(mention, draft, weights);
      if (likeness >= most && (best == null || likeness > most)) {
        best = draft;
        most = likeness;
      }
    }
    return Optional.ofNullable(best);
  }

  /** To the mention of the draft that is most like it. */
  private double likeness(DatedMention mention, Draft draft, WordWeights weights) {
    double most = 0;
    for (DatedMention other : draft.compared()) {
      if (mention.isOtherDoing(other, synonyms)) {
        continue;
      }
      double likeness = weights.likeness(mention.words(), other.words());
      if (mention.date().equals(other.date())) {
        likeness += mention.isSameDoing(other) ? SAME_DOING : 0;
        likeness += mention.isOfSentence(other) ? SAME_EVENT : 0;
        likeness += CLOSE * Math.max(0, mention.closeness(other) - FAR);
      }
      most = Math.max(most, likeness);
    }
    return most;
  }

  private static Timeline.Entry entry(Draft draft) {
    Set<Citation> citations = new LinkedHashSet<>();
    Set<String> families = new LinkedHashSet<>();
    for (DatedMention mention : draft.mentions()) {
      citations.add(mention.cite());
      families.add(mention.family());
    }
    citations.addAll(draft.tellings());
    DatedMention nearest =
        draft.mentions().stream()
            .filter(mention -> mention.sentence().part().isProse())
            .min(Comparator.comparing((DatedMention mention) -> !mention.told()))
            .orElseGet(draft::first);
    return new Timeline.Entry(
        date(draft),
        nearest.sentence().span().in(nearest.annotated().body()).strip(),
        status(draft),
        List.copyOf(citations),
        families.size());
  }

  /** The date most families give, of those the most precise, of those the earliest. */
  private static PartialDate date(Draft draft) {
    Map<PartialDate, Set<String>> families = new TreeMap<>();
    for (DatedMention mention : draft.mentions()) {
      families.computeIfAbsent(mention.date(), date -> new LinkedHashSet<>()).add(mention.family());
    }
    PartialDate.Precision finest =
        families.keySet().stream()
            .map(PartialDate::precision)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return families.entrySet().stream()
        .filter(entry -> entry.getKey().precision() == finest)
        .max(
            Comparator.comparingInt(
                    (Map.Entry<PartialDate, Set<String>> entry) -> entry.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /**
   * Held when a report that is not older than the plan says so; else as the nearest report says.
   */
  private static Event.Status status(Draft draft) {
    Event.Status nearest = draft.first().status();
    if (nearest != Event.Status.PLANNED && nearest != Event.Status.POSSIBLE) {
      return nearest;
    }
    boolean held =
        draft.mentions().stream()
            .anyMatch(
                mention ->
                    mention.status() == Event.Status.HELD
                        && !date(draft).earliest().isAfter(published(mention))
                        && mention.date().precision() == date(draft).precision()
                        && isNoCopy(mention, draft.first()));
    return held ? Event.Status.HELD : nearest;
  }

  /** Whether a report is news after another: not older and, in one family, newer. */
  private static boolean isNoCopy(DatedMention mention, DatedMention first) {
    return mention.family().equals(first.family())
        ? published(mention).isAfter(published(first))
        : !published(mention).isBefore(published(first));
  }

  private static LocalDate published(DatedMention mention) {
    return mention
        .annotated()
        .text()
        .published()
        .date()
        .map(PartialDate::latest)
        .orElse(LocalDate.MIN);
  }
}
