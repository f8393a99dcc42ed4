package dev.drawbridge.plan;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A part of a name or an id that nobody can foretell, so that nobody can take it beforehand. */
public final class RandomHex {
  private static final int IN_A_NAME = 8;

  private RandomHex() {}

  /** Eight bytes, which is enough for a name. */
  public static String of(RandomGenerator random) {
    return of(random, IN_A_NAME);
  }

  /** So many bytes, two digits each. */
  public static String of(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
