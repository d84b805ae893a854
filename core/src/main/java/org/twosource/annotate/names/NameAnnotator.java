package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EnglishHeads;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.TextAnnotator;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.Weights;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Finds the names of a text: people, organisations, places and others.
 *
 * <p>With a tagger's proposals ({@link #refine}) it corrects them by what is certain: the
 * gazetteer, titles, hyphenated pairs ("US-China"), and one reading of a name in one text. Without
 * ({@link #find}) it goes by rules alone: capital letters, titles, given names, endings of firms
 * and places, prepositions, the gazetteer. Safe for use by several threads.
 */
public final class NameAnnotator implements TextAnnotator {
  private final Gazetteer gazetteer;
  private final NameWords words;
  private final String language;
  private final NameTagger tagger;
  private final Appositions appositions;
  private final TaggedNames tagged;
  private final OneReading oneReading;
  private final TurnLabels turnLabels;
  private final NameFringes fringes;

  public NameAnnotator(Language language, Gazetteer gazetteer, NameTagger tagger) {
    this.tagger = tagger;
    this.gazetteer = gazetteer;
    this.words = NameWords.of(language, gazetteer);
    this.language = language.code();
    this.appositions = new Appositions(words, gazetteer);
    this.tagged = new TaggedNames(words, gazetteer);
    this.oneReading = new OneReading(words, gazetteer);
    this.turnLabels = new TurnLabels(words);
    this.fringes = new NameFringes(words, gazetteer);
  }

  /** English, by rules alone, with the gazetteer that comes with the program. */
  public static NameAnnotator standard() {
    return with(NameTagger.NONE);
  }

  /** English, with the learned tagger where its weights are there. */
  public static NameAnnotator learned() {
    return with(
        Weights.find("ner").<NameTagger>map(LearnedNameTagger::english).orElse(NameTagger.NONE));
  }

  /** English, with the gazetteer that comes with the program and a tagger. */
  public static NameAnnotator with(NameTagger tagger) {
    return new NameAnnotator(Language.find("en").orElseThrow(), Gazetteer.standard(), tagger);
  }

  /** Adds the names and what refers to them, resolved within the text. */
  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Text text = soFar.text();
    List<Name> names = refine(text, tagger.names(text, encoding));
    var unresolved = new StoryNames(gazetteer, words, List.of(text), List.of(names));
    return soFar.withMentions(
        NameResolver.resolve(unresolved, KnownEntities.NONE).mentions().getFirst());
  }

  /**
   * The names of a text by rules alone, in text order, not overlapping. Empty for a text in another
   * language than the annotator's.
   */
  public List<Name> find(Text text) {
    return refine(text, List.of());
  }

  /**
   * The names of a text, from a tagger's proposals and rules.
   *
   * @param proposed names in text order, not overlapping; empty when there is no tagger
   * @return names in text order, not overlapping
   */
  public List<Name> refine(Text text, List<Name> proposed) {
    if (!text.language().equals(language) && !EnglishHeads.read(text)) {
      return proposed;
    }
    List<SentenceNames> sentences = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      sentences.add(new SentenceNames(words, gazetteer, text.body(), sentence.span()));
    }
    Set<String> lowercase = lowercaseWords(sentences);
    List<Name> byRules = new ArrayList<>();
    for (SentenceNames sentence : sentences) {
      byRules.addAll(sentence.find(lowercase));
    }
    List<Name> names =
        proposed.isEmpty()
            ? byRules
            : fringes.cut(text, tagged.merge(text.body(), proposed, byRules), lowercase);
    List<Name> read =
        oneReading.of(text.body(), appositions.correct(text.body(), names), sentences);
    return turnLabels.correct(text, read);
  }

  private static Set<String> lowercaseWords(List<SentenceNames> sentences) {
    Set<String> lowercase = new LinkedHashSet<>();
    for (SentenceNames sentence : sentences) {
      for (NameWord word : sentence.words()) {
        if (!word.isCapital()) {
          lowercase.add(word.lower());
        }
      }
    }
    return lowercase;
  }
}
