package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Speaker;
import org.twosource.annotate.TextAnnotator;
import org.twosource.encode.Tagger;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.Weights;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Quote;
import org.twosource.text.Text;
import org.twosource.text.Turn;

/**
 * Says who says what: direct, indirect and mixed quotation, and claims attributed without a verb of
 * saying. Quotation marks are read by rule over the whole text; the learned tagger marks sources,
 * cues and contents where the encoder ran; rules by words find quotations it missed and do all
 * where there is no model. Thread-safe.
 *
 * <p>A source is joined to the entity of the mention it holds; a pronoun, or a quotation that goes
 * on without naming anyone, to the person who spoke or was named before.
 */
public final class AttributionAnnotator implements TextAnnotator {
  private final Optional<SpeechTagger> tagger;
  private final Map<String, Optional<SpeechWords>> languages = new ConcurrentHashMap<>();

  /** With the learned tagger, if its weights are given. */
  public AttributionAnnotator(Optional<Weights> weights) {
    tagger = weights.map(Tagger::new).map(SpeechTagger::new);
  }

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Text text = soFar.text();
    Optional<SpeechWords> words =
        languages.computeIfAbsent(text.readAs(), code -> Language.find(code).map(SpeechWords::new));
    List<Quote> quoted = text.quotes().outer();
    List<Speech> speeches = speeches(text, quoted, words, encoding);
    Set<Span> speakers = text.turns().stream().map(Turn::name).collect(Collectors.toSet());
    SourceResolver resolver = new SourceResolver(soFar, words, quoted);
    speeches.replaceAll(
        speech ->
            words.filter(list -> isOfNobody(speech, text.body(), quoted, list)).isPresent()
                ? speech.withSource(Optional.empty(), speech.cue())
                : speech);
    QuoteOwners owners =
        new QuoteOwners(speeches, quoted, words.map(list -> new QuotedTerms(text.body(), list)));
    List<Attribution> attributions = new ArrayList<>();
    for (Speech speech : speeches) {
      attributions.add(attribution(speech, owners.of(speech), speakers, resolver));
    }
    return soFar.withAttributions(attributions);
  }

  private List<Speech> speeches(
      Text text, List<Quote> quoted, Optional<SpeechWords> words, TextEncoding encoding) {
    boolean learned = tagger.isPresent() && text.readAs().equals("en");
    List<Speech> found = new ArrayList<>();
    if (learned) {
      tagger.get().find(text, quoted, encoding).stream()
          .map(speech -> withWholeQuotations(speech, quoted))
          .forEach(found::add);
    }
    if (words.isPresent() && !text.sentences().isEmpty()) {
      SpeechRules rules = new SpeechRules(text, words.get(), quoted);
      addMissing(rules.certain(), found);
      if (learned && !found.isEmpty()) {
        completeSources(rules.quotations(), found);
      } else {
        addMissing(rules.find(), found);
      }
      rules.correct(found);
    }
    found.sort(Comparator.comparing(speech -> speech.content().getFirst()));
    return found;
  }

  /**
   * "Hackers are feared to have stolen it", "Holm was charged with “theft”": the subject of a
   * passive in front of what it is said to have done says nothing itself; nor does who reads: "you
   * know".
   */
  private static boolean isOfNobody(
      Speech speech, String body, List<Quote> quoted, SpeechWords words) {
    if (speech.source().isEmpty()) {
      return false;
    }
    if (words.isReader(speech.source().get().in(body))) {
      return true;
    }
    if (speech.cue().isEmpty()) {
      return false;
    }
    Span cue = speech.cue().get();
    if (speech.source().get().end() <= cue.start()
        && words.isSuffered(cue.in(body))
        && quoted.stream()
            .anyMatch(one -> speech.content().stream().anyMatch(one.whole()::overlaps))) {
      return true;
    }
    Span content = speech.content().getFirst();
    return speech.source().get().end() <= cue.start()
        && cue.end() <= content.start()
        && words.isPassive(cue.in(body))
        && words.isInfinitive(content.in(body));
  }

  /** Adds what overlaps nothing found before; names the source where that is all that is new. */
  private static void completeSources(List<Speech> rules, List<Speech> found) {
    List<Speech> missing = new ArrayList<>();
    for (Speech rule : rules) {
      int same = overlapping(rule, found);
      if (same < 0) {
        missing.add(rule);
      } else if (found.get(same).source().isEmpty() && rule.source().isPresent()) {
        Speech known = found.get(same);
        found.set(
            same,
            new Speech(
                rule.source(), known.cue().or(rule::cue), known.content(), known.confidence()));
      }
    }
    found.addAll(missing);
  }

  private static void addMissing(List<Speech> rules, List<Speech> found) {
    for (Speech rule : rules) {
      if (overlapping(rule, found) < 0) {
        found.add(rule);
      }
    }
  }

  private static int overlapping(Speech rule, List<Speech> found) {
    for (int i = 0; i < found.size(); i++) {
      for (Span content : found.get(i).content()) {
        if (rule.content().stream().anyMatch(content::overlaps)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Lengthens a content that cuts a quotation which it covers for the most part. */
  private static Speech withWholeQuotations(Speech speech, List<Quote> quoted) {
    List<Span> content = new ArrayList<>();
    for (Span span : speech.content()) {
      Span whole = span;
      for (Quote one : quoted) {
        int shared =
            Math.min(span.end(), one.inside().end()) - Math.max(span.start(), one.inside().start());
        boolean outside = speech.source().stream().noneMatch(one.whole()::overlaps);
        if (outside && shared * 2 > one.inside().length()) {
          whole = whole.union(one.whole());
        }
      }
      if (content.isEmpty() || !content.getLast().overlaps(whole)) {
        content.add(whole);
      } else {
        content.set(content.size() - 1, content.getLast().union(whole));
      }
    }
    return speech.withContent(content);
  }

  /**
   * @param quoted the quotations that are this source's words
   * @param speakers the labels of turns; what they say is all in their own words
   */
  private static Attribution attribution(
      Speech speech, List<Quote> quoted, Set<Span> speakers, SourceResolver resolver) {
    List<Span> inside = new ArrayList<>();
    int covered = 0;
    int length = speech.content().stream().mapToInt(Span::length).sum();
    for (Span span : speech.content()) {
      for (Quote one : quoted) {
        if (one.inside().overlaps(span)) {
          Span part =
              new Span(
                  Math.max(span.start(), one.inside().start()),
                  Math.min(span.end(), one.inside().end()));
          inside.add(part);
          covered +=
              Math.min(span.end(), one.whole().end()) - Math.max(span.start(), one.whole().start());
        }
      }
    }
    Attribution.Kind kind = Attribution.Kind.INDIRECT;
    if (speech.source().filter(speakers::contains).isPresent()) {
      kind = Attribution.Kind.DIRECT;
    } else if (!inside.isEmpty()) {
      kind = covered >= length - 3 ? Attribution.Kind.DIRECT : Attribution.Kind.MIXED;
    }
    return new Attribution(
        kind,
        speaker(speech, speakers, resolver),
        speech.cue(),
        speech.content(),
        inside,
        Math.clamp(speech.confidence(), 0.0, 1.0));
  }

  /** Nobody who is only guessed to speak speaks of himself or herself by name. */
  private static Speaker speaker(Speech speech, Set<Span> labels, SourceResolver resolver) {
    Speaker speaker = resolver.speaker(speech);
    boolean guessed = speech.cue().isEmpty() && speech.source().filter(labels::contains).isEmpty();
    return guessed && resolver.isNamedIn(speaker, speech.content()) ? Speaker.NONE : speaker;
  }
}
