package org.twosource.brief;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made a result, so that it can be made again.
 *
 * @param version of the program
 * @param options as given and defaulted, by name
 * @param models SHA-256 of every model, weight and language file used, by name
 */
public record Made(String version, Map<String, String> options, Map<String, String> models) {
  public Made {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    models = Collections.unmodifiableMap(new TreeMap<>(models));
  }
}
