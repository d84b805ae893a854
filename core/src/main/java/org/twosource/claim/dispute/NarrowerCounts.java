package org.twosource.claim.dispute;

import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.claim.Amount;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/**
 * Tells a part from another answer: "three strong aftershocks" are among "four aftershocks", and
 * "two guards" among "five people"; "three ships" are not "four ships", and 14 guards are more than
 * nine people.
 */
final class NarrowerCounts {
  /** "800 German troops" of "850 soldiers" are the same troops, counted otherwise. */
  private static final double MOST = 0.8;

  private final Set<String> atLarge;

  NarrowerCounts(Language language, ContentWords contentWords) {
    this.atLarge =
        language.words("people-at-large").stream()
            .map(contentWords::stem)
            .collect(Collectors.toSet());
  }

  /** Whether the smaller number of the two counts a narrower kind of the same. */
  boolean isPartOfOther(Amount one, Amount other) {
    return isPart(one, other) || isPart(other, one);
  }

  private boolean isPart(Amount smaller, Amount larger) {
    if (smaller.value() > MOST * larger.value()) {
      return false;
    }
    Set<String> part = smaller.nouns();
    Set<String> whole = larger.nouns();
    boolean toll = smaller.of().stream().anyMatch(of -> of.startsWith("#"));
    return toll
        ? isAtLarge(whole) && !isAtLarge(part)
        : part.size() > whole.size() && !whole.isEmpty() && part.containsAll(whole);
  }

  /** Whether people are counted, of whatever kind. */
  private boolean isAtLarge(Set<String> nouns) {
    return nouns.isEmpty() || nouns.stream().anyMatch(atLarge::contains);
  }
}
