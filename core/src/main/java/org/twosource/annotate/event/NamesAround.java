package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Token;

/**
 * The names that the words around a trigger are about, read more widely than {@link Arguments}:
 * subjects and objects of the verbs above too, and places. They are the sides of what is not worth
 * coding, and what the learned roots look at; those who act are {@link Parties}. For one sentence.
 */
final class NamesAround {
  /** A name in a clause of its own is no party of the event outside it. */
  private static final String OWN_CLAUSE = "acl.*|advcl.*|ccomp|parataxis";

  private static final int LONGEST_CHAIN = 12;
  private static final int MOST_STEPS_UP = 3;

  private final Parties.Words words;
  private final List<Token> tokens;
  private final Grammar tree;
  private final List<Mention> mentions;
  private final Set<Mention> actors = new LinkedHashSet<>();
  private final Set<Mention> recipients = new LinkedHashSet<>();

  NamesAround(Parties.Words words, List<Token> tokens, Grammar tree, List<Mention> mentions) {
    this.words = words;
    this.tokens = tokens;
    this.tree = tree;
    this.mentions = mentions;
  }

  /** Two sets of names; call it once. */
  record NameSides(Set<Mention> actors, Set<Mention> recipients) {}

  NameSides of(EventWords.Found found) {
    int trigger = found.start();
    subjects(trigger);
    tree.dependents(trigger, "i?obj").forEach(at -> recipients.addAll(under(at)));
    tree.dependents(trigger, "nmod:poss|compound|amod").forEach(at -> actors.addAll(under(at)));
    obliques(trigger, found);
    boolean noun = !tree.pos(trigger).equals("VERB");
    for (int over : tree.up(trigger).skip(1).limit(MOST_STEPS_UP).toArray()) {
      if (!actors.isEmpty()) {
        break;
      }
      subjects(over);
      if (noun && recipients.isEmpty()) {
        obliques(over, found);
      }
    }
    boolean nobody = recipients.isEmpty() && actors.isEmpty();
    recipients.removeAll(actors);
    if (nobody || found.kind().cameo().isPresent() && (recipients.isEmpty() || actors.isEmpty())) {
      fill(found);
    }
    return new NameSides(actors, recipients);
  }

  private void subjects(int head) {
    tree.dependents(head, "nsubj:pass").forEach(at -> recipients.addAll(under(at)));
    tree.dependents(head, "nsubj(:outer)?").forEach(at -> actors.addAll(under(at)));
  }

  private void obliques(int head, EventWords.Found found) {
    Span trigger = tokens.get(found.start()).span();
    for (int i : tree.dependents(head, "(?!nmod:poss$|obl:unmarked$)(obl|nmod).*").toArray()) {
      String preposition =
          tree.preposition(i).isPresent()
              ? tokens.get(tree.preposition(i).getAsInt()).normal()
              : "";
      if (words.agentMarks().contains(preposition)) {
        actors.addAll(under(i));
      } else if (words.recipientMarks().contains(preposition)
          || tree.relation(i).equals("obl:agent")
          || words.places().contains(preposition) && recipients.isEmpty()) {
        under(i).stream()
            .filter(mention -> !mention.span().contains(trigger))
            .forEach(recipients::add);
      }
    }
  }

  /** The names in the subtree of a token, but not those of clauses inside it. */
  private List<Mention> under(int top) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : mentions) {
      int token = tokenAt(mention.span());
      if (token >= 0 && tree.isUnder(token, top, OWN_CLAUSE)) {
        found.add(mention);
      }
    }
    Span head = tokens.get(top).span();
    Optional<Mention> exact =
        found.stream().filter(mention -> mention.span().contains(head)).findFirst();
    if (exact.isEmpty()) {
      return found;
    }
    List<Mention> joined = new ArrayList<>(List.of(exact.get()));
    found.stream()
        .filter(mention -> mention != exact.get() && isConjunct(tokenAt(mention.span()), top))
        .forEach(joined::add);
    return joined;
  }

  private boolean isConjunct(int token, int top) {
    return tree.up(token)
        .takeWhile(at -> at != top)
        .limit(LONGEST_CHAIN)
        .anyMatch(at -> tree.relation(at).equals("conj"));
  }

  private int tokenAt(Span span) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (span.contains(tokens.get(i).span())) {
        return tree.up(i)
            .takeWhile(at -> span.contains(tokens.get(at).span()))
            .reduce((below, above) -> above)
            .orElse(i);
      }
    }
    return -1;
  }

  /** What the grammar does not show, the order of names does; turned round before a "by". */
  private void fill(EventWords.Found found) {
    Span trigger = tokens.get(found.start()).span();
    Optional<Mention> before =
        mentions.stream()
            .filter(mention -> mention.span().end() <= trigger.start())
            .max(Comparator.comparing(Mention::span));
    Optional<Mention> after =
        mentions.stream().filter(mention -> mention.span().start() >= trigger.end()).findFirst();
    boolean turned =
        found.end() < tokens.size()
            && words.agentMarks().contains(tokens.get(found.end()).normal());
    if (recipients.isEmpty()) {
      (turned ? before : after).filter(one -> !actors.contains(one)).ifPresent(recipients::add);
    }
    if (actors.isEmpty()) {
      (turned ? after : before).filter(one -> !recipients.contains(one)).ifPresent(actors::add);
    }
  }
}
