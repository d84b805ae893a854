package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.reuse.SavedForm;
import org.twosource.text.PublicationOrder;
import org.twosource.text.Text;

class SavedStoriesTest {
  private static final Supplier<Optional<Encoder>> NONE = Optional::empty;
  private static final int CLOSE = 30;

  @Test
  void goingOnAfterReadingIsAsIfItHadNeverStopped() throws IOException {
    for (Supplier<Optional<Encoder>> encoder : List.of(NONE, () -> Optional.of(new ByLetters()))) {
      List<Text> stream = stream(4);
      OnlineStoryFinder whole = finder(encoder);
      stream.forEach(whole::add);
      for (int cut = 0; cut <= stream.size(); cut += 13) {
        OnlineStoryFinder before = finder(encoder);
        stream.subList(0, cut).forEach(before::add);
        OnlineStoryFinder after = read(written(before), encoder);
        stream.subList(cut, stream.size()).forEach(after::add);
        assertThat(after.stories()).isEqualTo(whole.stories());
        assertThat(after.history()).isEqualTo(whole.history());
        assertThat(written(after)).isEqualTo(written(whole));
      }
    }
  }

  @Test
  void damageAtAnyByteIsRefused() throws IOException {
    OnlineStoryFinder finder = finder(NONE);
    stream(5).subList(0, 20).forEach(finder::add);
    byte[] bytes = written(finder);
    Random random = new Random(1);
    for (int at = 0; at < bytes.length; at += 1 + random.nextInt(40)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> read(damaged, NONE)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsCutShortIsRefused() throws IOException {
    OnlineStoryFinder finder = finder(NONE);
    stream(5).subList(0, 20).forEach(finder::add);
    byte[] bytes = written(finder);
    for (int length = 0; length < bytes.length; length += 37) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut, NONE)).isInstanceOf(SavedForm.UnreadableException.class);
    }
  }

  @Test
  void aNewerFormIsRefusedByName() throws IOException {
    ByteArrayOutputStream newer = new ByteArrayOutputStream();
    SavedForm.write(newer, "open stories", 1_000, out -> out.writeInt(7));
    assertThatThrownBy(() -> read(newer.toByteArray(), NONE))
        .isInstanceOf(SavedForm.UnreadableException.class)
        .hasMessageStartingWith("saved open stories of form 1000; this program reads up to ");
  }

  @Test
  void anotherFormIsNotTakenForStories() throws IOException {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    SavedForm.write(other, "candidate index", 1, out -> out.writeInt(7));
    assertThatThrownBy(() -> read(other.toByteArray(), NONE)).hasMessage("no saved open stories");
  }

  @Test
  void noByteAfterTheFormIsTaken() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    OnlineStoryFinder finder = finder(NONE);
    finder.write(two);
    finder.write(two);
    ByteArrayInputStream in = new ByteArrayInputStream(two.toByteArray());
    for (int time = 0; time < 2; time++) {
      assertThat(OnlineStoryFinder.read(in, NONE, StoryConstraints.NONE, CLOSE).stories())
          .isEmpty();
    }
    assertThat(in.available()).isZero();
  }

  private static List<Text> stream(long seed) {
    return StoryBlocksTest.stream(seed, 150).stream().sorted(PublicationOrder.ofTexts()).toList();
  }

  private static OnlineStoryFinder finder(Supplier<Optional<Encoder>> encoder) {
    return new OnlineStoryFinder(encoder, StoryConstraints.NONE, CLOSE);
  }

  private static byte[] written(OnlineStoryFinder finder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    finder.write(bytes);
    return bytes.toByteArray();
  }

  private static OnlineStoryFinder read(byte[] bytes, Supplier<Optional<Encoder>> encoder)
      throws IOException {
    return OnlineStoryFinder.read(
        new ByteArrayInputStream(bytes), encoder, StoryConstraints.NONE, CLOSE);
  }

  /** Takes the letters of the first words for their meaning. */
  private record ByLetters() implements Encoder {
    @Override
    public Optional<Encoding> encode(List<String> words) {
      float[] sentence = new float[WIDTH];
      words.forEach(word -> sentence[(word.hashCode() & 0xffff) % WIDTH]++);
      return Optional.of(new Encoding(0, new float[0][], sentence));
    }

    @Override
    public Map<String, String> checksums() {
      return Map.of();
    }

    @Override
    public void close() {}
  }
}
