package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.DeadLetter;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lambda. Functions are given as code and invoked by type here; the REST route Invoke leads to
 * {@link #invoke} and {@link #invokeAsync}.
 */
public final class LambdaService implements Target {
  private record Key(String account, String region, String name) {}

  private static final String NOT_READY = "SnapStartNotReadyException";

  private final Map<Key, Function> functions = new HashMap<>();
  private final Scheduler scheduler;
  private final DeadLetters deadLetters;
  private final LambdaSettings settings;
  private final FunctionEntries entries;
  private final FunctionPermissions permissions;
  private long refusals;

  /** No functions yet. */
  public LambdaService(Scheduler scheduler, DeadLetters deadLetters, LambdaSettings settings) {
    this.scheduler = scheduler;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.entries = new FunctionEntries(scheduler);
    this.permissions = new FunctionPermissions(entries);
  }

  /** The operations behind the door. */
  public Service service() {
    return new Service(
        "lambda",
        Protocol.REST_JSON,
        "",
        List.of(
            new AddPermission(entries),
            new CreateFunction(this, entries),
            new DeleteFunction(this, entries),
            new GetFunction(entries),
            new GetFunctionCodeSigningConfig(entries),
            new GetPolicy(entries),
            new Invoke(this, entries, scheduler),
            new ListFunctions(entries),
            new ListTags(entries),
            new ListVersionsByFunction(entries),
            new RemovePermission(entries),
            new TagResource(entries),
            new UntagResource(entries)));
  }

  /** What lets other services invoke functions. */
  public FunctionPermissions permissions() {
    return permissions;
  }

  /**
   * Deploys a function, or replaces it.
   *
   * @param code called once for each container: what a handler's constructor does
   */
  public void create(
      String account,
      String region,
      String name,
      FunctionSettings function,
      Supplier<LambdaFunction> code) {
    entries.deployed(
        new Caller(account, region, "").arn("lambda", "function:" + name), name, function, account);
    functions.put(
        new Key(account, region, name),
        new Function(name, function, code, new Snapshot(scheduler, settings)));
  }

  /** Deploys a function whose code came through the API. */
  void store(Caller caller, String name, FunctionSettings function, LambdaFunction code) {
    functions.put(
        new Key(caller.account(), caller.region(), name),
        new Function(name, function, () -> code, new Snapshot(scheduler, settings)));
  }

  /** Forgets a function; what runs goes on to its end. */
  void remove(Caller caller, String name) {
    functions.remove(new Key(caller.account(), caller.region(), name));
  }

  /**
   * Takes away the snapshot that a function's version starts from, as Lambda may do at any time.
   *
   * @param function a name, partial ARN or ARN
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void recycleSnapshot(Caller caller, String function) {
    find(FunctionName.parse(caller, function)).snapshot().recycle();
  }

  /**
   * Takes away a function's idle containers, as Lambda may do at any time: the next invocation
   * starts cold.
   *
   * @param function a name, partial ARN or ARN
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void recycleContainers(Caller caller, String function) {
    find(FunctionName.parse(caller, function)).forgetWarm();
  }

  /**
   * Invokes a function and hands its result to {@code done} when it ends. Returns at once.
   *
   * @param function a name, partial ARN or ARN, with or without version or alias
   * @param payload JSON
   * @return the request id
   * @throws ServiceError ResourceNotFoundException (404), TooManyRequestsException (429),
   *     SnapStartNotReadyException (409)
   */
  public String invoke(
      Caller caller, String function, String payload, Consumer<InvocationResult> done) {
    FunctionName named = FunctionName.parse(caller, function);
    Function found = find(named);
    checkSnapshot(named, found);
    checkConcurrency(named, found);
    if (scheduler.random().nextDouble() < settings.starts().recycled()) {
      found.forgetWarm();
    }
    Optional<Container> warm = found.takeWarm(scheduler.now(), settings.starts().containerIdle());
    Container container = warm.orElseGet(found::takeCold);
    Duration start =
        (warm.isPresent() ? settings.starts().warm() : settings.starts().cold())
            .draw(scheduler.random());
    String requestId = requestId();
    scheduler.after(
        start,
        () -> {
          Invocation context = context(named, found, requestId, warm.isEmpty());
          new Run(scheduler, found, container, context, done).start(payload);
        });
    return requestId;
  }

  /**
   * Accepts an event: the function is invoked later, again when it fails, and what fails three
   * times becomes a dead letter.
   *
   * @return the request id
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public String invokeAsync(Caller caller, String function, String payload) {
    FunctionName named = FunctionName.parse(caller, function);
    Function found = find(named);
    scheduler.after(
        settings.async().start().draw(scheduler.random()),
        () -> attempt(caller, named, found, payload, 0));
    return requestId();
  }

  @Override
  public void take(String arn, String payload) {
    String[] parts = arn.split(":", 6);
    try {
      invokeAsync(new Caller(parts[4], parts[3], "service"), arn, payload);
    } catch (ServiceError e) {
      throw Refused.forGood(e.code() + ": " + e.getMessage());
    }
  }

  @Override
  public void take(Message message) {
    FunctionName named =
        FunctionName.parse(new Caller(message.sourceAccount(), "", "service"), message.target());
    permissions.check(named, message);
    take(message.target(), message.payload());
  }

  /** How many invocations were refused so far because a version was inactive. */
  public long refusals() {
    return refusals;
  }

  /** The time-out of a function; a caller on the wall clock needs it for its own. */
  public Duration timeout(Caller caller, String function) {
    return find(FunctionName.parse(caller, function)).settings().timeout();
  }

  private void attempt(
      Caller caller, FunctionName named, Function found, String payload, int tries) {
    try {
      invoke(
          caller,
          named.invokedArn(),
          payload,
          result -> {
            if (!result.succeeded()) {
              again(caller, named, found, payload, tries, result.payload());
            }
          });
    } catch (ServiceError refused) {
      if (refused.code().equals(NOT_READY)) {
        // UNCONFIRMED: that it uses up a retry, as a function's error does, is the harder case.
        again(caller, named, found, payload, tries, String.valueOf(refused.getMessage()));
        return;
      }
      // Throttled events are tried again for up to six hours and do not use up the two retries.
      scheduler.after(Duration.ofSeconds(1), () -> attempt(caller, named, found, payload, tries));
    }
  }

  private void again(
      Caller caller, FunctionName named, Function found, String payload, int tries, String reason) {
    if (tries < settings.async().retries().size()) {
      scheduler.after(
          settings.async().retries().get(tries),
          () -> attempt(caller, named, found, payload, tries + 1));
      return;
    }
    deadLetters.add(
        new DeadLetter(
            scheduler.now(),
            named.arn(),
            named.invokedArn(),
            found.settings().deadLetterArn(),
            payload,
            reason));
  }

  private Function find(FunctionName named) {
    entries.get(named);
    Function found = functions.get(new Key(named.account(), named.region(), named.name()));
    if (found == null) {
      throw ServiceError.of(
          404, "ResourceNotFoundException", "Function not found: " + named.invokedArn());
    }
    return found;
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
    long inAccount =
        functions.entrySet().stream()
            .filter(e -> e.getKey().account().equals(named.account()))
            .filter(e -> e.getKey().region().equals(named.region()))
            .mapToLong(e -> e.getValue().running())
            .sum();
    int reserved = found.settings().reservedConcurrency().orElse(Integer.MAX_VALUE);
    if (found.running() >= reserved || inAccount >= settings.accountConcurrency()) {
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

  private String requestId() {
    return new UUID(
            (scheduler.random().nextLong() & ~0xF000L) | 0x4000L,
            (scheduler.random().nextLong() & ~(3L << 62)) | (1L << 63))
        .toString();
  }
}
