package org.twosource.app.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the names of hosts to reachable addresses alone. The client connects to what this
 * returns and asks nobody else, for literals too, so the address that was looked at is the one that
 * is connected to, whatever a name resolves to a moment later.
 *
 * <p>Safe for use by several threads.
 */
final class GuardedResolver implements DnsResolver {
  /**
   * Numbers that systems read as addresses in different ways: {@code 2130706433}, {@code 0x7f.1}.
   */
  private static final Pattern NUMBERS =
      Pattern.compile("(?:0x[0-9a-f]*|\\d+)(?:\\.(?:0x[0-9a-f]*|\\d+))*\\.?");

  private static final Pattern PLAIN_IPV4 =
      Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

  /** Looks a name up, as {@link InetAddress#getAllByName} does. */
  interface Lookup {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  /** A host that must not be reached. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private final ReachableAddresses reachable;
  private final Lookup lookup;
  private final Duration patience;
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lookup-", 0).factory());

  /**
   * @param patience how long a name server may take
   */
  GuardedResolver(ReachableAddresses reachable, Lookup lookup, Duration patience) {
    this.reachable = reachable;
    this.lookup = lookup;
    this.patience = patience;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    if (NUMBERS.matcher(name).matches() && !PLAIN_IPV4.matcher(name).matches()) {
      throw new Refused(host + " is a number, not the name of a host");
    }
    InetAddress[] all = lookedUp(host);
    InetAddress[] good = Arrays.stream(all).filter(reachable::contain).toArray(InetAddress[]::new);
    if (good.length == 0) {
      throw new Refused(
          host
              + " is not a public host"
              + (all.length == 0 ? "" : " (" + all[0].getHostAddress() + ")"));
    }
    return good;
  }

  private InetAddress[] lookedUp(String host) throws UnknownHostException {
    Future<InetAddress[]> answer = lookups.submit(() -> lookup.all(host));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw unknown(host, failure);
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw unknown(host, slow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unknown(host, stopped);
    }
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
