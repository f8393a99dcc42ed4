package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The base of every worker behind the API. Errors leave as problem documents: a run is ended by one
 * of the four errors, a call is answered.
 */
public abstract class ApiWorker extends Worker<ProxyEvent, ProxyAnswer> {
  private static final String SOON = "5";
  private static final String LATER = "3600";

  private final Settings settings;
  private final InstantSource clock;

  /** Reads what API Gateway sends, of which we know only a part. */
  protected ApiWorker(Environment environment) {
    super(ProxyEvent.class, Json.LENIENT);
    this.settings = environment.settings();
    this.clock = environment.clock();
  }

  @Override
  protected final Optional<String> remark(ProxyAnswer answer) {
    return answer.remark();
  }

  @Override
  protected final Optional<Metrics> metrics(ProxyAnswer answer) {
    return answer.metrics();
  }

  /** Who may do what in the installation that the call came to. */
  final Access access(ApiCall call) {
    return Access.of(settings, call.account());
  }

  /** Answers one call. */
  abstract ProxyAnswer answer(ApiCall call);

  @Override
  public final ProxyAnswer handle(ProxyEvent event) {
    try {
      return answered(ApiCall.of(event));
    } catch (RuntimeException failure) {
      return problem(translated(failure), event.requestContext().requestId());
    }
  }

  /**
   * An item that cannot be read is no fault of the caller's: it is answered, and the alarm
   * ItemNotShown rings.
   */
  private ProxyAnswer answered(ApiCall call) {
    try {
      return answer(call);
    } catch (UnreadableItem bad) {
      throw Refusal.unreadable(
          String.valueOf(bad.getMessage()), access(call).isStaff(call.caller()));
    }
  }

  private ProxyAnswer problem(RuntimeException failure, String requestId) {
    return switch (failure) {
      case Refusal refusal -> {
        ProxyAnswer answer =
            ProxyAnswer.problem(refusal.problem().in(requestId))
                .lacking(refusal.unread(), clock.instant());
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
