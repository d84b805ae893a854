package org.twosource.claim.dispute;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.claim.Informant;
import org.twosource.claim.InformantReader;
import org.twosource.claim.Wording;
import org.twosource.report.Span;
import org.twosource.text.Token;

/**
 * The party that does something with words, read from the grammar where no attribution was found:
 * the subject of "put the number at", "rejected the report", "blamed".
 */
public final class Party {
  private Party() {}

  /** The subject of a verb with what belongs to its noun, clauses left out. */
  public static Optional<Span> subject(List<Token> tokens, Grammar syntax, int verb) {
    for (int at = verb - 1; at >= 0; at--) {
      if (syntax.head(at) == verb && syntax.relation(at).equals("nsubj")) {
        int start = at;
        int end = at;
        for (int word = 0; word < verb; word++) {
          if (syntax.isUnder(word, at, "acl.*|punct|parataxis")) {
            start = Math.min(start, word);
            end = Math.max(end, word);
          }
        }
        return Optional.of(new Span(tokens.get(start).start(), tokens.get(end).end()));
      }
    }
    return Optional.empty();
  }

  /** Who a stretch of words names, as an informant on {@code content}. */
  public static Optional<Informant> read(
      InformantReader informants, Wording wording, Span source, Span content) {
    Optional<String> entity =
        wording.annotated().mentionsIn(source).stream()
            .filter(mention -> mention.form() != Mention.Form.DESCRIPTION)
            .min(Comparator.comparing(mention -> mention.type() != EntityType.PERSON))
            .map(Mention::entity);
    return informants.read(
        wording.annotated(),
        new Attribution(
            Attribution.Kind.INDIRECT,
            Speaker.of(Optional.of(source), entity),
            Optional.empty(),
            List.of(content),
            List.of(),
            0.5));
  }
}
