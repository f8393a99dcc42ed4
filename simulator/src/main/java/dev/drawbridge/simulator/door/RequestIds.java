package dev.drawbridge.simulator.door;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Request ids of AWS's shape, drawn from the world's seed. */
record RequestIds(RandomGenerator random) {
  String next() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
