package org.twosource.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Mention;
import org.twosource.report.Publishers;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/**
 * Tells who an attribution goes to, so that "US officials", "U.S. officials" and "the officials"
 * are one informant and a named spokesman is another.
 */
public final class InformantReader {
  private static final int MAX_SOURCE_WORDS = 14;

  private final Set<String> notFirst;
  private final Set<String> reportPhrases;
  private final Set<String> offices;
  private final Set<String> unnamed;
  private final Set<String> posting;
  private final Set<String> outletWords;
  private final Set<String> fillers;
  private final PublicActs acts;
  private final Set<String> agencies = new TreeSet<>();
  private final ContentWords contentWords;
  private final Map<String, Entity> entities = new TreeMap<>();

  public InformantReader(Language language, ContentWords contentWords, Annotations annotations) {
    this.notFirst = language.words("not-source-openers");
    this.reportPhrases = language.words("outlet-report-phrases");
    this.offices = language.words("informant-offices");
    this.unnamed = language.words("unnamed-informants");
    this.posting = language.words("posting-informants");
    this.outletWords = language.words("outlet-words");
    this.fillers = language.words("informant-fillers");
    this.acts = new PublicActs(language);
    language
        .map("agencies")
        .forEach(
            (form, name) -> {
              agencies.add(form.toLowerCase(Locale.ROOT));
              agencies.add(name.toLowerCase(Locale.ROOT));
            });
    agencies.remove("");
    this.contentWords = contentWords;
    annotations.entities().forEach(entity -> entities.put(entity.id(), entity));
  }

  public Optional<Informant> read(Annotated annotated, Attribution attribution) {
    return attribution
        .source()
        .filter(source -> !acts.isIn(annotated, attribution))
        .flatMap(source -> read(annotated, source, attribution.entity()));
  }

  /** The informant whom a sentence credits, as in "according to two officials". */
  public Optional<Informant> read(Annotated annotated, Span credited) {
    List<String> named =
        annotated.mentionsIn(credited).stream()
            .filter(Mention::isName)
            .map(Mention::entity)
            .distinct()
            .toList();
    return read(
        annotated, credited, named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
  }

  private Optional<Informant> read(Annotated annotated, Span source, Optional<String> id) {
    Span words = withoutApposition(annotated, source);
    return namesSomebody(words.in(annotated.body()))
        ? Optional.of(informant(annotated, words, id))
        : Optional.empty();
  }

  /** Of many words those before the first comma: "Ida Moss, an engineer who was dismissed in". */
  private static Span withoutApposition(Annotated annotated, Span source) {
    String words = source.in(annotated.body());
    int comma = words.indexOf(',');
    return comma > 0 && words.strip().split("\\s+").length > MAX_SOURCE_WORDS
        ? new Span(source.start(), source.start() + comma)
        : source;
  }

  /** A name or a word for an informant; not a stretch of something else taken for a source. */
  private boolean namesSomebody(String source) {
    String[] words = source.strip().split("[^\\p{L}\\p{N}'’.-]+");
    if (words.length == 0 || words.length > MAX_SOURCE_WORDS || notFirst.contains(words[0])) {
      return false;
    }
    if (words.length == 1 && fillers.contains(words[0].toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))
          || unnamed.contains(lower)
          || unnamed.contains(contentWords.stem(lower))
          || outletWords.contains(lower)) {
        return true;
      }
    }
    return words.length <= 4;
  }

  private Informant informant(Annotated annotated, Span source, Optional<String> id) {
    String words = source.in(annotated.body()).strip().replaceAll("\\s+", " ");
    Optional<Entity> entity = id.flatMap(one -> Optional.ofNullable(entities.get(one)));
    List<String> stems = stems(words);
    boolean hasUnnamedHead = stems.stream().anyMatch(unnamed::contains);
    boolean hasPerson =
        annotated.mentions().stream()
            .anyMatch(
                mention ->
                    mention.span().overlaps(source)
                        && mention.type() == org.twosource.annotate.EntityType.PERSON
                        && mention.form() != Mention.Form.DESCRIPTION);
    if (entity.isEmpty() && hasWord(words, posting)) {
      List<String> name = stems.stream().filter(stem -> !posting.contains(stem)).toList();
      return new Informant(
          words, String.join(" ", name.isEmpty() ? stems : name), Informant.Kind.UNNAMED);
    }
    if (isOutlet(words, entity)) {
      return new Informant(
          entity.map(Entity::name).orElse(words),
          entity.map(Entity::id).orElse(String.join(" ", stems)),
          Informant.Kind.OUTLET);
    }
    if (entity.isPresent() && (hasPerson || !hasUnnamedHead)) {
      return new Informant(entity.get().name(), entity.get().id(), Informant.Kind.NAMED);
    }
    if (hasUnnamedHead) {
      List<String> key = stems.stream().filter(stem -> !fillers.contains(stem)).toList();
      boolean speaksForBody =
          stems.stream().anyMatch(stem -> stem.startsWith("spokes") || stem.equals("analyst"));
      return new Informant(
          words,
          key.isEmpty() ? String.join(" ", stems) : String.join(" ", key),
          speaksForBody ? Informant.Kind.NAMED : Informant.Kind.UNNAMED);
    }
    boolean capital = words.chars().anyMatch(Character::isUpperCase);
    return new Informant(
        words, String.join(" ", stems), capital ? Informant.Kind.NAMED : Informant.Kind.UNNAMED);
  }

  private static boolean hasWord(String words, Set<String> of) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).anyMatch(of::contains);
  }

  private boolean isOutlet(String words, Optional<Entity> entity) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (agencies.contains(lower.replaceFirst("^the ", "")) || reportPhrases.contains(lower)) {
      return true;
    }
    if (entity
        .map(Entity::name)
        .filter(
            name ->
                agencies.contains(name.toLowerCase(Locale.ROOT))
                    || Publishers.standard().known(name).isPresent())
        .isPresent()) {
      return true;
    }
    boolean outletWord = false;
    for (String word : lower.split("[^\\p{L}]+")) {
      if (word.startsWith("spokes") || offices.contains(word)) {
        return false;
      }
      outletWord |= outletWords.contains(word);
    }
    return outletWord;
  }

  private List<String> stems(String words) {
    List<String> stems = new ArrayList<>();
    for (String word :
        words
            .toLowerCase(Locale.ROOT)
            .replace("u.s.", "us")
            .replace("u.k.", "uk")
            .split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && !fillers.contains(word)) {
        String stem = contentWords.stem(word);
        stems.add(unnamed.contains(stem) || !unnamed.contains(word) ? stem : word);
      }
    }
    return stems;
  }
}
