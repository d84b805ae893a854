package org.twosource.app.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A block of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}.
 *
 * @param bits how many leading bits of {@code start} all its addresses share
 */
public record Cidr(InetAddress start, int bits) {
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public Cidr {
    if (bits < 0 || bits > 8 * start.getAddress().length) {
      throw new IllegalArgumentException("no block of addresses has " + bits + " leading bits");
    }
  }

  /**
   * Reads a block, or one address.
   *
   * @throws IllegalArgumentException for anything else, names of hosts too
   */
  public static Cidr parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length > 2
        || !LITERAL.matcher(parts[0]).matches()
        || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "not a block of addresses like 10.0.0.0/8 or fd00::/8: '" + text + "'");
    }
    try {
      InetAddress start = InetAddress.getByName(parts[0]);
      int all = 8 * start.getAddress().length;
      return new Cidr(start, parts.length == 2 ? Integer.parseInt(parts[1]) : all);
    } catch (UnknownHostException noLiteral) {
      throw new IllegalArgumentException("not an address: '" + parts[0] + "'", noLiteral);
    }
  }

  /** Whether an address lies in the block; never for one of the other family. */
  public boolean contains(InetAddress address) {
    byte[] own = start.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(own, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || (own[whole] & 0xff) >> (8 - rest) == (other[whole] & 0xff) >> (8 - rest);
  }
}
