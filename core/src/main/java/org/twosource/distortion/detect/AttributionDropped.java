package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * Somebody's words that the copy gives as its own: "what the army says was a drone" became "a
 * drone". Not where the copy keeps the source, a neighbouring sentence carries it, or the words
 * stay in quotation marks; low where another source still stands over them.
 */
public final class AttributionDropped implements Detector {

  /** Attributions with less confidence than this are not built upon. */
  private static final double MIN_CONFIDENCE = 0.3;

  /** Another source in the copy counts above this, or where it stood over the words before. */
  private static final double MIN_OTHER = 0.55;

  /** A cue without a source is built upon only above this. */
  private static final double MIN_CONFIDENCE_ALONE = 0.5;

  /** The share of the content that the copy must keep for its source to be missed. */
  private static final double MIN_KEPT = 0.6;

  /** Content words of a quoted sentence that the copy must have at the least. */
  private static final int MIN_QUOTED = 4;

  private static final Pattern NAME =
      Pattern.compile("(\\p{Lu}[\\p{L}.'’-]* )*(?<last>\\p{Lu}\\p{L}+)");

  private static final Set<String> FRAME = Set.of("what");
  private static final Set<String> COPULAS = Language.find("en").orElseThrow().words("copulas");

  @Override
  public Kind kind() {
    return Kind.ATTRIBUTION_DROPPED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (Attribution said : pair.before().text().attributionsOver(pair.before().span())) {
      Optional<Span> named = named(said).filter(pair.before().span()::contains);
      if (named.isPresent()
          && said.confidence() >= MIN_CONFIDENCE
          && !isPlan(pair, said)
          && isSaid(pair.before(), said)) {
        dropped(pair, said, named.get())
            .filter(found -> findings.stream().noneMatch(found::touches))
            .ifPresent(findings::add);
      } else if (named(said).isPresent() && !said.quoted().isEmpty() && findings.isEmpty()) {
        unquoted(pair, said, named(said).get()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /**
   * Whether something is said: a clause or a quotation, by somebody who is not himself what it is
   * said of. "The deal was ordered to be published" and "he celebrated his birthday" say nothing.
   */
  private static boolean isSaid(Side before, Attribution said) {
    if (!before.isParsed() || !said.quoted().isEmpty()) {
      return true;
    }
    boolean clause =
        said.content().stream()
            .flatMap(span -> before.in(span).stream())
            .anyMatch(i -> before.pos(i).matches("VERB|AUX"));
    boolean passive =
        said.source().stream()
            .flatMap(span -> before.in(span).stream())
            .anyMatch(i -> before.relation(i).equals("nsubj:pass") && isCue(before, said, i));
    return clause && !passive;
  }

  private static boolean isCue(Side before, Attribution said, int subject) {
    int verb = before.head(subject);
    return verb >= 0
        && said.cue().filter(cue -> cue.contains(before.token(verb).span())).isPresent();
  }

  /** "He expects to meet": a plan is no speech; what becomes of it is another detector's. */
  private static boolean isPlan(SentencePair pair, Attribution said) {
    return said.quoted().isEmpty()
        && said.cue().isPresent()
        && pair.before().cues(Cue.Kind.PLAN).stream()
            .anyMatch(cue -> cue.span().overlaps(said.cue().get()));
  }

  /** The words that say who says it: source and cue. */
  private static Optional<Span> named(Attribution said) {
    if (said.source().isEmpty()) {
      return said.confidence() > MIN_CONFIDENCE_ALONE ? said.cue() : Optional.empty();
    }
    return Optional.of(said.cue().map(said.source().get()::union).orElse(said.source().get()));
  }

  private Optional<Finding> dropped(SentencePair pair, Attribution said, Span named) {
    Side before = pair.before();
    Side after = pair.after();
    List<Integer> who = new ArrayList<>();
    said.source().ifPresent(source -> who.addAll(before.in(source)));
    said.cue().ifPresent(cue -> who.addAll(before.in(cue)));
    List<Integer> content = new ArrayList<>();
    said.content().forEach(span -> content.addAll(before.in(span)));
    content.removeAll(who);
    if (who.isEmpty() || !pair.counterparts(contentOnly(before, who)).isEmpty()) {
      return Optional.empty();
    }
    List<Integer> kept = pair.counterparts(contentOnly(before, content));
    if (kept.size() < 2 || pair.kept(content) < MIN_KEPT) {
      return Optional.empty();
    }
    Span words = after.from(kept.getFirst(), kept.getLast());
    if (isCarried(after, words, said, before) || standsQuoted(after, kept)) {
      return Optional.empty();
    }
    boolean nested = hasOtherSource(pair, kept) || wasQuoted(before, content);
    return Optional.of(
        new Finding(
            kind(),
            Optional.of(withFrame(before, named)),
            Optional.of(words),
            nested ? Severity.LOW : Severity.MEDIUM,
            nested ? 0.5 : 0.75 * Math.max(said.confidence(), 0.6),
            "“" + before.words(withFrame(before, named)) + "” is gone, what it said stayed"));
  }

  /**
   * A sentence of a longer quotation, whose speaker is named beside another of its sentences, told
   * without marks by a copy that does not know the speaker at all.
   */
  private Optional<Finding> unquoted(SentencePair pair, Attribution said, Span named) {
    Side before = pair.before();
    Side after = pair.after();
    List<Integer> content = new ArrayList<>();
    said.quoted().forEach(span -> content.addAll(contentOnly(before, before.in(span))));
    List<Integer> kept = pair.counterparts(content);
    if (said.source().isEmpty() || kept.size() < MIN_QUOTED || pair.kept(content) < MIN_KEPT) {
      return Optional.empty();
    }
    Span words = after.from(kept.getFirst(), kept.getLast());
    boolean attributed =
        standsQuoted(after, kept) || !after.text().attributionsOver(words).isEmpty();
    if (attributed || isNamedIn(after.text(), said.source().get(), before.text().body())) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            kind(),
            Optional.of(named),
            Optional.of(words),
            Severity.MEDIUM,
            0.6 * Math.max(said.confidence(), 0.6),
            "“" + named.in(before.text().body()) + "” is gone, what was quoted stayed"));
  }

  /** Whether a text has the surname of a source; so it may, where the source has no name. */
  private static boolean isNamedIn(Annotated text, Span source, String body) {
    Matcher name = NAME.matcher(source.in(body));
    return !name.find() || text.body().contains(name.group("last"));
  }

  /** "what X says was" where source and cue stand in such a frame. */
  private static Span withFrame(Side before, Span named) {
    List<Integer> words = before.in(named);
    int what = words.getFirst() - 1;
    int copula = words.getLast() + 1;
    boolean framed =
        what >= 0
            && copula < before.size()
            && FRAME.contains(before.normal(what))
            && COPULAS.contains(before.normal(copula));
    return framed ? before.from(what, copula) : named;
  }

  private static List<Integer> contentOnly(Side side, List<Integer> words) {
    return words.stream().filter(side::isContent).toList();
  }

  /** Whether somebody else, who stood over the words before too, still says them in the copy. */
  private static boolean hasOtherSource(SentencePair pair, List<Integer> kept) {
    Span words = pair.after().from(kept.getFirst(), kept.getLast());
    return pair.after().text().attributionsOver(words).stream()
        .filter(said -> said.cue().isPresent())
        .anyMatch(said -> said.confidence() > MIN_OTHER || stoodBefore(pair, said.cue().get()));
  }

  private static boolean stoodBefore(SentencePair pair, Span cue) {
    Side before = pair.before();
    return pair.after().in(cue).stream()
        .filter(j -> pair.origin(j).isPresent())
        .map(j -> before.token(pair.origin(j).getAsInt()).span())
        .anyMatch(
            word ->
                before.text().attributions().stream()
                    .anyMatch(said -> said.cue().map(word::overlaps).orElse(false)));
  }

  /** Words that stood in quotation marks look like somebody's even where the marks went. */
  private static boolean wasQuoted(Side before, List<Integer> content) {
    return content.stream().filter(before::isQuoted).count() * 2 > content.size();
  }

  /** Quotation marks over most of the words tell that they are somebody's. */
  private static boolean standsQuoted(Side after, List<Integer> kept) {
    return kept.stream().filter(after::isQuoted).count() * 2 > kept.size();
  }

  /** Whether an attribution of the sentence before or after reaches over these words. */
  private static boolean isCarried(Side after, Span words, Attribution dropped, Side before) {
    Annotated text = after.text();
    List<Sentence> sentences = after.sentences();
    if (sentences.isEmpty()) {
      return false;
    }
    int first = sentences.getFirst().index();
    int last = sentences.getLast().index();
    for (Attribution said : text.attributionsOver(words)) {
      boolean elsewhere =
          named(said).isPresent()
              && sentences.stream().noneMatch(own -> own.span().overlaps(named(said).get()));
      if (elsewhere) {
        return true;
      }
    }
    String source = dropped.source().map(before::words).orElse("");
    return sameSpeaker(text, first - 1, dropped, source)
        || sameSpeaker(text, last + 1, dropped, source);
  }

  /** Whether the neighbour names the same source. */
  private static boolean sameSpeaker(
      Annotated text, int neighbour, Attribution dropped, String source) {
    if (neighbour < 0 || neighbour >= text.sentences().size()) {
      return false;
    }
    Sentence beside = text.sentences().get(neighbour);
    return text.attributions().stream()
        .filter(said -> said.source().isPresent() && beside.span().overlaps(said.source().get()))
        .anyMatch(
            said ->
                said.entity().isPresent() && said.entity().equals(dropped.entity())
                    || said.source().get().in(text.body()).equalsIgnoreCase(source));
  }
}
