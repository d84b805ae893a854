package org.twosource.brief;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made a result, so that it can be made again.
 *
 * @param version of the program
 * @param options as given and defaulted, by name
 * @param models SHA-256 of the model and of all words, lists and weights shipped, by name
 * @param vectors whether sentence and token vectors were at hand; otherwise everything rests on
 *     words alone
 */
public record Provenance(
    String version, Map<String, String> options, Map<String, String> models, boolean vectors) {
  public Provenance {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    models = Collections.unmodifiableMap(new TreeMap<>(models));
  }
}
