package org.twosource.bench.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * What a headline makes of a claim: takes it for true, for false, or only passes it on. A logistic
 * model over evidence that can be shown: words that refute or hedge and are not the claim's own,
 * question marks, how much of the claim is in the headline, and the headline's other words.
 */
public final class StanceReader {
  private final ContentWords contentWords;
  private final Set<String> refuting;
  private final Set<String> hedging;
  private final StanceModel model;

  /** With the committed weights. */
  public static StanceReader standard() {
    return new StanceReader(Language.find("en").orElseThrow(), StanceModel.standard());
  }

  public StanceReader(Language language, StanceModel model) {
    this.contentWords = new ContentWords(language);
    this.refuting = language.words("stance-refuting");
    this.hedging = language.words("stance-hedging");
    this.model = model;
  }

  /** The stance of a headline towards a claim. */
  public Stance read(Sentence claim, Sentence headline) {
    return model.best(evidence(claim, headline));
  }

  /** The evidence by name, with its strength. */
  public Map<String, Double> evidence(Sentence claim, Sentence headline) {
    Set<String> claimWords = new TreeSet<>(contentWords.of(claim));
    Set<String> headlineWords = new TreeSet<>(contentWords.of(headline));
    Set<String> claimForms = new TreeSet<>();
    claim.tokens().forEach(token -> claimForms.add(token.normal()));
    Map<String, Double> evidence = new TreeMap<>();
    Set<String> shared = new TreeSet<>(claimWords);
    shared.retainAll(headlineWords);
    evidence.put("#bias", 1.0);
    evidence.put("#claim covered", shared.size() / (double) Math.max(1, claimWords.size()));
    evidence.put("#headline covered", shared.size() / (double) Math.max(1, headlineWords.size()));
    evidence.put("#length", headline.tokens().size() / 15.0);
    int refutes = 0;
    int hedges = 0;
    List<String> forms = new ArrayList<>(List.of("<"));
    for (Token token : headline.tokens()) {
      String form = token.normal().toLowerCase(Locale.ROOT);
      forms.add(form);
      if (claimForms.contains(form)) {
        continue;
      }
      refutes += refuting.contains(form) ? 1 : 0;
      hedges += hedging.contains(form) ? 1 : 0;
      if (form.equals("?")) {
        evidence.put("#question", 1.0);
      } else if (form.matches("[\"'“”‘’]")) {
        evidence.put("#quotation marks", 1.0);
      } else if (form.equals(":")) {
        evidence.put("#colon", 1.0);
      }
      if (!claimWords.contains(contentWords.stem(form))) {
        evidence.put(form, WORD);
      }
    }
    for (int i = 1; i < forms.size(); i++) {
      boolean own = claimForms.contains(forms.get(i - 1)) && claimForms.contains(forms.get(i));
      if (!own) {
        evidence.put(forms.get(i - 1) + " " + forms.get(i), WORD);
      }
    }
    if (refutes > 0) {
      evidence.put("#refutes", 1.0 + 0.5 * Math.min(2, refutes - 1));
    }
    if (hedges > 0) {
      evidence.put("#hedges", 1.0 + 0.5 * Math.min(2, hedges - 1));
    }
    if (refutes > 0 && hedges > 0) {
      evidence.put("#refutes and hedges", 1.0);
    }
    return evidence;
  }

  /** Strength of a single word or pair of words beside the named evidence. */
  private static final double WORD = 0.6;
}
