package org.twosource.app.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.twosource.report.NamedInput;
import org.twosource.report.Reading;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;
import org.twosource.report.format.Readers;

/**
 * Inputs as a person names them: files, folders and addresses, in order. Addresses are fetched
 * once, all at once as far as their hosts allow; one that is named twice is one input.
 */
public final class NamedInputs {
  /** What a person can do where a program gets no text. */
  private static final String ADVICE = "; save the page in a browser and pass the file";

  private final List<String> names;

  public NamedInputs(List<String> names) {
    this.names = List.copyOf(names);
  }

  public boolean hasAddress() {
    return names.stream().anyMatch(WebAddress::isMeant);
  }

  /** Those that are no addresses. */
  public List<Path> paths() {
    return names.stream().filter(name -> !WebAddress.isMeant(name)).map(Path::of).toList();
  }

  /** Sources of the names, in order. */
  public List<NamedInput> sources(Fetcher fetcher, IntConsumer fetched) {
    Map<String, Future<Fetched>> answers = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : names) {
        Optional<URI> address =
            WebAddress.isMeant(name) ? WebAddress.parse(name) : Optional.empty();
        address.ifPresent(
            uri ->
                answers.computeIfAbsent(
                    name, unused -> threads.submit(() -> fetcher.fetch(Asking.once(uri)))));
      }
      List<NamedInput> sources = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (String name : names) {
        if (!WebAddress.isMeant(name)) {
          sources.add(new NamedInput.File(Path.of(name)));
        } else if (seen.add(name)) {
          sources.add(
              answers.containsKey(name)
                  ? source(name, answer(answers.get(name)))
                  : missing(name, "not an address that can be asked for"));
          fetched.accept(seen.size());
        }
      }
      return sources;
    }
  }

  private static Fetched answer(Future<Fetched> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Fetcher.refused("stopped");
    } catch (ExecutionException fault) {
      return Fetcher.refused("could not be fetched: " + fault.getCause());
    }
  }

  private static NamedInput source(String name, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Page page -> new NamedInput.Held(content(name, page));
      case Fetched.Unchanged same -> missing(name, "the server says that it did not change");
      case Fetched.Failed failed ->
          missing(name, failed.reason() + (failed.kind() == Fetched.Kind.UNWELCOME ? ADVICE : ""));
    };
  }

  private static NamedInput missing(String name, String reason) {
    return new NamedInput.Missing(new Unreadable(name, 0, reason));
  }

  /** An answer as a content to read. */
  public static Content content(String source, Fetched.Page page) {
    return new Content(
        source, WebAddress.name(page.at()), page.bytes(), 0, page.at().toString(), page.charset());
  }

  /** A reading in which pages that gave no text, or not all of it, come with advice. */
  public static Reading advised(Reading reading, List<NamedInput> sources) {
    Set<String> pages = new HashSet<>();
    for (NamedInput source : sources) {
      if (source instanceof NamedInput.Held held
          && Readers.formatOf(held.content()).equals("HTML")) {
        pages.add(held.content().source());
      }
    }
    return new Reading(
        reading.reports(),
        reading.unreadable().stream()
            .map(
                bad ->
                    pages.contains(bad.source())
                        ? new Unreadable(bad.source(), bad.offset(), bad.reason() + ADVICE)
                        : bad)
            .toList());
  }
}
