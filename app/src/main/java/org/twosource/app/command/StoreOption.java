package org.twosource.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Derived;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The store that a command works on. */
public final class StoreOption {
  private static final String VARIABLE = "TWOSOURCE_STORE";
  private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&]*)");

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "The folder of the store, or the address of a PostgreSQL database:"
              + " jdbc:postgresql://HOST/DATABASE?user=NAME, its password in ~/.pgpass. May be left"
              + " out where the environment variable TWOSOURCE_STORE names one.")
  @Nullable String store;

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description =
          "The folder for what this machine makes from a store in a database: accounts, the index of"
              + " words, keys. Standard: one for each address under ~/.local/share/twosource.")
  @Nullable Path beside;

  public StorePlace place() {
    String named =
        Optional.ofNullable(store)
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .filter(name -> !name.isBlank())
            .orElseThrow(
                () ->
                    Usage.wrong(
                        spec, "which store? Name its folder with --store DIR, or in " + VARIABLE));
    if (named.startsWith(StorePlace.DATABASE)) {
      return StorePlace.at(named, beside != null ? beside : besideDatabase(named));
    }
    if (named.startsWith("jdbc:")) {
      throw Usage.wrong(
          spec, "--store takes a folder or an address that begins with " + StorePlace.DATABASE);
    }
    try {
      return StorePlace.in(Path.of(named));
    } catch (InvalidPathException noPath) {
      throw Usage.wrong(spec, "--store takes a folder, not '" + named + "'");
    }
  }

  /** By host, database and schema, whoever asks. */
  private static Path besideDatabase(String url) {
    String data = System.getenv("XDG_DATA_HOME");
    Path home =
        data == null || data.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(data);
    Matcher schema = SCHEMA.matcher(url);
    String named = url.replaceFirst("[?].*", "") + (schema.find() ? schema.group(1) : "");
    return home.resolve("twosource").resolve(Digests.of(named).substring(0, 16));
  }

  /** Opens the store to write; it is made where there is none. */
  public StoryService write() {
    return StoryService.open(place());
  }

  /** Opens a store that is there to write. */
  public StoryService change() {
    read().close();
    return write();
  }

  public Store read() {
    return place().openToRead();
  }

  /** What lies beside the database. */
  public Derived derived() {
    return new Derived(place().folder());
  }
}
