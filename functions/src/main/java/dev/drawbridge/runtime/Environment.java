package dev.drawbridge.runtime;

import dev.drawbridge.aws.Clients;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * All that a worker takes from outside: settings, AWS, names, time and chance.
 *
 * @param random on Lambda a {@link SecureRandom}, which stays unpredictable after a SnapStart
 *     restore
 */
public record Environment(
    Settings settings,
    Clients clients,
    NameResolver resolver,
    InstantSource clock,
    RandomGenerator random) {

  /** The environment inside a Lambda function. */
  public static Environment lambda() {
    return new Environment(
        Settings.ofProcess(),
        Clients.lambda(),
        new SystemNameResolver(),
        Clock.systemUTC(),
        new SecureRandom());
  }
}
