package org.twosource.app.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.app.fetch.Cidr;
import org.twosource.app.fetch.FetchLimits;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.fetch.ReachableAddresses;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What may be reached over the network, and how much is taken from there. */
public final class FetchOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--allow",
      paramLabel = "CIDR",
      description =
          "Also reach these addresses, which are not public (10.0.0.0/8); may be repeated.")
  List<String> allowed = List.of();

  @Option(
      names = "--fetch-limit",
      paramLabel = "NAME=NUMBER",
      description =
          "Change a limit on what is fetched: bytes, expanded-bytes, expansion-ratio, redirects,"
              + " connect-seconds, silence-seconds, total-seconds, pause-millis, at-once. May be"
              + " repeated.")
  public Map<String, Long> limits = Map.of();

  @Option(
      names = "--passwords",
      paramLabel = "FILE",
      description =
          "Names and passwords of sites, HOST NAME PASSWORD a line, in a file that nobody else may read"
              + " (chmod 600). The environment variable TWOSOURCE_PASSWORDS may name it.")
  @Nullable Path passwords;

  public FetchLimits limits() {
    FetchLimits set = FetchLimits.standard();
    for (Map.Entry<String, Long> limit : limits.entrySet()) {
      try {
        set = set.with(limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException wrong) {
        throw Usage.wrong(spec, "--fetch-limit: " + wrong.getMessage());
      }
    }
    return set;
  }

  public Fetcher open() {
    try {
      return new Fetcher(
          limits(),
          new ReachableAddresses(allowed.stream().map(Cidr::parse).toList()),
          passwords());
    } catch (IllegalArgumentException wrong) {
      throw Usage.wrong(spec, "--allow: " + wrong.getMessage());
    }
  }

  private Passwords passwords() {
    String variable = System.getenv("TWOSOURCE_PASSWORDS");
    Path file = passwords == null && variable != null ? Path.of(variable) : passwords;
    try {
      return file == null ? Passwords.NONE : Passwords.read(file);
    } catch (NoSuchFileException missing) {
      throw Usage.wrong(spec, "--passwords: there is no file " + missing.getMessage());
    } catch (IOException unfit) {
      throw Usage.wrong(spec, "--passwords: " + unfit.getMessage());
    }
  }
}
