package org.twosource.app.watch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.twosource.app.fetch.Cidr;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.fetch.Poster;
import org.twosource.app.fetch.ReachableAddresses;
import org.twosource.app.fetch.WebAddress;
import org.twosource.app.store.KeptChannel;

/**
 * Posts JSON, signed: {@code webhook-id}, {@code webhook-timestamp}, and in {@code
 * webhook-signature} HMAC-SHA256 of id, timestamp and body with dots between them.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
final class WebhookTeller implements Teller {
  private static final String MARK = "whsec_";

  private final Map<List<String>, Poster> posters = new HashMap<>();

  @Override
  public Answer tell(KeptChannel channel, ChannelSettings settings, Message message, String now) {
    Optional<URI> address = WebAddress.parse(channel.target());
    if (address.isEmpty()) {
      return Answer.failed("no address that can be asked for");
    }
    byte[] body = message.json(now).toString().getBytes(StandardCharsets.UTF_8);
    String seconds = "" + Instant.parse(now).getEpochSecond();
    try {
      byte[] key = key(settings.secret().orElseThrow(() -> new IOException("there is no secret")));
      Poster.Answer answer =
          poster(settings.allowed())
              .post(
                  address.get(),
                  body,
                  Map.of(
                      "webhook-id",
                      message.id(),
                      "webhook-timestamp",
                      seconds,
                      "webhook-signature",
                      "v1," + signature(key, message.id() + "." + seconds + ".", body)));
      return new Answer(answer.problem(), answer.pause());
    } catch (IOException unfit) {
      return Answer.failed("the secret cannot be read: " + unfit.getMessage());
    }
  }

  private Poster poster(List<String> allowed) {
    return posters.computeIfAbsent(
        allowed,
        blocks -> new Poster(new ReachableAddresses(blocks.stream().map(Cidr::parse).toList())));
  }

  private static byte[] key(Path file) throws IOException {
    Passwords.refuseIfShared(file);
    String text = Files.readString(file).strip();
    return text.startsWith(MARK)
        ? Base64.getDecoder().decode(text.substring(MARK.length()))
        : text.getBytes(StandardCharsets.UTF_8);
  }

  static String signature(byte[] key, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }

  @Override
  public void close() {
    posters.values().forEach(Poster::close);
  }
}
