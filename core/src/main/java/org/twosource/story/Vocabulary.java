package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.reuse.SavedForm;

/** The stems seen so far, numbered in order of appearance. One thread at a time. */
final class Vocabulary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> stems = new ArrayList<>();

  int number(String stem) {
    Integer known = numbers.get(stem);
    if (known == null) {
      known = stems.size();
      numbers.put(stem, known);
      stems.add(stem);
    }
    return known;
  }

  String stem(int number) {
    return stems.get(number);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(stems.size());
    for (String stem : stems) {
      SavedForm.text(out, stem);
    }
  }

  static Vocabulary read(DataInputStream in) throws IOException {
    Vocabulary read = new Vocabulary();
    int count = in.readInt();
    for (int number = 0; number < count; number++) {
      read.number(SavedForm.text(in));
    }
    return read;
  }
}
