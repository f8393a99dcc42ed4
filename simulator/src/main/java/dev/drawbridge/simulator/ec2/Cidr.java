package dev.drawbridge.simulator.ec2;

/**
 * A block of IPv4 addresses.
 *
 * @param base the first address as a number
 * @param length the prefix length, 0 to 32
 */
record Cidr(int base, int length) {

  /**
   * Reads {@code 10.0.0.0/16}.
   *
   * @throws IllegalArgumentException when it is not a block
   */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a CIDR block: " + text);
    }
    int length = Integer.parseInt(text.substring(slash + 1));
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("not a CIDR block: " + text);
    }
    return new Cidr(number(text.substring(0, slash)) & mask(length), length);
  }

  boolean contains(String ip) {
    return (number(ip) & mask(length)) == base;
  }

  boolean contains(Cidr other) {
    return other.length >= length && (other.base & mask(length)) == base;
  }

  boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** How many addresses it has. */
  long size() {
    return 1L << (32 - length);
  }

  /** The address {@code offset} places after the first. */
  String address(int offset) {
    int ip = base + offset;
    return "%d.%d.%d.%d".formatted(ip >>> 24, (ip >>> 16) & 0xff, (ip >>> 8) & 0xff, ip & 0xff);
  }

  @Override
  public String toString() {
    return address(0) + "/" + length;
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  private static int number(String ip) {
    String[] parts = ip.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not an IPv4 address: " + ip);
    }
    int number = 0;
    for (String part : parts) {
      int octet = Integer.parseInt(part);
      if (octet < 0 || octet > 255) {
        throw new IllegalArgumentException("not an IPv4 address: " + ip);
      }
      number = number << 8 | octet;
    }
    return number;
  }
}
