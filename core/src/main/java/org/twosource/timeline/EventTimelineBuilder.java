package org.twosource.timeline;

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
import org.twosource.compare.StatementComparer;
import org.twosource.lexicon.Synonyms;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OriginOrder;
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

  /** Entries a word may lead to; words that more hold are left out of the search. */
  private static final int MAX_POSTINGS = 300;

  private final Language language = Language.find("en").orElseThrow();
  private final Synonyms synonyms = Synonyms.standard();
  private final StatementComparer comparer;

  /**
   * @param comparer tells which rows tell one event in other words; without it words alone do
   */
  public EventTimelineBuilder(StatementComparer comparer) {
    this.comparer = comparer;
  }

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
    List<EventDraft> drafts = new ArrayList<>();
    Map<String, List<EventDraft>> byWord = new HashMap<>();
    Map<Place, Set<Place>> copies = copies(alignments, ordered);
    Map<Place, List<EventDraft>> byPlace = new HashMap<>();
    for (DatedMention mention : ordered) {
      Place place = Place.of(mention);
      Optional<EventDraft> same =
          copied(mention, copies.getOrDefault(place, Set.of()), byPlace)
              .or(() -> mostAlike(mention, byWord, weights));
      same.ifPresent(draft -> byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(draft));
      if (same.isPresent()) {
        same.get().mentions().add(mention);
      } else {
        EventDraft draft =
            new EventDraft(drafts.size(), new ArrayList<>(List.of(mention)), new ArrayList<>());
        drafts.add(draft);
        byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(draft);
        mention
            .words()
            .forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(draft));
      }
    }
    OtherMatter otherMatter = OtherMatter.of(annotations.reports());
    Map<String, List<EventDraft>> held = held(drafts);
    reader
        .undated(annotations, held.keySet())
        .forEach(
            telling -> tell(telling, held.getOrDefault(telling.trigger(), List.of()), weights));
    List<EventDraft> told =
        drafts.stream()
            .filter(draft -> draft.isTold(otherMatter))
            .sorted(
                Comparator.comparingDouble((EventDraft draft) -> -draft.weight())
                    .thenComparingInt(EventDraft::at))
            .limit(MAX_ENTRIES)
            .toList();
    return new Timeline(
        new OneEvent(comparer)
            .joined(told).stream()
                .map(EventDraft::entry)
                .sorted(
                    Comparator.comparing(Timeline.Entry::date)
                        .thenComparing(entry -> entry.statements().getFirst()))
                .toList());
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
  private static Optional<EventDraft> copied(
      DatedMention mention, Set<Place> copies, Map<Place, List<EventDraft>> byPlace) {
    return copies.stream()
        .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
        .filter(draft -> draft.first().date().equals(mention.date()))
        .filter(
            draft ->
                draft.mentions().stream()
                    .anyMatch(other -> other.family().equals(mention.family())))
        .min(Comparator.comparingInt(EventDraft::at));
  }

  /** The drafts that tell of something as done, by the verb that says it. */
  private static Map<String, List<EventDraft>> held(List<EventDraft> drafts) {
    Map<String, List<EventDraft>> held = new HashMap<>();
    for (EventDraft draft : drafts) {
      draft.compared().stream()
          .filter(mention -> mention.status() == Event.Status.HELD)
          .map(DatedMention::trigger)
          .distinct()
          .forEach(verb -> held.computeIfAbsent(verb, any -> new ArrayList<>()).add(draft));
    }
    return held;
  }

  /** Adds what is told without a day to the one entry that tells it with its day. */
  private static void tell(Telling telling, List<EventDraft> drafts, WordWeights weights) {
    List<EventDraft> alike =
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
        && alike.stream().allMatch(one -> one.date().agreesWith(alike.getFirst().date()))) {
      alike.getFirst().tellings().add(telling.cite());
    }
  }

  private Optional<EventDraft> mostAlike(
      DatedMention mention, Map<String, List<EventDraft>> byWord, WordWeights weights) {
    Map<Integer, EventDraft> candidates = new TreeMap<>();
    for (String word : mention.words()) {
      List<EventDraft> holding = byWord.getOrDefault(word, List.of());
      if (holding.size() <= MAX_POSTINGS) {
        holding.stream()
            .filter(draft -> draft.first().date().agreesWith(mention.date()))
            .forEach(draft -> candidates.put(draft.at(), draft));
      }
    }
    EventDraft best = null;
    double most = SAME_EVENT;
    for (EventDraft draft : candidates.values()) {
      double likeness = likeness(mention, draft, weights);
      if (likeness >= most && (best == null || likeness > most)) {
        best = draft;
        most = likeness;
      }
    }
    return Optional.ofNullable(best);
  }

  /** To the mention of the draft that is most like it. */
  private double likeness(DatedMention mention, EventDraft draft, WordWeights weights) {
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
}
