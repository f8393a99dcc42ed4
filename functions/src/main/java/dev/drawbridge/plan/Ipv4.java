package dev.drawbridge.plan;

/** Membership of IPv4 addresses in blocks. */
public final class Ipv4 {
  private static final int BITS = 32;

  private Ipv4() {}

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
