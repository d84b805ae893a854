package org.twosource.brief.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * One value of a JSON document and where it stands in it, so that what is missing or of the wrong
 * kind is told with its place: {@code stories[0].claims[3].standing}.
 *
 * @param place as a reader of the document would write it; empty for the whole document
 */
record JsonItem(JsonNode value, String place) {

  /** Reads one item of a list. */
  interface Reader<T> {
    T read(JsonItem item) throws IOException;
  }

  boolean has(String field) {
    return value.has(field);
  }

  JsonItem at(String field) throws IOException {
    JsonNode inside = value.get(field);
    if (inside == null) {
      throw new IOException(place(field) + " is missing");
    }
    return new JsonItem(inside, place(field));
  }

  String text(String field) throws IOException {
    return at(field).text();
  }

  private String text() throws IOException {
    if (!value.isTextual()) {
      throw new IOException(place + " is no text");
    }
    return value.textValue();
  }

  /** Empty where the field is absent or null. */
  Optional<String> optional(String field) throws IOException {
    return value.hasNonNull(field) ? Optional.of(text(field)) : Optional.empty();
  }

  Optional<PartialDate> date(String field) throws IOException {
    Optional<String> iso = optional(field);
    return iso.isEmpty() ? Optional.empty() : Optional.of(date(field, iso.get()));
  }

  private PartialDate date(String field, String iso) throws IOException {
    return PartialDate.parse(iso)
        .orElseThrow(() -> new IOException(place(field) + ": '" + iso + "' is no date"));
  }

  int number(String field) throws IOException {
    return at(field).number();
  }

  private int number() throws IOException {
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new IOException(place + " is no whole number");
    }
    return value.intValue();
  }

  /** A number from 0 to 1. */
  double share(String field) throws IOException {
    JsonItem share = at(field);
    double number = share.value.doubleValue();
    if (!share.value.isNumber() || number < 0 || number > 1) {
      throw new IOException(share.place + " is no number from 0 to 1");
    }
    return number;
  }

  boolean flag(String field) throws IOException {
    JsonItem flag = at(field);
    if (!flag.value.isBoolean()) {
      throw new IOException(flag.place + " is neither true nor false");
    }
    return flag.value.booleanValue();
  }

  /** The constant whose name, in small letters with hyphens, the field has. */
  <E extends Enum<E>> E choice(String field, Class<E> of) throws IOException {
    String label = text(field);
    for (E one : of.getEnumConstants()) {
      if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equalsIgnoreCase(label)) {
        return one;
      }
    }
    throw new IOException(place(field) + ": '" + label + "' is none of its values");
  }

  Span span() throws IOException {
    int start = number("start");
    int end = number("end");
    if (start < 0 || end < start) {
      throw new IOException(place + " is no range: " + start + " to " + end);
    }
    return new Span(start, end);
  }

  Citation citation() throws IOException {
    return new Citation(text("report"), span());
  }

  List<String> texts(String field) throws IOException {
    return list(field, JsonItem::text);
  }

  List<Integer> numbers(String field) throws IOException {
    return list(field, JsonItem::number);
  }

  Map<String, String> map(String field) throws IOException {
    JsonItem all = at(field);
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : all.value.properties()) {
      map.put(one.getKey(), all.text(one.getKey()));
    }
    return map;
  }

  /** The items of a list, read one by one; empty where the field is absent. */
  <T> List<T> list(String field, Reader<T> reader) throws IOException {
    List<T> items = new ArrayList<>();
    if (!has(field)) {
      return items;
    }
    if (!value.get(field).isArray()) {
      throw new IOException(place(field) + " is no list");
    }
    for (JsonNode one : value.get(field)) {
      JsonItem item = new JsonItem(one, place(field) + "[" + items.size() + "]");
      try {
        items.add(reader.read(item));
      } catch (IllegalArgumentException refused) {
        throw new IOException(item.place + ": " + refused.getMessage(), refused);
      }
    }
    return items;
  }

  private String place(String field) {
    return place.isEmpty() ? field : place + "." + field;
  }
}
