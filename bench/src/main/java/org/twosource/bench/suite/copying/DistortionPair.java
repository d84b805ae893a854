package org.twosource.bench.suite.copying;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.report.Span;

/**
 * One labelled pair of distortion/pairs.jsonl; offsets count from the start of the two sentences.
 *
 * @param unseen whether its story is in the half that nothing was tuned on
 */
record DistortionPair(
    String id,
    boolean controlled,
    boolean unseen,
    String before,
    String after,
    List<Change> changes) {

  /** One labelled change of meaning. */
  record Change(
      String kind,
      boolean low,
      Optional<Span> before,
      Optional<Span> after,
      Set<String> alsoAccept,
      boolean quoted) {

    /** Words of one side overlap, a kind that counts, and above low where the label is. */
    boolean isHitBy(Finding finding) {
      String found = finding.kind().label();
      boolean counts =
          found.equals(kind)
              || alsoAccept.contains(found)
              || quoted && found.equals("quote-altered");
      boolean severe = low || finding.severity() != Severity.LOW;
      return counts && severe && (touch(before, finding.before()) || touch(after, finding.after()));
    }

    private static boolean touch(Optional<Span> one, Optional<Span> two) {
      return one.isPresent() && two.isPresent() && one.get().overlaps(two.get());
    }
  }

  boolean harmless() {
    return changes.isEmpty();
  }

  static DistortionPair of(JsonNode pair) {
    String before = pair.get("from").get("text").asText();
    String after = pair.get("to").get("text").asText();
    List<Change> changes = new ArrayList<>();
    if (pair.get("label").asText().equals("distorted")) {
      for (JsonNode change : pair.get("changes")) {
        changes.add(change(change, pair, before, after));
      }
    }
    return new DistortionPair(
        pair.get("id").asText(),
        pair.get("controlled").asBoolean(),
        isUnseen(pair.get("story").asText()),
        before,
        after,
        changes);
  }

  /** Half of the stories, by a bit of their name's checksum that cuts the pairs about in half. */
  static boolean isUnseen(String story) {
    CRC32 checksum = new CRC32();
    checksum.update(story.getBytes(StandardCharsets.UTF_8));
    return (checksum.getValue() >> 2 & 1) == 1;
  }

  private static Change change(JsonNode change, JsonNode pair, String before, String after) {
    Set<String> accept = new TreeSet<>();
    change.path("alsoAccept").forEach(kind -> accept.add(kind.asText()));
    Optional<Span> from = span(change.path("beforeSpan"), pair.get("from"), before);
    Optional<Span> to = span(change.path("afterSpan"), pair.get("to"), after);
    return new Change(
        change.get("kind").asText(),
        change.get("severity").asText().equals("low"),
        from,
        to,
        accept,
        from.map(span -> isQuoted(before, span)).orElse(false)
            && to.map(span -> isQuoted(after, span)).orElse(true));
  }

  private static Optional<Span> span(JsonNode span, JsonNode side, String text) {
    if (!span.isArray() || span.size() < 2) {
      return Optional.empty();
    }
    int start = span.get(0).asInt() - side.get("start").asInt();
    int end = span.get(1).asInt() - side.get("start").asInt();
    boolean inside = 0 <= start && start <= end && end <= text.length();
    return inside ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  /** Whether marks stand on both sides of the words, or the text begins or ends before one does. */
  private static boolean isQuoted(String text, Span words) {
    String marks = "\"“”‘’";
    int opened = 0;
    for (int i = 0; i < words.start(); i++) {
      opened += marks.indexOf(text.charAt(i)) >= 0 && isFree(text, i) ? 1 : 0;
    }
    int closed = 0;
    for (int i = words.end(); i < text.length(); i++) {
      closed += marks.indexOf(text.charAt(i)) >= 0 && isFree(text, i) ? 1 : 0;
    }
    return opened % 2 == 1 || opened == 0 && closed % 2 == 1;
  }

  private static boolean isFree(String text, int i) {
    boolean left = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
    boolean right = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
    return left || right;
  }
}
