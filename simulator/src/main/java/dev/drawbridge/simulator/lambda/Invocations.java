package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Invocations that somebody waits for: concurrency, snapshots, and starts in containers. */
final class Invocations {
  static final String NOT_READY = "SnapStartNotReadyException";

  private final Scheduler scheduler;
  private final LambdaSettings settings;
  private final Functions functions;
  private long refusals;
  private LambdaLoad load = LambdaLoad.NONE;

  Invocations(Scheduler scheduler, LambdaSettings settings, Functions functions) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.functions = functions;
  }

  /** How many invocations were refused so far because a version was inactive. */
  long refusals() {
    return refusals;
  }

  /** What there was to do since {@link #countAnew}. */
  LambdaLoad load() {
    return load;
  }

  /** Forgets what has been counted. */
  void countAnew() {
    load = LambdaLoad.NONE;
  }

  /**
   * Invokes a function and hands its result to {@code done} when it ends. Returns at once.
   *
   * @return the request id
   * @throws ServiceError ResourceNotFoundException (404), TooManyRequestsException (429),
   *     SnapStartNotReadyException (409)
   */
  String start(FunctionName named, String payload, Consumer<InvocationResult> done) {
    Function found = functions.get(named);
    checkSnapshot(named, found);
    checkConcurrency(named, found);
    Optional<Container> warm = warm(found);
    Container container = warm.orElseGet(found::takeCold);
    Duration start =
        (warm.isPresent() ? settings.starts().warm() : settings.starts().cold())
            .draw(scheduler.random());
    String requestId = requestId();
    load = load.started(named.name(), functions.runningBeside(named));
    scheduler.after(
        start,
        () -> {
          Invocation context = context(named, found, requestId, warm.isEmpty());
          Instant begun = scheduler.now();
          Consumer<InvocationResult> ended =
              result -> {
                load = load.ended(named.name(), Duration.between(begun, scheduler.now()));
                done.accept(result);
              };
          new Run(scheduler, found, container, context, ended).start(payload);
        });
    return requestId;
  }

  /** A container that has served before, unless Lambda has taken just that one away. */
  private Optional<Container> warm(Function found) {
    boolean recycled = scheduler.random().nextDouble() < settings.starts().recycled();
    Optional<Container> warm = found.takeWarm(scheduler.now(), settings.starts().containerIdle());
    if (!recycled) {
      return warm;
    }
    warm.ifPresent(found::discard);
    return Optional.empty();
  }

  /** Only published versions have a snapshot. */
  private void checkSnapshot(FunctionName named, Function found) {
    if (found.settings().snapStart()
        && !named.version().equals(FunctionName.LATEST)
        && !found.snapshot().use()) {
      refusals++;
      throw ServiceError.of(
          409,
          NOT_READY,
          "Lambda is initializing your function. You can invoke the function when the function"
              + " state becomes Active.");
    }
  }

  private void checkConcurrency(FunctionName named, Function found) {
    int reserved = found.settings().reservedConcurrency().orElse(Integer.MAX_VALUE);
    if (found.running() >= reserved
        || functions.runningBeside(named) >= settings.accountConcurrency()) {
      throw ServiceError.of(429, "TooManyRequestsException", "Rate Exceeded.");
    }
  }

  private Invocation context(FunctionName named, Function found, String id, boolean cold) {
    return new Invocation(
        id,
        named.name(),
        named.version(),
        named.invokedArn(),
        named.account(),
        named.region(),
        found.settings().role(),
        cold,
        scheduler.now().plus(found.settings().timeout()),
        scheduler);
  }

  /** A new id, as Lambda has them: a random UUID. */
  String requestId() {
    return new UUID(
            (scheduler.random().nextLong() & ~0xF000L) | 0x4000L,
            (scheduler.random().nextLong() & ~(3L << 62)) | (1L << 63))
        .toString();
  }
}
