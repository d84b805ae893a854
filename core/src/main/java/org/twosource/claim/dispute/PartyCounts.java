package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Amount;
import org.twosource.claim.Dispute;
import org.twosource.claim.Informant;
import org.twosource.claim.InformantReader;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Two parties' counts of one thing, side by side in one report: "Police put the number at 4,000;
 * the association said 7,500 had come." The second gives a bare number, as a subject or at the end
 * of its clause, so that it can only be of what the first one counted. Needs grammar; without it
 * nothing is found.
 */
public final class PartyCounts {
  /** Beyond this ratio the two count different things. */
  private static final double MAX_RATIO = 12;

  private final Set<String> countingVerbs;
  private final InformantReader informants;

  public PartyCounts(Language language, ContentWords contentWords, Annotations annotations) {
    this.countingVerbs = language.words("counting-verbs");
    this.informants = new InformantReader(language, contentWords, annotations);
  }

  /** One party's number. */
  private record Count(Wording wording, Amount amount, Informant by) {}

  /** One question a pair of counts, in story order. */
  public List<Question> find(List<Wording> wordings) {
    List<Question> found = new ArrayList<>();
    Optional<Count> last = Optional.empty();
    for (Wording wording : wordings) {
      Optional<Count> count = count(wording);
      if (last.isPresent() && count.isPresent() && differ(last.get(), count.get())) {
        found.add(contested(last.get(), count.get()));
      }
      if (count.isPresent()) {
        last = count;
      }
    }
    return found;
  }

  private static Question contested(Count a, Count b) {
    DisputedPair difference = NumberDispute.of(a.wording(), a.amount(), b.wording(), b.amount());
    return new Question(
        List.of(said(a), said(b)),
        List.of(
            new DisputedPair(
                    Dispute.Kind.NUMBER,
                    Dispute.Resolution.OPEN,
                    difference.a().supersededIf(false),
                    difference.b().supersededIf(false))
                .between(Dispute.Between.PARTIES, 0, 1)));
  }

  private static Wording said(Count count) {
    Wording wording = count.wording();
    Certainty certainty =
        wording.certainty() == Certainty.ASSERTED ? Certainty.ATTRIBUTED : wording.certainty();
    return wording.cutTo(wording.span(), Optional.of(count.by()), certainty);
  }

  private static boolean differ(Count a, Count b) {
    int sentences = b.wording().sentence().index() - a.wording().sentence().index();
    double larger = Math.max(a.amount().value(), b.amount().value());
    double smaller = Math.min(a.amount().value(), b.amount().value());
    return a.wording().report() == b.wording().report()
        && sentences >= 0
        && sentences <= 1
        && !a.by().key().equals(b.by().key())
        && a.amount().measure().equals(b.amount().measure())
        && smaller > 0
        && larger / smaller <= MAX_RATIO
        && !a.amount().agreesWith(b.amount())
        && topicsFit(a.amount(), b.amount())
        && isBare(b);
  }

  private static boolean topicsFit(Amount a, Amount b) {
    Set<String> first = topics(a);
    Set<String> second = topics(b);
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private static Set<String> topics(Amount amount) {
    return Set.copyOf(amount.of().stream().filter(of -> of.startsWith("#")).toList());
  }

  /**
   * A number that stands for what it counts: before an auxiliary or at the end, not "the 21", nor
   * "a year or two".
   */
  private static boolean isBare(Count count) {
    Amount amount = count.amount();
    List<Token> tokens = count.wording().sentence().tokens();
    Optional<Grammar> syntax =
        count.wording().annotated().syntax(count.wording().sentence().index());
    for (int at = 0; syntax.isPresent() && at < tokens.size(); at++) {
      if (tokens.get(at).end() == amount.figure().end()) {
        boolean determined = at > 0 && tokens.get(at - 1).normal().matches("the|as|these|those|or");
        String next = at + 1 < tokens.size() ? syntax.get().pos(at + 1) : "PUNCT";
        return !determined && amount.nouns().isEmpty() && next.matches("AUX|VERB|PUNCT");
      }
    }
    return false;
  }

  /** The only number of a wording, and the party that gives it. */
  private Optional<Count> count(Wording wording) {
    if (wording.amounts().size() != 1 || !wording.amounts().getFirst().measure().equals("count")) {
      return Optional.empty();
    }
    Amount amount = wording.amounts().getFirst();
    Optional<Informant> by = counting(wording, amount).or(wording::informant);
    boolean inSource =
        wording
            .attribution()
            .flatMap(Attribution::source)
            .filter(source -> source.overlaps(amount.span()))
            .isPresent();
    return by.filter(party -> !inSource).map(party -> new Count(wording, amount, party));
  }

  /** Who puts a number at so much. */
  private Optional<Informant> counting(Wording wording, Amount amount) {
    Optional<Grammar> syntax = wording.annotated().syntax(wording.sentence().index());
    List<Token> tokens = wording.sentence().tokens();
    for (int at = 0; syntax.isPresent() && at + 1 < tokens.size(); at++) {
      Token verb = tokens.get(at);
      boolean counts =
          countingVerbs.contains(verb.normal())
              || countingVerbs.contains(verb.normal() + " " + tokens.get(at + 1).normal());
      if (counts && wording.span().contains(verb.span()) && verb.end() <= amount.span().start()) {
        Optional<Span> subject = Party.subject(tokens, syntax.get(), at);
        if (subject.isPresent()) {
          return Party.read(informants, wording, subject.get(), amount.span());
        }
      }
    }
    return Optional.empty();
  }
}
