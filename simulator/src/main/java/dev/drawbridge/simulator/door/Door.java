package dev.drawbridge.simulator.door;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.call.WorkerCrash;
import dev.drawbridge.simulator.iam.AccessControl;
import dev.drawbridge.simulator.model.RequestCheck;
import dev.drawbridge.simulator.naming.NamingRules;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.wire.Codec;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** The one door of the simulated world: an HTTP request in, a response out. */
public final class Door {
  private final Scheduler scheduler;
  private final Registry registry;
  private final CallLog log;
  private final Faults faults;
  private final AccessControl access;
  private final Throttle throttle;
  private final Duration latency;
  private final AccessKeys keys;
  private final RequestIds requestIds;

  /** A door of a world without credentials: callers sign with the number of their account. */
  public Door(
      Scheduler scheduler, Registry registry, CallLog log, Faults faults, Duration latency) {
    this(
        scheduler,
        registry,
        log,
        faults,
        latency,
        new AccessKeys(),
        AccessControl.ofNobody(),
        Throttle.NONE);
  }

  /**
   * A door to the services of {@code registry}.
   *
   * @param latency how long a call travels each way
   * @param keys the credentials that the world has issued
   * @param access what the roles of callers may do
   * @param throttle how often they may call
   */
  public Door(
      Scheduler scheduler,
      Registry registry,
      CallLog log,
      Faults faults,
      Duration latency,
      AccessKeys keys,
      AccessControl access,
      Throttle throttle) {
    this.throttle = throttle;
    this.keys = keys;
    this.scheduler = scheduler;
    this.registry = registry;
    this.log = log;
    this.faults = faults;
    this.access = access;
    this.latency = latency;
    this.requestIds = new RequestIds(scheduler.random());
  }

  /**
   * Serves one request. A caller on a thread of its own gives the world up while the call travels.
   *
   * @throws SocketTimeoutException where a planned fault loses the request or its reply
   */
  public HttpReply handle(HttpCall call) throws SocketTimeoutException {
    travel();
    Served served = scheduler.exclusively(() -> serve(call));
    if (served.lost()) {
      throw new SocketTimeoutException("planned: no reply to " + served.requestId());
    }
    travel();
    return served.reply();
  }

  private void travel() {
    if (!latency.isZero()) {
      scheduler.pause(latency);
    }
  }

  /** What became of a request; the reply of one that is lost reaches nobody. */
  private record Served(String requestId, HttpReply reply, boolean lost) {}

  /** Runs while nothing else of the world does. */
  private Served serve(HttpCall call) {
    String requestId = requestIds.next();
    Optional<SignatureScope> scope = SignatureScope.of(call, keys);
    Optional<Service> service = scope.flatMap(s -> registry.service(s.signingName()));
    if (scope.isEmpty() || service.isEmpty()) {
      return new Served(requestId, SignatureScope.refusal(), false);
    }
    return new Visit(requestId, call, scope.get(), service.get()).serve();
  }

  /** One request to a service that is known. */
  private final class Visit {
    private final String requestId;
    private final HttpCall call;
    private final SignatureScope scope;
    private final Service service;
    private final Codec codec;

    Visit(String requestId, HttpCall call, SignatureScope scope, Service service) {
      this.requestId = requestId;
      this.call = call;
      this.scope = scope;
      this.service = service;
      this.codec = Codec.of(service, call);
    }

    Served serve() {
      try {
        scope.check();
        String name = codec.operation(call);
        OperationType type =
            registry.operation(service, name).orElseThrow(() -> codec.unknown(name));
        return perform(name, type, codec.read(call, type));
      } catch (ServiceError error) {
        return new Served(requestId, codec.error(error, requestId), false);
      }
    }

    private Served perform(String name, OperationType type, SdkPojo request) {
      String action = service.signingName() + ":" + name;
      try {
        throttle.take(action, scope.caller());
        access.check(service, action, request, scope.caller());
        Optional<Fault> fault = faults.next(scope.caller(), action);
        if (fault.equals(Optional.of(Fault.ACCESS_DENIED))) {
          throw access.refusal(service, action, request, scope.caller());
        }
        fault.ifPresent(this::before);
        if (fault.equals(Optional.of(Fault.TIMEOUT_BEFORE_EFFECT))) {
          log.add(record(action, request, Optional.of("Timeout")));
          return new Served(requestId, SignatureScope.refusal(), true);
        }
        HttpReply reply =
            codec.write(name, answer(service, type, request, scope.caller()), requestId);
        log.add(record(action, request, Optional.empty()));
        fault.ifPresent(this::after);
        return new Served(requestId, reply, fault.equals(Optional.of(Fault.TIMEOUT_AFTER_EFFECT)));
      } catch (ServiceError error) {
        log.add(record(action, request, Optional.of(error.code())));
        throw error;
      }
    }

    private CallRecord record(String action, SdkPojo request, Optional<String> error) {
      return new CallRecord(scheduler.now(), scope.caller(), action, request, error);
    }

    private void before(Fault fault) {
      switch (fault) {
        case THROTTLED -> throw ServiceError.client("ThrottlingException", "Rate exceeded");
        case INTERNAL_ERROR -> throw ServiceError.of(500, "InternalFailure", "Internal failure");
        case CRASH_BEFORE_EFFECT -> throw new WorkerCrash();
        case ACCESS_DENIED, TIMEOUT_BEFORE_EFFECT, TIMEOUT_AFTER_EFFECT, CRASH_AFTER_EFFECT -> {}
      }
    }

    private void after(Fault fault) {
      if (fault == Fault.CRASH_AFTER_EFFECT) {
        throw new WorkerCrash();
      }
    }
  }

  /** The registry guarantees that the operation's request class is what its builder builds. */
  @SuppressWarnings("unchecked")
  private static SdkPojo answer(
      Service service, OperationType type, SdkPojo request, Caller caller) {
    RequestCheck.check(service.signingName(), type.name(), request);
    NamingRules.check(service.signingName(), type.name(), request, caller);
    return ((Operation<SdkPojo, SdkPojo>) type.operation()).handle(request, caller);
  }
}
