package org.twosource.app.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.twosource.app.fetch.Asking.Validators;
import org.twosource.app.fetch.Fetched.Failed;
import org.twosource.app.fetch.Fetched.Kind;

/**
 * The door of the package: fetches one address at a time for each thread that asks, and follows its
 * redirects by itself, each under the same rules. Sends no cookies, no referrer and nothing that
 * tells one user from another. Safe for use by several threads.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchLimits limits;
  private final CloseableHttpClient client;
  private final Unpacking unpacking;
  private final HostTurns turns;
  private final Robots robots;
  private final Passwords passwords;
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

  public Fetcher(FetchLimits limits, ReachableAddresses reachable, Passwords passwords) {
    this(limits, reachable, passwords, InetAddress::getAllByName);
  }

  /**
   * @param lookup of names, which a test may bring
   */
  Fetcher(
      FetchLimits limits,
      ReachableAddresses reachable,
      Passwords passwords,
      GuardedResolver.Lookup lookup) {
    this.limits = limits;
    this.passwords = passwords;
    this.unpacking = new Unpacking(limits);
    this.turns = new HostTurns(limits.atOnce());
    this.robots = new Robots(this::robotsFile, clock);
    this.client = GuardedClient.open(limits, reachable, lookup);
  }

  /** Fetches an address; takes its turn first, which may last a pause or more. */
  public Fetched fetch(Asking asking) {
    URI at = asking.address();
    Optional<URI> moved = Optional.empty();
    boolean forGood = true;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      if (!asking.byHand()) {
        Optional<Failed> refusal = robots.refusal(at);
        if (refusal.isPresent()) {
          return refusal.get();
        }
      }
      Answer answer = ask(at, hop == 0 ? asking.known() : Validators.NONE, pause(at, asking));
      switch (answer) {
        case Redirect redirect -> {
          Optional<URI> next = WebAddress.resolve(at, redirect.location());
          if (next.isEmpty()) {
            return refused("it leads to what is no page on the web: " + redirect.location());
          }
          at = next.get();
          forGood &= redirect.forGood();
          moved = forGood ? next : moved;
        }
        case Done done -> {
          return done.fetched() instanceof Fetched.Page page
              ? new Fetched.Page(
                  page.at(), moved, page.bytes(), page.charset(), page.validators(), page.fresh())
              : done.fetched();
        }
      }
    }
    return refused("more than " + limits.redirects() + " redirects, the limit");
  }

  private Duration pause(URI at, Asking asking) {
    Duration own = Duration.ofMillis(limits.pauseMillis());
    return asking.byHand()
        ? own
        : robots.delay(at).filter(said -> said.compareTo(own) > 0).orElse(own);
  }

  /** A robots file, which is fetched as if by hand: no robots file speaks of itself. */
  private Fetched robotsFile(URI address) {
    return fetch(Asking.once(address));
  }

  /** What one request gave. */
  private sealed interface Answer {}

  private record Redirect(String location, boolean forGood) implements Answer {}

  private record Done(Fetched fetched) implements Answer {}

  @SuppressWarnings("try") // the turn is held, not spoken to
  private Answer ask(URI at, Validators known, Duration pause) {
    HttpGet request = new HttpGet(at);
    request.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    request.setHeader("Accept-Encoding", Unpacking.ACCEPTED);
    passwords.of(at).ifPresent(both -> request.setHeader("Authorization", both));
    known.tag().ifPresent(tag -> request.setHeader("If-None-Match", tag));
    known.changed().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    try (HostTurns.Turn turn = turns.take(String.valueOf(at.getHost()), pause)) {
      return send(at, request);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Done(passing("stopped before it was asked for"));
    }
  }

  private Answer send(URI at, HttpGet request) {
    Future<?> deadline =
        deadlines.schedule(request::cancel, limits.totalSeconds(), TimeUnit.SECONDS);
    HttpHost host = new HttpHost(at.getScheme(), at.getHost(), at.getPort());
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      return answer(at, response);
    } catch (IOException failure) {
      return new Done(
          request.isCancelled()
              ? passing("it takes longer than the limit total-seconds = " + limits.totalSeconds())
              : failed(at, failure));
    } catch (RuntimeException odd) {
      return new Done(passing("the server answers in no way that is understood: " + odd));
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer answer(URI at, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Validators validators =
        new Validators(header(response, "ETag"), header(response, "Last-Modified"));
    Optional<Duration> fresh = header(response, "Cache-Control").flatMap(Waiting::maxAge);
    Optional<String> location = header(response, "Location");
    if (status >= 301 && status <= 308 && status != 304 && location.isPresent()) {
      return new Redirect(location.get(), status == 301 || status == 308);
    }
    if (status == 304) {
      return new Done(new Fetched.Unchanged(validators, fresh));
    }
    if (status != 200 && status != 203) {
      return new Done(unsuccessful(status, response));
    }
    HttpEntity entity = response.getEntity();
    byte[] packed = entity == null ? new byte[0] : body(entity);
    byte[] bytes = unpacking.unpack(packed, header(response, "Content-Encoding").orElse(""));
    return new Done(
        new Fetched.Page(at, Optional.empty(), bytes, charset(response), validators, fresh));
  }

  private byte[] body(HttpEntity entity) throws IOException {
    if (entity.getContentLength() > limits.bytes()) {
      throw new Unpacking.TooLarge(
          "its length in bytes is " + FetchLimits.beyond("bytes", limits.bytes()));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream stream = entity.getContent()) {
      byte[] step = new byte[1 << 14];
      for (int read = stream.read(step); read >= 0; read = stream.read(step)) {
        all.write(step, 0, read);
        if (all.size() > limits.bytes()) {
          throw new Unpacking.TooLarge(
              "its length in bytes is " + FetchLimits.beyond("bytes", limits.bytes()));
        }
      }
    }
    return all.toByteArray();
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name))
        .map(Header::getValue)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String charset(ClassicHttpResponse response) {
    return header(response, "Content-Type")
        .map(ContentType::parseLenient)
        .map(ContentType::getCharset)
        .map(Charset::name)
        .orElse("");
  }

  // ---- what went wrong
  // ---------------------------------------------------------------------------

  private Failed unsuccessful(int status, ClassicHttpResponse response) {
    Optional<Duration> wait =
        header(response, "Retry-After")
            .flatMap(
                said ->
                    Waiting.retryAfter(
                        said,
                        header(response, "Date").flatMap(Waiting::date).orElseGet(clock::instant)));
    if (header(response, "cf-mitigated").isPresent()) {
      return new Failed("the site wants a person to look (" + status + ")", Kind.UNWELCOME, wait);
    }
    return switch (status) {
      case 401, 407 ->
          new Failed("the site asks for a password (" + status + ")", Kind.UNWELCOME, wait);
      case 402 -> new Failed("the site asks for payment (402)", Kind.UNWELCOME, wait);
      case 403, 406 ->
          new Failed("the site refuses programs (" + status + ")", Kind.UNWELCOME, wait);
      case 404, 410 -> new Failed("there is no such page (" + status + ")", Kind.GONE, wait);
      case 429 ->
          new Failed(
              "the site asks to be left alone"
                  + wait.map(time -> " for " + time.toSeconds() + " seconds").orElse("")
                  + " (429)",
              Kind.PASSING,
              wait);
      case 451 -> new Failed("the law keeps the page from being shown (451)", Kind.UNWELCOME, wait);
      default ->
          status >= 500
              ? new Failed("the server has a fault (" + status + ")", Kind.PASSING, wait)
              : new Failed(
                  "the server answers " + status,
                  status >= 400 ? Kind.UNWELCOME : Kind.REFUSED,
                  wait);
    };
  }

  private Failed failed(URI at, IOException failure) {
    return switch (failure) {
      case GuardedResolver.Refused refused ->
          refused(String.valueOf(refused.getMessage()) + "; --allow CIDR lets it in");
      case Unpacking.TooLarge large -> refused(String.valueOf(large.getMessage()));
      case UnknownHostException unknown -> passing("there is no host " + at.getHost());
      case SSLException unsafe -> passing("no safe connection can be made: " + unsafe.getMessage());
      case ConnectException closed ->
          passing("no connection can be made to " + at.getRawAuthority());
      case InterruptedIOException slow ->
          passing(
              "the server is silent for longer than the limits connect-seconds = "
                  + limits.connectSeconds()
                  + ", silence-seconds = "
                  + limits.silenceSeconds());
      default ->
          passing(
              failure.getCause() instanceof HttpException
                  ? "the server answers in no way that is understood"
                  : "the connection broke: " + failure.getMessage());
    };
  }

  static Failed refused(String reason) {
    return new Failed(reason, Kind.REFUSED, Optional.empty());
  }

  private static Failed passing(String reason) {
    return new Failed(reason, Kind.PASSING, Optional.empty());
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
