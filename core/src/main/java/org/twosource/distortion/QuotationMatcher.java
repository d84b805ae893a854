package org.twosource.distortion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.distortion.detect.QuoteAltered;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Groups the printings of one utterance over all reports of a story, copied or not.
 *
 * <p>Two printings belong together when they share most words of the shorter one, or when an
 * aligned passage holds both and they share some words or the same speaker says both (a translation
 * and its back-translation share few words). Best is the wording that most others have or are like,
 * those of other families first; a printing is altered when words inside its marks differ from it,
 * not when it is a part of it. Keeps no state.
 */
public final class QuotationMatcher {

  /** Shorter printings are utterances only where the report says whose they are. */
  private static final int MIN_WORDS = 3;

  /** The share of the shorter printing's words that makes two printings one utterance. */
  private static final double MIN_SHARED = 0.7;

  /** The share that is enough inside one aligned passage. */
  private static final double MIN_SHARED_ALIGNED = 0.34;

  /** What the longest printing gains by another that has the very same words; fragments less. */
  private static final double EXACT_VOTE = 1;

  private static final WordRarity RARITY = WordRarity.standard();

  /** A word sequence that more printings have than this tells nothing. */
  private static final int MAX_PRINTINGS = 200;

  private final QuoteAltered altered = new QuoteAltered();

  List<Quotation> match(
      Annotations annotations, List<Alignment> alignments, Lineage lineage, PairReader reader) {
    List<Printing> printings = new ArrayList<>();
    for (Annotated report : annotations.reports()) {
      printings.addAll(printings(report, reader));
    }
    int[] group = new int[printings.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    byWords(printings, group);
    byPassages(printings, alignments, group);
    Map<Integer, List<Printing>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(printings.get(i));
    }
    return groups.values().stream().map(found -> quotation(found, lineage, reader)).toList();
  }

  /**
   * @param words letters and digits of the words inside the marks, in order
   */
  private record Printing(Annotated text, Span span, Named by, List<String> words, int sentence) {
    Optional<String> speaker() {
      return by.entity();
    }

    Citation at() {
      return new Citation(text.id(), span);
    }
  }

  /** Who says it: an entity, two candidates, or else the words that name them. */
  private record Named(Optional<String> entity, Optional<String> source, List<String> candidates) {
    static final Named NOBODY = new Named(Optional.empty(), Optional.empty(), List.of());

    static Named of(Attribution said, Annotated report, Set<String> functionWords) {
      List<String> candidates = said.speaker().candidates();
      Optional<String> source =
          said.speaker()
              .named()
              .map(span -> span.in(report.body()).strip())
              .filter(words -> !functionWords.contains(words.toLowerCase(Locale.ROOT)))
              .filter(words -> said.entity().isEmpty() && candidates.isEmpty());
      return new Named(said.entity(), source, candidates);
    }

    boolean isKnown() {
      return entity.isPresent() || source.isPresent() || !candidates.isEmpty();
    }
  }

  private static List<Printing> printings(Annotated report, PairReader reader) {
    Map<Span, Named> spans = new TreeMap<>();
    for (Span quote : reader.quoted(report)) {
      spans.put(quote, Named.NOBODY);
    }
    Set<String> functionWords =
        Language.find(report.text().language())
            .map(language -> language.words("stopwords")) // "it", "they", "one"
            .orElse(Set.of());
    List<Attribution> byConfidence = new ArrayList<>(report.attributions());
    byConfidence.sort(Comparator.comparingDouble(Attribution::confidence).reversed());
    for (Attribution said : byConfidence) {
      for (Span quote : said.quoted()) {
        Span own = spans.keySet().stream().filter(quote::overlaps).findFirst().orElse(quote);
        if (!spans.getOrDefault(own, Named.NOBODY).isKnown()) {
          spans.put(own, Named.of(said, report, functionWords));
        }
      }
    }
    List<Printing> printings = new ArrayList<>();
    spans.forEach(
        (span, speaker) -> {
          List<Token> tokens = new ArrayList<>();
          int sentence = -1;
          for (Sentence candidate : report.sentences()) {
            if (candidate.part().isSaid() && candidate.span().overlaps(span)) {
              sentence = sentence < 0 ? candidate.index() : sentence;
              candidate.tokens().stream()
                  .filter(token -> token.isWord() && span.contains(token.span()))
                  .forEach(tokens::add);
            }
          }
          if (tokens.size() >= (speaker.isKnown() ? 1 : MIN_WORDS)) {
            List<String> words =
                tokens.stream().map(QuotationMatcher::letters).filter(w -> !w.isEmpty()).toList();
            printings.add(new Printing(report, span, speaker, words, sentence));
          }
        });
    return printings;
  }

  /** "U.S." and "US" are one word. */
  private static String letters(Token token) {
    return token.normal().replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    while (group[i] != root) {
      int next = group[i];
      group[i] = root;
      i = next;
    }
    return root;
  }

  private static void join(int[] group, int i, int j) {
    int one = root(group, i);
    int two = root(group, j);
    group[Math.max(one, two)] = Math.min(one, two);
  }

  private static void byWords(List<Printing> printings, int[] group) {
    Map<String, List<Integer>> index = new LinkedHashMap<>();
    for (int i = 0; i < printings.size(); i++) {
      for (String pair : pairs(printings.get(i).words())) {
        index.computeIfAbsent(pair, key -> new ArrayList<>()).add(i);
      }
    }
    Set<Long> seen = new HashSet<>();
    for (List<Integer> sharing : index.values()) {
      if (sharing.size() > MAX_PRINTINGS) {
        continue;
      }
      for (int x = 0; x < sharing.size(); x++) {
        for (int y = x + 1; y < sharing.size(); y++) {
          int i = sharing.get(x);
          int j = sharing.get(y);
          if (seen.add((long) i << 32 | j)
              && isLongEnough(printings.get(i), printings.get(j))
              && shared(printings.get(i).words(), printings.get(j).words()) >= MIN_SHARED
              && sharedWeight(printings.get(i).words(), printings.get(j).words()) >= MIN_SHARED
              && speakersAgree(printings.get(i), printings.get(j))) {
            join(group, i, j);
          }
        }
      }
    }
  }

  /** Two words are one utterance with no more than the same two. */
  private static boolean isLongEnough(Printing one, Printing two) {
    return Math.min(one.words().size(), two.words().size()) >= MIN_WORDS
        || one.words().equals(two.words()) && one.speaker().equals(two.speaker());
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new java.util.LinkedHashSet<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + " " + words.get(i + 1));
    }
    return pairs;
  }

  /** Words that both have in the same order, over the length of the shorter: 0 to 1. */
  private static double shared(List<String> one, List<String> two) {
    return shared(one, two, word -> 1);
  }

  /** The same with each word counting its rarity: "and ... of the ... of the" is nothing shared. */
  private static double sharedWeight(List<String> one, List<String> two) {
    return shared(one, two, RARITY::of);
  }

  /** 1 where no word of the lesser counts: then only their order tells, which is asked beside. */
  private static double shared(
      List<String> one, List<String> two, ToDoubleFunction<String> weight) {
    double[] above = new double[two.size() + 1];
    for (String word : one) {
      double own = weight.applyAsDouble(word);
      double diagonal = 0;
      for (int j = 0; j < two.size(); j++) {
        double here = word.equals(two.get(j)) ? diagonal + own : Math.max(above[j], above[j + 1]);
        diagonal = above[j + 1];
        above[j + 1] = here;
      }
    }
    double lesser =
        Math.min(one.stream().mapToDouble(weight).sum(), two.stream().mapToDouble(weight).sum());
    return lesser == 0 ? 1 : above[two.size()] / lesser;
  }

  private static boolean speakersAgree(Printing one, Printing two) {
    boolean exact =
        shared(one.words(), two.words()) >= 0.9
            && Math.min(one.words().size(), two.words().size()) >= 6;
    return exact
        || one.speaker().isEmpty()
        || two.speaker().isEmpty()
        || one.speaker().equals(two.speaker())
        || Math.min(one.words().size(), two.words().size()) >= MIN_WORDS * 2;
  }

  private static void byPassages(
      List<Printing> printings, List<Alignment> alignments, int[] group) {
    Map<String, List<Integer>> byReport = new HashMap<>();
    for (int i = 0; i < printings.size(); i++) {
      byReport.computeIfAbsent(printings.get(i).text().id(), key -> new ArrayList<>()).add(i);
    }
    for (Alignment alignment : alignments) {
      List<Integer> left = byReport.getOrDefault(alignment.a(), List.of());
      List<Integer> right = byReport.getOrDefault(alignment.b(), List.of());
      for (Passage passage : alignment.passages()) {
        for (int i : left) {
          for (int j : right) {
            if (passage.aSpan().overlaps(printings.get(i).span())
                && passage.bSpan().overlaps(printings.get(j).span())
                && isOneUtterance(printings.get(i), printings.get(j))) {
              join(group, i, j);
            }
          }
        }
      }
    }
  }

  private static boolean isOneUtterance(Printing one, Printing two) {
    double shared = isLongEnough(one, two) ? shared(one.words(), two.words()) : 0;
    return shared >= MIN_SHARED_ALIGNED && speakersAgree(one, two);
  }

  private Quotation quotation(List<Printing> printings, Lineage lineage, PairReader reader) {
    Printing best = best(printings, lineage);
    List<Quotation.Printing> wordings = new ArrayList<>();
    for (Printing printing : printings) {
      wordings.add(new Quotation.Printing(printing.at(), isAltered(best, printing, reader)));
    }
    Map<String, Integer> speakers = new LinkedHashMap<>();
    printings.forEach(
        printing -> printing.speaker().ifPresent(who -> speakers.merge(who, 1, Integer::sum)));
    int most = speakers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> said =
        speakers.entrySet().stream()
            .filter(one -> one.getValue() == most)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    long inWords = printings.stream().filter(one -> one.by().source().isPresent()).count();
    boolean onlyInWords = best.by().source().isPresent() && inWords >= most; // "the scholars" twice
    List<String> open = onlyInWords ? List.of() : open(said, printings);
    Optional<String> source =
        onlyInWords || said.isEmpty() && open.isEmpty()
            ? best.by()
                .source()
                .or(() -> printings.stream().flatMap(one -> one.by().source().stream()).findFirst())
            : Optional.empty();
    return new Quotation(
        onlyInWords || !open.isEmpty() ? Optional.empty() : said.stream().findFirst(),
        source,
        open,
        best.span().in(best.text().body()),
        wordings);
  }

  /** The two that as many printings name, or the candidates of one that leaves it open. */
  private static List<String> open(List<String> said, List<Printing> printings) {
    if (!said.isEmpty()) {
      return said.size() == 2 ? said : List.of();
    }
    return printings.stream()
        .map(printing -> printing.by().candidates())
        .filter(candidates -> !candidates.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * The printing that most others have word for word, then the one the others are most like; a
   * family has one vote beside each of its members', so that independent reports weigh more than
   * copies. Of equals the one of a report that names an agency, then the longer.
   */
  private static Printing best(List<Printing> printings, Lineage lineage) {
    Printing best = printings.getFirst();
    double highest = -1;
    int longest = printings.stream().mapToInt(one -> one.words().size()).max().orElse(1);
    Map<String, String> families = new HashMap<>();
    Map<List<String>, Map<String, Integer>> votes = new LinkedHashMap<>();
    for (Printing printing : printings) {
      String family =
          families.computeIfAbsent(printing.text().id(), id -> lineage.familyOf(id).id());
      votes
          .computeIfAbsent(printing.words(), words -> new TreeMap<>())
          .merge(family, 1, Integer::sum);
    }
    Map<List<String>, Map<List<String>, Double>> likeness = new HashMap<>();
    for (Printing candidate : printings) {
      double score = 0.001 * Math.min(candidate.words().size(), 60);
      double whole = EXACT_VOTE * candidate.words().size() / longest;
      score += candidate.text().text().credit().isEmpty() ? 0 : 0.1;
      String family = families.get(candidate.text().id());
      for (var other : votes.entrySet()) {
        boolean exact = candidate.words().equals(other.getKey());
        double like =
            likeness
                .computeIfAbsent(candidate.words(), words -> new HashMap<>())
                .computeIfAbsent(other.getKey(), words -> shared(candidate.words(), words));
        int kin = other.getValue().getOrDefault(family, 0);
        int all = other.getValue().values().stream().mapToInt(Integer::intValue).sum();
        int own = exact ? 1 : 0; // no vote for itself
        score += (kin - own + 2 * (all - kin)) * (like + (exact ? whole : 0));
      }
      if (score > highest + 1e-9) {
        highest = score;
        best = candidate;
      }
    }
    return best;
  }

  private boolean isAltered(Printing best, Printing printing, PairReader reader) {
    if (best == printing || best.words().equals(printing.words())) {
      return false;
    }
    return !altered
        .find(reader.read(best.text(), best.span(), printing.text(), printing.span()))
        .isEmpty();
  }
}
