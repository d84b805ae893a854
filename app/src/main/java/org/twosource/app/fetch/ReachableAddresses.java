package org.twosource.app.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that may be connected to: the public ones, and those that the user allows. Of IPv4
 * the special blocks are taken out; of IPv6 only what is given out for public use is let in, so
 * that forms of IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo) lead nowhere.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">the IPv4 blocks</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">the IPv6 blocks</a>
 */
public final class ReachableAddresses {
  private static final List<Cidr> SPECIAL_IPV4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final Cidr PUBLIC_IPV6 = Cidr.parse("2000::/3");

  private static final List<Cidr> SPECIAL_IPV6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final List<Cidr> allowed;

  /**
   * @param allowed blocks that are reached though they are not public
   */
  public ReachableAddresses(List<Cidr> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  public boolean contain(InetAddress address) {
    return isPublic(address) || allowed.stream().anyMatch(block -> block.contains(address));
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_IPV4.stream().noneMatch(block -> block.contains(address))
        : PUBLIC_IPV6.contains(address)
            && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<Cidr> blocks(String... texts) {
    return Stream.of(texts).map(Cidr::parse).toList();
  }
}
