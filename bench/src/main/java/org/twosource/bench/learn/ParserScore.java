package org.twosource.bench.learn;

import java.util.List;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.bench.data.Treebank;

/**
 * Counts right parts of speech, heads and relations over gold tokens, and subjects of verbs of
 * saying. Punctuation counts.
 */
public final class ParserScore {
  private static final Set<String> SAYING =
      Set.of(
          "say",
          "tell",
          "add",
          "announce",
          "claim",
          "report",
          "state",
          "note",
          "explain",
          "argue",
          "insist",
          "suggest",
          "warn",
          "admit",
          "confirm",
          "declare",
          "deny",
          "ask",
          "reply",
          "write",
          "comment",
          "mention",
          "point",
          "believe",
          "think",
          "call",
          "acknowledge",
          "complain",
          "conclude",
          "describe",
          "predict",
          "promise",
          "remark",
          "stress",
          "agree",
          "charge",
          "accuse");

  private int tokens;
  private int tags;
  private int heads;
  private int labelled;
  private int mainLabelled;
  private int subjectsRight;
  private int subjectsFound;
  private int subjectsThere;

  public void add(Treebank.Tree gold, Grammar found) {
    for (int i = 0; i < gold.words().size(); i++) {
      boolean head = gold.heads().get(i).equals(found.heads().get(i));
      String relation = gold.relations().get(i);
      tokens++;
      tags += gold.pos().get(i).equals(found.pos().get(i)) ? 1 : 0;
      heads += head ? 1 : 0;
      labelled += head && relation.equals(found.relations().get(i)) ? 1 : 0;
      mainLabelled += head && main(relation).equals(main(found.relations().get(i))) ? 1 : 0;
      boolean there = isSubjectOfSaying(gold.lemmas(), relation, gold.heads().get(i));
      boolean made =
          isSubjectOfSaying(gold.lemmas(), found.relations().get(i), found.heads().get(i));
      subjectsThere += there ? 1 : 0;
      subjectsFound += made ? 1 : 0;
      subjectsRight += there && made && head ? 1 : 0;
    }
  }

  private static String main(String relation) {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  private static boolean isSubjectOfSaying(List<String> lemmas, String relation, int head) {
    return relation.equals("nsubj") && head >= 0 && SAYING.contains(lemmas.get(head));
  }

  /** Share of tokens with the right universal part of speech. */
  public double upos() {
    return share(tags);
  }

  /** Share of tokens with the right head. */
  public double uas() {
    return share(heads);
  }

  /** Share of tokens with the right head and universal relation, subtypes aside. */
  public double las() {
    return share(mainLabelled);
  }

  /** The same with subtypes ({@code nmod:poss}). */
  public double lasWithSubtypes() {
    return share(labelled);
  }

  /** F1 of subjects of verbs of saying, head and relation right. */
  public double speechSubjects() {
    return 2.0 * subjectsRight / Math.max(1, subjectsFound + subjectsThere);
  }

  private double share(int right) {
    return (double) right / Math.max(1, tokens);
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "UPOS %.4f UAS %.4f LAS %.4f (with subtypes %.4f), subject of a speech verb %.4f (n=%d)",
        upos(),
        uas(),
        las(),
        lasWithSubtypes(),
        speechSubjects(),
        subjectsThere);
  }
}
