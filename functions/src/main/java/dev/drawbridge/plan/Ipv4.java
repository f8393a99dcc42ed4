package dev.drawbridge.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Membership of IPv4 addresses in blocks. */
public final class Ipv4 {
  private static final int BITS = 32;
  private static final int MOST = 255;
  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  private Ipv4() {}

  /**
   * A block as EC2 spells it: without leading zeros, and without bits outside the prefix. Empty for
   * what is no block.
   */
  public static Optional<String> canonical(String cidr) {
    Matcher parts = BLOCK.matcher(cidr);
    if (!parts.matches() || length(cidr) > BITS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(parts.group(i));
      if (octet > MOST) {
        return Optional.empty();
      }
      address = address << 8 | octet;
    }
    int hostBits = BITS - length(cidr);
    long block = address >>> hostBits << hostBits;
    return Optional.of(
        "%d.%d.%d.%d/%d"
            .formatted(
                block >>> 24, block >>> 16 & MOST, block >>> 8 & MOST, block & MOST, length(cidr)));
  }

  /** Whether the block, for example {@code 10.0.1.0/24}, contains the address. */
  public static boolean contains(String cidr, String address) {
    int slash = cidr.indexOf('/');
    int hostBits = BITS - length(cidr);
    return number(cidr.substring(0, slash)) >>> hostBits == number(address) >>> hostBits;
  }

  /** Whether a block lies in another, or is the same. */
  public static boolean within(String inner, String outer) {
    return length(inner) >= length(outer)
        && contains(outer, inner.substring(0, inner.indexOf('/')));
  }

  private static int length(String cidr) {
    return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return number;
  }
}
