package org.twosource.app.serve;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
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

/**
 * Is in front of everything that the desk answers, also of what is no page of ours. It refuses
 * names that are not this machine's (a site that has its name point here), requests that another
 * site caused, and callers that {@link Callers} does not know; and it sets the headers that keep a
 * page from loading, sending or running anything foreign. A filter of the framework would not do:
 * servlets beside the framework are not behind it. Any thread may call it.
 */
final class Gate extends Handler.Wrapper {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Set<String> hosts;
  private final Callers callers;

  /**
   * @param hosts further names, with or without a port
   */
  Gate(List<String> hosts, Callers callers) {
    this.hosts = Set.copyOf(hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    this.callers = callers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    headers(response.getHeaders());
    Optional<Problem> problem = problem(request);
    if (problem.isEmpty()) {
      try {
        callers.caller(request).ifPresent(caller -> request.setAttribute(Caller.ATTRIBUTE, caller));
        return super.handle(request, response, callback);
      } catch (Problem refused) {
        problem = Optional.of(refused);
      } catch (UncheckedIOException unreadable) {
        problem = Optional.of(Problem.busy(String.valueOf(unreadable.getMessage())));
      }
    }
    refuse(request, response, problem.get(), callback);
    return true;
  }

  private static void refuse(
      Request request, Response response, Problem problem, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONNECTION, "close");
    if (problem.status() == 401 && opensPage(request)) {
      String back = Request.getPathInContext(request);
      String query = request.getHttpURI().getQuery();
      response.setStatus(303);
      headers.put(
          HttpHeader.LOCATION,
          "/sign-in?back="
              + URLEncoder.encode(
                  query == null ? back : back + "?" + query, StandardCharsets.UTF_8));
      headers.put(HttpHeader.CONTENT_LENGTH, 0);
      Content.Sink.write(response, true, "", callback);
      return;
    }
    String body = problem.json();
    response.setStatus(problem.status());
    problem.headers().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, body.getBytes(StandardCharsets.UTF_8).length);
    Content.Sink.write(response, true, body, callback);
  }

  /** Whether a person asks, for a page. */
  private static boolean opensPage(Request request) {
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains("text/html")
        && !Request.getPathInContext(request).startsWith("/api/");
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
      if (!isOurOrigin(origin, port)) {
        return Optional.of(Problem.forbidden("a page of " + origin + " may not ask this desk"));
      }
    }
    String site = headers.get("Sec-Fetch-Site");
    boolean followsLink =
        Callers.reads(method)
            && "navigate".equals(headers.get("Sec-Fetch-Mode"))
            && "document".equals(headers.get("Sec-Fetch-Dest"));
    return site != null && !site.equals("same-origin") && !site.equals("none") && !followsLink
        ? Optional.of(Problem.forbidden("another site may only link to this desk"))
        : Optional.empty();
  }

  /** A page of this desk; one behind a proxy with TLS has a name that was given. */
  private boolean isOurOrigin(String origin, int port) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        ? hosts.contains(lower.substring("https://".length()))
        : lower.startsWith("http://") && isOurs(lower.substring("http://".length()), port);
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
}
