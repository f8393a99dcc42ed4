package dev.drawbridge.plan;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A part of a name or an id that nobody can foretell, so that nobody can take it beforehand. */
public final class RandomHex {
  private RandomHex() {}

  /** So many bytes, two digits each. */
  public static String of(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
