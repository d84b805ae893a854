package org.twosource.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.claim.dispute.AmountQuestions;
import org.twosource.claim.dispute.DeniedStatement;
import org.twosource.claim.dispute.DisputeJudge;
import org.twosource.claim.dispute.Disputes;
import org.twosource.claim.dispute.QuestionWords;
import org.twosource.claim.dispute.Questions;
import org.twosource.claim.dispute.SlotDisputes;
import org.twosource.claim.dispute.Spellings;
import org.twosource.claim.grouping.Comparisons;
import org.twosource.claim.grouping.LikeWordings;
import org.twosource.claim.grouping.Likeness;
import org.twosource.claim.grouping.Reasons;
import org.twosource.claim.grouping.SureTies;
import org.twosource.claim.wording.WordingReader;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparer;
import org.twosource.lexicon.Synonyms;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OriginOrder;
import org.twosource.lineage.OutletCredits;
import org.twosource.report.Citation;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/**
 * Claims by average-link grouping of clause-sized wordings.
 *
 * <p>Reports are cut into {@link Wording}s; wordings in the same words are one entry. Every entry
 * is compared with the few entries that share the most words with it and with those it is aligned
 * to ({@link Comparisons}), by a logistic model over evidence that can be shown ({@link Likeness});
 * {@link LikeWordings} merges what is alike. The cost grows with the distinct wordings, not with
 * their pairs. Of each claim the independent families and the informants are counted, and {@link
 * Disputes} looks for what its wordings do not agree on.
 */
public final class StandardClaimMatcher implements ClaimMatcher {
  /** Claims kept of one story. */
  public static final int MAX_CLAIMS = 60;

  /** Mean probability at which two groups are one claim; see bench/results/claims.tsv. */
  static final double MERGE = 0.22;

  private final ClaimConstraints constraints;
  private final int maxClaims;
  private final double merge;
  private final StatementComparer comparer;
  private final Synonyms synonyms = Synonyms.standard();
  private final Likeness likeness;
  private final DisputeJudge judge = DisputeJudge.standard();

  public StandardClaimMatcher() {
    this(ClaimConstraints.NONE, MAX_CLAIMS, LearnedComparer.standard());
  }

  /**
   * @param constraints what a reader has decided
   * @param maxClaims claims kept of one story, the weightiest first
   * @param comparer tells whether one source may stand behind another; without it none does
   */
  public StandardClaimMatcher(
      ClaimConstraints constraints, int maxClaims, StatementComparer comparer) {
    this(constraints, maxClaims, MERGE, comparer);
  }

  /**
   * @param merge mean probability at which two groups are one claim, 0 to 1
   */
  public StandardClaimMatcher(
      ClaimConstraints constraints, int maxClaims, double merge, StatementComparer comparer) {
    if (maxClaims < 1) {
      throw new IllegalArgumentException("maxClaims is " + maxClaims + ", not 1 or more");
    }
    this.constraints = constraints;
    this.maxClaims = maxClaims;
    this.merge = merge;
    this.comparer = comparer;
    this.likeness = Likeness.standard();
  }

  @Override
  public List<Claim> match(Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    Language language = languageOf(annotations);
    ContentWords contentWords = new ContentWords(language);
    List<Wording> wordings =
        new WordingReader(language, contentWords, annotations)
            .read(annotations, alignments, lineage);
    Comparisons comparisons =
        new Comparisons(annotations, alignments, wordings, contentWords, likeness);
    Decisions decisions = Decisions.of(constraints, wordings);
    List<String> reports = annotations.reports().stream().map(Annotated::id).toList();

    ClaimDrafts drafts = new ClaimDrafts(new OriginOrder(reports, lineage), decisions);
    SureTies sure = new SureTies(comparer);
    Disputes disputes = new Disputes(comparisons, language);
    LikeWordings.of(comparisons, decisions, merge, sure, group -> !disputes.find(group).isEmpty())
        .forEach(drafts::addLike);
    new AmountQuestions(comparisons, synonyms, language, contentWords)
        .find(wordings, decisions)
        .forEach(drafts::addAnswers);
    DeniedStatement denied = new DeniedStatement(comparer);
    Questions.in(wordings, language, contentWords, synonyms, annotations, denied)
        .forEach(drafts::addQuestion);
    SlotDisputes.ofDenials(wordings, language, contentWords).find(judge).stream()
        .filter(denied::isDeniedIn)
        .forEach(drafts::addQuestion);
    drafts.addSpellings(Spellings.find(wordings));

    ClaimBuilder builder =
        new ClaimBuilder(
            disputes,
            new Reasons(comparisons, decisions),
            decisions,
            lineage,
            OutletCredits.of(annotations.reports()),
            new KnowerModel(language),
            sure,
            new SharedWords(comparer, language),
            new QuestionWords(contentWords));
    Map<List<Statement>, Claim> claims = new LinkedHashMap<>();
    for (ClaimDraft draft : drafts.weightiest(maxClaims)) {
      Claim claim = builder.claim("c" + (claims.size() + 1), draft);
      claims.merge(claim.statements(), claim, StandardClaimMatcher::oneOf);
    }
    return List.copyOf(claims.values());
  }

  /** The language of most reports: its words are what claims are read with. */
  private static Language languageOf(Annotations annotations) {
    return Language.ofMost(
        annotations.reports().stream().map(report -> report.text().language()).toList());
  }

  /** A question and a likeness that join the same statements are one claim. */
  private static Claim oneOf(Claim first, Claim second) {
    return first.disputes().containsAll(second.disputes())
        ? first
        : second.withHandle(first.handle());
  }

  /** The pairs that are compared, with the evidence between them; for training the weights. */
  public List<WordingComparison> compare(
      Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    Language language = languageOf(annotations);
    ContentWords contentWords = new ContentWords(language);
    List<Wording> wordings =
        new WordingReader(language, contentWords, annotations)
            .read(annotations, alignments, lineage);
    return new Comparisons(annotations, alignments, wordings, contentWords, likeness)
        .all().stream()
            .map(pair -> new WordingComparison(pair.a(), pair.b(), pair.evidence()))
            .toList();
  }

  /** Names of the evidence, in the order of {@link WordingComparison#evidence()}. */
  public static List<String> evidenceNames() {
    return Likeness.FEATURES;
  }

  /** Two wordings, each with all places where it stands, and the evidence between them. */
  public record WordingComparison(List<Citation> a, List<Citation> b, List<Double> evidence) {
    public WordingComparison {
      a = List.copyOf(a);
      b = List.copyOf(b);
      evidence = List.copyOf(evidence);
    }
  }
}
