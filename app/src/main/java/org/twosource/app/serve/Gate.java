package org.twosource.app.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Stands before everything that the desk answers, also before what is no page of ours. It refuses
 * names that are not this machine's (a site that has its name point here), requests that another
 * site caused, and writing without the {@link Token}; and it sets the headers that keep a page from
 * loading, sending or running anything foreign. A filter of the framework would not do: servlets
 * beside the framework are not behind it.
 *
 * <p>The token is taken from the header {@code X-Twosource-Token}, from {@code Authorization:
 * Bearer}, or from {@code ?token=} of a form's address. Any thread may call it.
 */
final class Gate extends Handler.Wrapper {
  static final String TOKEN_HEADER = "X-Twosource-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Set<String> hosts;
  private final Token token;

  /**
   * @param hosts further names, with or without a port
   */
  Gate(List<String> hosts, Token token) {
    this.hosts = Set.copyOf(hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    this.token = token;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers(response.getHeaders());
    Optional<Problem> problem = problem(request);
    if (problem.isEmpty()) {
      return super.handle(request, response, callback);
    }
    byte[] body = problem.get().json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.get().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, new String(body, StandardCharsets.UTF_8), callback);
    return true;
  }

  private static void headers(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // with "no-referrer" a browser would name no origin when a form is sent
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.put("Cache-Control", "private, no-cache");
  }

  private Optional<Problem> problem(Request request) {
    HttpFields headers = request.getHeaders();
    int port = Request.getLocalPort(request);
    String host = String.valueOf(headers.get(HttpHeader.HOST)).toLowerCase(Locale.ROOT);
    if (!isOurs(host, port)) {
      return Optional.of(Problem.wrongHost(host));
    }
    String method = request.getMethod();
    if (!KNOWN.contains(method)) {
      return Optional.of(Problem.methodNotAllowed(method));
    }
    for (String origin : headers.getValuesList(HttpHeader.ORIGIN)) {
      boolean ours =
          origin.toLowerCase(Locale.ROOT).startsWith("http://")
              && isOurs(origin.substring("http://".length()).toLowerCase(Locale.ROOT), port);
      if (!ours) {
        return Optional.of(Problem.forbidden("a page of " + origin + " may not ask this desk"));
      }
    }
    boolean reads = SAFE.contains(method);
    String site = headers.get("Sec-Fetch-Site");
    boolean followsLink =
        reads
            && "navigate".equals(headers.get("Sec-Fetch-Mode"))
            && "document".equals(headers.get("Sec-Fetch-Dest"));
    if (site != null && !site.equals("same-origin") && !site.equals("none") && !followsLink) {
      return Optional.of(Problem.forbidden("another site may only link to this desk"));
    }
    return reads || hasToken(request)
        ? Optional.empty()
        : Optional.of(
            Problem.forbidden(
                "writing needs the token of this desk, which stands in the file "
                    + Token.FILE
                    + " of the store: send it as "
                    + TOKEN_HEADER));
  }

  private boolean isOurs(String hostAndPort, int port) {
    if (hosts.contains(hostAndPort)) {
      return true;
    }
    int colon = hostAndPort.lastIndexOf(':');
    boolean hasPort = colon > hostAndPort.lastIndexOf(']');
    String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
    String named = hasPort ? hostAndPort.substring(colon + 1) : "80";
    return named.equals("" + port) && (LOOPBACK.contains(host) || hosts.contains(host));
  }

  private boolean hasToken(Request request) {
    String header = request.getHeaders().get(TOKEN_HEADER);
    if (header != null) {
      return token.is(header);
    }
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization != null && authorization.startsWith("Bearer ")) {
      return token.is(authorization.substring("Bearer ".length()));
    }
    try {
      Fields.Field field = Request.extractQueryParameters(request).get("token");
      return field != null && token.is(String.valueOf(field.getValue()));
    } catch (RuntimeException badQuery) {
      return false;
    }
  }
}
