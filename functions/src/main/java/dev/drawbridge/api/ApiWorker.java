package dev.drawbridge.api;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Worker;
import java.util.Optional;

/**
 * The base of every worker behind the API. Errors leave as problem documents: a run is ended by one
 * of the four errors, a call is answered.
 */
public abstract class ApiWorker extends Worker<ProxyEvent, ProxyAnswer> {
  private static final String SOON = "5";
  private static final String LATER = "3600";

  /** Reads what API Gateway sends, of which we know only a part. */
  protected ApiWorker() {
    super(ProxyEvent.class, Json.LENIENT);
  }

  @Override
  protected final Optional<String> remark(ProxyAnswer answer) {
    return answer.remark();
  }

  @Override
  protected final Optional<Metrics> metrics(ProxyAnswer answer) {
    return answer.metrics();
  }

  /** Answers one call. */
  abstract ProxyAnswer answer(ApiCall call);

  @Override
  public final ProxyAnswer handle(ProxyEvent event) {
    try {
      return answer(ApiCall.of(event));
    } catch (RuntimeException failure) {
      return problem(translated(failure), event.requestContext().requestId());
    }
  }

  private static ProxyAnswer problem(RuntimeException failure, String requestId) {
    return switch (failure) {
      case Refusal refusal -> {
        ProxyAnswer answer = ProxyAnswer.problem(refusal.problem().in(requestId));
        yield answer.statusCode() == Problem.Kind.TOO_MANY_REQUESTS.status
            ? answer.with("Retry-After", LATER)
            : answer;
      }
      case InvalidRequest refused -> ProxyAnswer.problem(Problem.of(refused).in(requestId));
      case Conflict conflict -> answer(Problem.Kind.CONFLICT, conflict, requestId);
      case NotReady wait ->
          answer(Problem.Kind.TRY_AGAIN, wait, requestId).with("Retry-After", SOON);
      case TransientFailure wait ->
          answer(Problem.Kind.TRY_AGAIN, wait, requestId).with("Retry-After", SOON);
      // A defect: Lambda logs it, and the gateway answers 502 without a word of it.
      default -> throw failure;
    };
  }

  private static ProxyAnswer answer(Problem.Kind kind, Throwable failure, String requestId) {
    return ProxyAnswer.problem(
        Problem.of(kind, String.valueOf(failure.getMessage())).in(requestId));
  }
}
