package dev.drawbridge.simulator.door;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.CallRecord;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.call.WorkerCrash;
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
  private final Duration latency;
  private final RequestIds requestIds;

  /**
   * A door to the services of {@code registry}.
   *
   * @param latency how long a call travels each way
   */
  public Door(
      Scheduler scheduler, Registry registry, CallLog log, Faults faults, Duration latency) {
    this.scheduler = scheduler;
    this.registry = registry;
    this.log = log;
    this.faults = faults;
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
    Visit visit = new Visit(call);
    scheduler.exclusively(visit);
    visit.throwTimeout();
    travel();
    return visit.reply;
  }

  private void travel() {
    if (!latency.isZero()) {
      scheduler.pause(latency);
    }
  }

  /** One request being served, while nothing else of the world runs. */
  private final class Visit implements Runnable {
    private final HttpCall call;
    private String requestId = "";
    private HttpReply reply = SignatureScope.refusal();
    private boolean timedOut;

    Visit(HttpCall call) {
      this.call = call;
    }

    @Override
    public void run() {
      requestId = requestIds.next();
      Optional<SignatureScope> scope = SignatureScope.of(call);
      Optional<Service> service = scope.flatMap(s -> registry.service(s.signingName()));
      if (scope.isPresent() && service.isPresent()) {
        serve(scope.get(), service.get());
      }
    }

    private void serve(SignatureScope scope, Service service) {
      Codec codec = Codec.of(service);
      try {
        scope.check();
        String name = codec.operation(call);
        OperationType type =
            registry.operation(service, name).orElseThrow(() -> codec.unknown(name));
        SdkPojo request = codec.read(call, type);
        reply = perform(scope.caller(), service, codec, type, name, request);
      } catch (ServiceError error) {
        reply = codec.error(error, requestId);
      }
    }

    private HttpReply perform(
        Caller caller,
        Service service,
        Codec codec,
        OperationType type,
        String name,
        SdkPojo request) {
      String action = service.signingName() + ":" + name;
      Optional<Fault> fault = faults.next(caller, action);
      try {
        fault.ifPresent(this::before);
        if (timedOut) {
          log.add(record(caller, action, request, Optional.of("Timeout")));
          return reply;
        }
        HttpReply answer = codec.write(name, answer(type, request, caller), requestId);
        log.add(record(caller, action, request, Optional.empty()));
        fault.ifPresent(this::after);
        return answer;
      } catch (ServiceError error) {
        log.add(record(caller, action, request, Optional.of(error.code())));
        throw error;
      }
    }

    private CallRecord record(
        Caller caller, String action, SdkPojo request, Optional<String> error) {
      return new CallRecord(scheduler.now(), caller, action, request, error);
    }

    private void before(Fault fault) {
      switch (fault) {
        case THROTTLED -> throw ServiceError.client("ThrottlingException", "Rate exceeded");
        case INTERNAL_ERROR -> throw ServiceError.of(500, "InternalFailure", "Internal failure");
        case ACCESS_DENIED -> throw ServiceError.of(403, "AccessDenied", "Not authorized");
        case TIMEOUT_BEFORE_EFFECT -> timedOut = true;
        case CRASH_BEFORE_EFFECT -> throw new WorkerCrash();
        case TIMEOUT_AFTER_EFFECT, CRASH_AFTER_EFFECT -> {}
      }
    }

    private void after(Fault fault) {
      if (fault == Fault.CRASH_AFTER_EFFECT) {
        throw new WorkerCrash();
      }
      timedOut = fault == Fault.TIMEOUT_AFTER_EFFECT;
    }

    private void throwTimeout() throws SocketTimeoutException {
      if (timedOut) {
        throw new SocketTimeoutException("planned: no reply to " + requestId);
      }
    }
  }

  /** The registry guarantees that the operation's request class is what its builder builds. */
  @SuppressWarnings("unchecked")
  private static SdkPojo answer(OperationType type, SdkPojo request, Caller caller) {
    return ((Operation<SdkPojo, SdkPojo>) type.operation()).handle(request, caller);
  }
}
