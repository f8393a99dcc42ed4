package dev.drawbridge.onboarding;

import dev.drawbridge.plan.StrictFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses, in the one spelling that AWS gives it back in: two spellings of a
 * block would be two of ours and one of EC2's, which refuses to be told a rule twice in a call.
 *
 * @param text as CIDR, for example {@code 10.2.0.0/16}
 */
record Ipv4Block(String text) {
  private static final Pattern CIDR =
      Pattern.compile("N\\.N\\.N\\.N/([1-9]?\\d)".replace("N", "(0|[1-9]\\d{0,2})"));
  private static final String RULE =
      "expected an IPv4 block such as 10.2.0.0/16, without leading zeros";

  /**
   * Reads a block. A leading zero is refused: some read {@code 010} as eight.
   *
   * @throws dev.drawbridge.error.InvalidRequest naming {@code field}, if {@code text} is no block,
   *     has bits set outside its prefix, or is wider than /8 (which no VPC needs)
   */
  static Ipv4Block parse(String field, String text) {
    Matcher matcher = CIDR.matcher(text);
    if (!matcher.matches()) {
      throw StrictFields.refused(field, text, RULE);
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(matcher.group(i));
      if (part > 255) {
        throw StrictFields.refused(field, text, RULE);
      }
      address = address << 8 | part;
    }
    int prefix = Integer.parseInt(matcher.group(5));
    if (prefix < 8 || prefix > 32) {
      throw StrictFields.refused(field, text, "the prefix must be from 8 to 32");
    }
    if ((address & (0xffffffffL >>> prefix)) != 0) {
      throw StrictFields.refused(field, text, "it has bits set outside its prefix");
    }
    return new Ipv4Block(text);
  }
}
