package dev.drawbridge.simulator.ec2;

import java.util.random.RandomGenerator;

/** Makes ids in AWS's shape from the world's own chance. */
final class Ids {
  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  /** For example {@code sg-0} and 16 more hexadecimal digits. */
  String next(String prefix) {
    return prefix + "-0" + hex(16);
  }

  String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    random.ints(digits, 0, 16).forEach(digit -> hex.append(Character.forDigit(digit, 16)));
    return hex.toString();
  }
}
