package dev.drawbridge.simulator.delivery;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.time.Spread;
import java.time.Duration;
import java.util.List;

/**
 * How a service delivers. Each message has delays of its own, so that two may overtake each other.
 * What {@code delay} and {@code retries} rest on is said where a service's settings hold this.
 *
 * @param delay from the publication to the first try
 * @param lossRate the share of messages that never arrive, from 0 to 1
 * @param doubleRate the share of messages that arrive twice
 * @param lateRate the share of messages that take {@code late} on top
 * @param late the extra delay of late messages
 * @param retries the waits before further tries where the target refuses for now
 */
public record DeliverySettings(
    Spread delay,
    @Chosen("0, for tests to change") double lossRate,
    @Chosen("0, for tests to change") double doubleRate,
    @Chosen("0, for tests to change") double lateRate,
    @Chosen("0, for tests to change") Spread late,
    List<Duration> retries) {

  /** Keeps a copy. */
  public DeliverySettings {
    retries = List.copyOf(retries);
  }

  /** Every message once, after {@code delay}. */
  public static DeliverySettings faithful(Spread delay, List<Duration> retries) {
    return new DeliverySettings(delay, 0, 0, 0, Spread.exactly(Duration.ZERO), retries);
  }

  /** The same with so many messages lost. */
  public DeliverySettings losing(double rate) {
    return new DeliverySettings(delay, rate, doubleRate, lateRate, late, retries);
  }

  /** The same with so many messages doubled. */
  public DeliverySettings doubling(double rate) {
    return new DeliverySettings(delay, lossRate, rate, lateRate, late, retries);
  }

  /** The same with so many messages late by so much. */
  public DeliverySettings late(double rate, Spread by) {
    return new DeliverySettings(delay, lossRate, doubleRate, rate, by, retries);
  }

  /** The same so many times faster, retries included. */
  public DeliverySettings dividedBy(long divisor) {
    return new DeliverySettings(
        delay.dividedBy(divisor),
        lossRate,
        doubleRate,
        lateRate,
        late.dividedBy(divisor),
        retries.stream().map(wait -> wait.dividedBy(divisor)).toList());
  }
}
