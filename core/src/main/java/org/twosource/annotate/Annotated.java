package org.twosource.annotate;

import java.util.List;
import java.util.Optional;
import org.twosource.encode.Vectors;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * A text with everything read out of it. All lists are in text order; all offsets point into the
 * report's body.
 *
 * @param syntax one entry a sentence of {@code text}, or empty when the parser is off
 */
public record Annotated(
    Text text,
    List<Mention> mentions,
    List<Timex> timexes,
    List<Quantity> quantities,
    List<Attribution> attributions,
    List<Event> events,
    List<Cue> cues,
    List<Clause> clauses,
    List<Grammar> syntax,
    Vectors vectors) {
  public Annotated {
    mentions = List.copyOf(mentions);
    timexes = List.copyOf(timexes);
    quantities = List.copyOf(quantities);
    attributions = List.copyOf(attributions);
    events = List.copyOf(events);
    cues = List.copyOf(cues);
    clauses = List.copyOf(clauses);
    syntax = List.copyOf(syntax);
  }

  /** A text of which nothing has been read out yet. */
  public static Annotated bare(Text text) {
    return new Annotated(
        text,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Vectors.NONE);
  }

  public String id() {
    return text.id();
  }

  public Report report() {
    return text.report();
  }

  public String body() {
    return text.body();
  }

  public List<Sentence> sentences() {
    return text.sentences();
  }

  public Optional<Grammar> syntax(int sentence) {
    return syntax.isEmpty() ? Optional.empty() : Optional.of(syntax.get(sentence));
  }

  public List<Mention> mentionsIn(Span span) {
    return mentions.stream().filter(mention -> span.contains(mention.span())).toList();
  }

  /** The mentions that a word is part of, in text order. */
  public List<Mention> mentionsOver(Span word) {
    return mentions.stream().filter(mention -> mention.span().contains(word)).toList();
  }

  public List<Timex> timexesIn(Span span) {
    return timexes.stream().filter(timex -> span.contains(timex.span())).toList();
  }

  /** The quantities whose number lies in {@code span}, in text order. */
  public List<Quantity> quantitiesIn(Span span) {
    return quantities.stream().filter(quantity -> span.contains(quantity.figure())).toList();
  }

  public List<Cue> cuesIn(Span span) {
    return cues.stream().filter(cue -> span.contains(cue.span())).toList();
  }

  public List<Event> eventsIn(Span span) {
    return events.stream().filter(event -> span.contains(event.trigger())).toList();
  }

  /** The attributions whose content touches {@code span}. */
  public List<Attribution> attributionsOver(Span span) {
    return attributions.stream()
        .filter(said -> said.content().stream().anyMatch(span::overlaps))
        .toList();
  }

  public Annotated withMentions(List<Mention> newMentions) {
    return new Annotated(
        text,
        newMentions,
        timexes,
        quantities,
        attributions,
        events,
        cues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withTimexes(List<Timex> newTimexes) {
    return new Annotated(
        text,
        mentions,
        newTimexes,
        quantities,
        attributions,
        events,
        cues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withQuantities(List<Quantity> newQuantities) {
    return new Annotated(
        text,
        mentions,
        timexes,
        newQuantities,
        attributions,
        events,
        cues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withAttributions(List<Attribution> newAttributions) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        newAttributions,
        events,
        cues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withEvents(List<Event> newEvents) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        attributions,
        newEvents,
        cues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withCues(List<Cue> newCues) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        attributions,
        events,
        newCues,
        clauses,
        syntax,
        vectors);
  }

  public Annotated withClauses(List<Clause> newClauses) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        attributions,
        events,
        cues,
        newClauses,
        syntax,
        vectors);
  }

  public Annotated withSyntax(List<Grammar> newSyntax) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        attributions,
        events,
        cues,
        clauses,
        newSyntax,
        vectors);
  }

  public Annotated withVectors(Vectors newVectors) {
    return new Annotated(
        text,
        mentions,
        timexes,
        quantities,
        attributions,
        events,
        cues,
        clauses,
        syntax,
        newVectors);
  }
}
