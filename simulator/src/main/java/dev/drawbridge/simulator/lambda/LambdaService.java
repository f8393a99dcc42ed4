package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lambda. Functions are given as code and invoked by type here; the REST route Invoke leads to
 * {@link #invoke} and {@link #invokeAsync}.
 */
public final class LambdaService implements Target {
  private final Scheduler scheduler;
  private final LambdaSettings settings;
  private final FunctionEntries entries;
  private final FunctionPermissions permissions;
  private final Functions functions;
  private final Invocations invocations;
  private final AsyncInvocations events;

  /** No functions yet. */
  public LambdaService(Scheduler scheduler, DeadLetters deadLetters, LambdaSettings settings) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.entries = new FunctionEntries(scheduler);
    this.permissions = new FunctionPermissions(entries);
    this.functions = new Functions(entries);
    this.invocations = new Invocations(scheduler, settings, functions);
    this.events =
        new AsyncInvocations(scheduler, deadLetters, settings.async(), functions, invocations);
  }

  /**
   * The operations behind the door.
   *
   * @param assumable whether Lambda may assume the role of an ARN
   * @param mappings of queues to functions
   */
  public Service service(Predicate<String> assumable, EventSourceMappings mappings) {
    return new Service(
        "lambda",
        Protocol.REST_JSON,
        "",
        List.of(
            new AddPermission(entries),
            new CreateEventSourceMapping(mappings, entries),
            new CreateFunction(this, entries, assumable),
            new DeleteEventSourceMapping(mappings),
            new DeleteFunction(functions, entries),
            new GetEventSourceMapping(mappings),
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
    FunctionName named = new FunctionName(account, region, name, FunctionName.LATEST);
    entries.deployed(named.arn(), name, function, account);
    functions.put(named, new Function(name, function, code, new Snapshot(scheduler, settings)));
  }

  /** Deploys a function whose code came through the API. */
  void store(FunctionName named, FunctionSettings function, LambdaFunction code) {
    functions.put(
        named, new Function(named.name(), function, () -> code, new Snapshot(scheduler, settings)));
  }

  /**
   * Takes away the snapshot that a function's version starts from, as Lambda may do at any time.
   *
   * @param function a name, partial ARN or ARN
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void recycleSnapshot(Caller caller, String function) {
    functions.get(FunctionName.parse(caller, function)).snapshot().recycle();
  }

  /**
   * Takes away a function's idle containers, as Lambda may do at any time: the next invocation
   * starts cold.
   *
   * @param function a name, partial ARN or ARN
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void recycleContainers(Caller caller, String function) {
    functions.get(FunctionName.parse(caller, function)).forgetWarm();
  }

  /**
   * Lets so many invocations of a function run at once from now on; with 0 none does.
   *
   * @param function a name, partial ARN or ARN
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public void reserve(Caller caller, String function, int concurrency) {
    functions.get(FunctionName.parse(caller, function)).reserve(concurrency);
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
    return invocations.start(FunctionName.parse(caller, function), payload, done);
  }

  /**
   * Accepts an event: the function is invoked later, again when it fails, and what fails three
   * times becomes a dead letter.
   *
   * @return the request id
   * @throws ServiceError ResourceNotFoundException (404)
   */
  public String invokeAsync(Caller caller, String function, String payload) {
    return events.accept(FunctionName.parse(caller, function), payload);
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

  /** What functions had to do since {@link #countAnew}. */
  public LambdaLoad load() {
    return invocations.load();
  }

  /** Begins to count anew what functions have to do. */
  public void countAnew() {
    invocations.countAnew();
  }

  /** How many invocations were refused so far because a version was inactive. */
  public long refusals() {
    return invocations.refusals();
  }

  /** The time-out of a function; a caller on the wall clock needs it for its own. */
  public Duration timeout(Caller caller, String function) {
    return timeout(FunctionName.parse(caller, function));
  }

  Duration timeout(FunctionName function) {
    return functions.get(function).settings().timeout();
  }

  /** Whom a function acts as. */
  Caller role(FunctionName function) {
    return new Caller(
        function.account(), function.region(), functions.get(function).settings().role());
  }
}
