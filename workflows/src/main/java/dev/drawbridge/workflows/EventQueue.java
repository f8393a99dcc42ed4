package dev.drawbridge.workflows;

import java.time.Duration;

/** The queue between the rule for events of RDS and the worker that takes them, in batches. */
public final class EventQueue {
  /** What its name ends with. */
  public static final String NAME = "database-events";

  /** Events of one invocation: the most without waiting for more. */
  public static final int BATCH = 10;

  /** Invocations at once. */
  public static final int AT_ONCE = 10;

  /** How often an event is tried: two hours long, then it is a dead letter. */
  public static final int TRIES = 20;

  /** Shorter than a queue of dead letters keeps it, which counts from the same moment. */
  public static final Duration RETENTION = Duration.ofDays(4);

  /** An older event means that nobody takes them. */
  public static final Duration TOO_OLD = Duration.ofMinutes(10);

  /** As AWS recommends ("Creating and configuring an Amazon SQS event source mapping"). */
  private static final int TIMEOUTS = 6;

  private EventQueue() {}

  /** For how long an event is hidden from others that a worker has begun with, or failed on. */
  public static Duration visibility(WorkerFunction worker) {
    return worker.timeout().multipliedBy(TIMEOUTS);
  }
}
