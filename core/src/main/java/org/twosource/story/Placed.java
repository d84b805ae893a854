package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.report.PartialDate;
import org.twosource.reuse.SavedForm;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * A report that was placed: what it is about, in words, and as a vector of its head once that was
 * needed. It does not hold on to the text. One thread at a time.
 */
final class Placed {
  /** Share of the words in the likeness of two reports; the rest is the heads'. */
  static final double WORDS_SHARE = 0.65;

  /** Words of a sentence from which on it can be a title; a dateline has fewer. */
  private static final int TITLE_WORDS = 6;

  private static final short[] NOTHING = {};

  /** Written in place of the number of words of a head that is a vector already. */
  private static final int ENCODED = -1;

  /** What stands for 1 in a vector. */
  private static final int UNIT = 1 << 14;

  private final String id;
  private final String title;
  private final Optional<PartialDate> published;
  private final Optional<String> outlet;
  private final Terms terms;
  private final Function<List<String>, float[]> encoding;
  private int number;
  private @Nullable List<String> head;
  private short[] vector = NOTHING;
  private @Nullable OpenStory home;

  /**
   * @param number of the report in the order of arrival, from 0
   * @param encoding gives the vector of the words of a head; without elements when the model is off
   */
  Placed(int number, Text text, Terms terms, Function<List<String>, float[]> encoding) {
    this.number = number;
    this.id = text.id();
    this.title = title(text);
    this.published = text.published().date();
    this.outlet = text.report().outlet();
    this.terms = terms;
    this.encoding = encoding;
    this.head = HeadVectors.words(text);
  }

  /** A report that was written. */
  private Placed(
      int number,
      String id,
      String title,
      Optional<PartialDate> published,
      Optional<String> outlet,
      Terms terms,
      Function<List<String>, float[]> encoding) {
    this.number = number;
    this.id = id;
    this.title = title;
    this.published = published;
    this.outlet = outlet;
    this.terms = terms;
    this.encoding = encoding;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(number);
    SavedForm.text(out, id);
    SavedForm.text(out, title);
    SavedForm.text(out, published.map(PartialDate::iso).orElse(""));
    SavedForm.text(out, outlet.orElse(""));
    terms.write(out);
    List<String> words = head;
    out.writeInt(words == null ? ENCODED : words.size());
    for (String word : words == null ? List.<String>of() : words) {
      SavedForm.text(out, word);
    }
    out.writeInt(vector.length);
    for (short part : vector) {
      out.writeShort(part);
    }
  }

  static Placed read(DataInputStream in, Function<List<String>, float[]> encoding)
      throws IOException {
    Placed read =
        new Placed(
            in.readInt(),
            SavedForm.text(in),
            SavedForm.text(in),
            Optional.of(SavedForm.text(in)).filter(iso -> !iso.isEmpty()).map(PartialDate::new),
            Optional.of(SavedForm.text(in)).filter(name -> !name.isEmpty()),
            Terms.read(in),
            encoding);
    int words = in.readInt();
    if (words != ENCODED) {
      List<String> head = new ArrayList<>();
      for (int word = 0; word < words; word++) {
        head.add(SavedForm.text(in));
      }
      read.head = head;
    }
    read.vector = new short[in.readInt()];
    for (int part = 0; part < read.vector.length; part++) {
      read.vector[part] = in.readShort();
    }
    return read;
  }

  /**
   * The headline, or the first sentence that is more than a place, a day and an agency; or the
   * first of all.
   */
  private static String title(Text text) {
    List<Sentence> prose =
        text.sentences().stream().filter(sentence -> sentence.part().isProse()).toList();
    return text.report()
        .headline()
        .or(
            () ->
                prose.stream()
                    .filter(Placed::isTitle)
                    .findFirst()
                    .or(() -> prose.stream().findFirst())
                    .map(sentence -> text.of(sentence.span())))
        .orElse(text.id());
  }

  private static boolean isTitle(Sentence sentence) {
    return sentence.tokens().stream().filter(Token::isWord).count() >= TITLE_WORDS;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** The place of the report in the order of arrival, from 0. */
  int number() {
    return number;
  }

  /** Gives it another place, where reports before it came late. */
  void number(int number) {
    this.number = number;
  }

  /** The story it is in; it is in one from when it was placed until the story is closed. */
  OpenStory home() {
    return Objects.requireNonNull(home, id);
  }

  @Nullable OpenStory homeOrNone() {
    return home;
  }

  void moveTo(@Nullable OpenStory story) {
    home = story;
  }

  Optional<PartialDate> published() {
    return published;
  }

  /** Whether both are of one outlet and one day; false where either is not known. */
  boolean isOfOnePaperWith(Placed other) {
    return outlet.isPresent()
        && published.isPresent()
        && outlet.equals(other.outlet)
        && published.equals(other.published);
  }

  Terms terms() {
    return terms;
  }

  /**
   * The vector of the headline and lead, length 1 (L2) in units of its own, see {@link #dot};
   * without elements when the model is off.
   */
  short[] vector() {
    List<String> words = head;
    if (words != null) {
      vector = inUnits(encoding.apply(words));
      head = null;
    }
    return vector;
  }

  /** 0 to 1: cosine of the words, mixed with the cosine of the heads where there are vectors. */
  double likeness(Placed other) {
    double words = terms.dot(other.terms);
    return vector().length == 0 || other.vector().length == 0
        ? words
        : WORDS_SHARE * words + (1 - WORDS_SHARE) * Math.max(0, dot(vector(), other.vector()));
  }

  private static short[] inUnits(float[] numbers) {
    short[] units = new short[numbers.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = (short) Math.round(numbers[i] * UNIT);
    }
    return units;
  }

  static double dot(short[] a, short[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (long) a[i] * b[i];
    }
    return (double) sum / UNIT / UNIT;
  }

  /** The product with a sum of vectors. */
  static double dot(short[] a, int[] sums) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (long) a[i] * sums[i];
    }
    return (double) sum / UNIT / UNIT;
  }

  /** The product of two sums of vectors. */
  static double dot(int[] a, int[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (long) a[i] * b[i];
    }
    return (double) sum / UNIT / UNIT;
  }
}
