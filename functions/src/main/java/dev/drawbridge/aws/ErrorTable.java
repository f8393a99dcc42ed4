package dev.drawbridge.aws;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The one table from SDK exception or error code to our four errors.
 *
 * <p>Layers, the first that answers wins: a refusal by IAM, the one code that needs its message,
 * the exact code, the shape of the code, the HTTP status. Adapters catch only what is an answer to
 * their question (a NotFound after a look-up); all else comes here at the door of the worker.
 */
public final class ErrorTable {
  private enum Kind {
    INVALID,
    CONFLICT,
    NOT_READY,
    TRANSIENT;

    RuntimeException make(String message, Throwable cause) {
      return switch (this) {
        case INVALID -> new InvalidRequest(message, cause);
        case CONFLICT -> new Conflict(message, cause);
        case NOT_READY -> new NotReady(message, cause);
        case TRANSIENT -> new TransientFailure(message, cause);
      };
    }
  }

  private record Rule(Predicate<String> code, Kind kind) {}

  /** What EC2 says with the code of a group that is not there: no retry moves a group. */
  private static final String OTHER_VPC = "different networks";

  private static final Map<String, Kind> CODES =
      Map.ofEntries(
          // A group in use, or interfaces of a load balancer that still go away: it passes.
          Map.entry("DependencyViolation", Kind.NOT_READY),
          Map.entry("ExistingVpcEndpointConnections", Kind.NOT_READY),
          Map.entry("IncorrectState", Kind.NOT_READY),
          // SetSubnets while somebody's reservation of load balancer capacity is being made.
          Map.entry("CapacityReservationPending", Kind.NOT_READY),
          // ELBv2: referenced by a listener, or the balancer still has an endpoint service.
          Map.entry("ResourceInUse", Kind.CONFLICT),
          Map.entry("OperationNotPermitted", Kind.CONFLICT),
          Map.entry("TargetGroupAssociationLimit", Kind.CONFLICT),
          Map.entry("ConditionalCheckFailedException", Kind.CONFLICT),
          Map.entry("TransactionCanceledException", Kind.TRANSIENT),
          Map.entry("TransactionConflictException", Kind.TRANSIENT),
          Map.entry("ExecutionAlreadyExists", Kind.CONFLICT),
          // Credentials that are about to be renewed, and a clock that a restored snapshot found
          // behind: both pass.
          Map.entry("ExpiredToken", Kind.TRANSIENT),
          Map.entry("ExpiredTokenException", Kind.TRANSIENT),
          Map.entry("RequestExpired", Kind.TRANSIENT),
          Map.entry("RequestTimeTooSkewed", Kind.TRANSIENT),
          Map.entry("SignatureDoesNotMatch", Kind.TRANSIENT),
          Map.entry("InvalidSignatureException", Kind.TRANSIENT),
          Map.entry("Throttling", Kind.TRANSIENT),
          Map.entry("ThrottlingException", Kind.TRANSIENT),
          Map.entry("RequestLimitExceeded", Kind.TRANSIENT),
          Map.entry("ProvisionedThroughputExceededException", Kind.TRANSIENT),
          // Lambda's throttle, which looks like a quota by its name.
          Map.entry("TooManyRequestsException", Kind.TRANSIENT),
          Map.entry("KMSThrottlingException", Kind.TRANSIENT),
          // The code that SNS sends for the same, by its API model, with status 400.
          Map.entry("KMSThrottling", Kind.TRANSIENT),
          Map.entry("HealthUnavailable", Kind.TRANSIENT));

  private static final List<Rule> SHAPES =
      List.of(
          // EC2 is eventually consistent: a describe after a create may miss. Adapters look up
          // first, so a NotFound that gets here concerns something that we have just seen.
          new Rule(
              code -> code.startsWith("Invalid") && code.endsWith(".NotFound"), Kind.TRANSIENT),
          new Rule(
              code -> code.startsWith("Duplicate") || code.endsWith(".Duplicate"), Kind.CONFLICT),
          new Rule(
              code -> code.endsWith("NotFound") || code.endsWith("NotFoundFault"), Kind.CONFLICT),
          new Rule(code -> code.startsWith("ResourceNotFound"), Kind.CONFLICT),
          // Quotas: no retry within a run will lift them.
          new Rule(code -> code.startsWith("TooMany"), Kind.CONFLICT),
          new Rule(code -> code.endsWith("LimitExceeded"), Kind.CONFLICT));

  private ErrorTable() {}

  /**
   * Our error for any exception that leaves a handler.
   *
   * @return one of the four for an SDK exception; the exception itself otherwise (one of the four
   *     already, or a defect, which Step Functions shows under its own class name)
   */
  public static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof AwsServiceException service) {
      return kind(service).make(message(service), service);
    }
    if (failure instanceof SdkException) {
      // No answer: refused connection, reset, time-out. The call may have taken effect.
      return new TransientFailure("no answer from AWS: " + failure.getMessage(), failure);
    }
    return failure;
  }

  /** Whether IAM has refused the call. */
  public static boolean isDenied(AwsServiceException failure) {
    return Denial.is(failure);
  }

  /** Whether AWS has answered, if only with an error; false too for a defect of ours. */
  public static boolean isAnswer(RuntimeException failure) {
    return failure instanceof AwsServiceException
        || failure instanceof InvalidRequest
        || failure instanceof Conflict
        || failure instanceof NotReady;
  }

  private static Kind kind(AwsServiceException failure) {
    if (Denial.is(failure)) {
      return Kind.CONFLICT;
    }
    String code = code(failure);
    if (code.equals("InvalidGroup.NotFound") && message(failure).contains(OTHER_VPC)) {
      return Kind.CONFLICT;
    }
    Kind exact = CODES.get(code);
    if (exact != null) {
      return exact;
    }
    for (Rule rule : SHAPES) {
      if (rule.code().test(code)) {
        return rule.kind();
      }
    }
    return byStatus(failure);
  }

  private static Kind byStatus(AwsServiceException failure) {
    int status = failure.statusCode();
    if (failure.isThrottlingException() || status == 429 || status >= 500) {
      return Kind.TRANSIENT;
    }
    // Any other 4xx is about what we asked for; asking again the same way cannot help.
    return status == 403 || status == 409 ? Kind.CONFLICT : Kind.INVALID;
  }

  /** The error code on the wire, or the empty string. */
  public static String code(AwsServiceException failure) {
    var details = failure.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  private static String message(AwsServiceException failure) {
    if (Denial.is(failure)) {
      return Denial.sentence(failure);
    }
    var details = failure.awsErrorDetails();
    if (details == null || details.errorMessage() == null) {
      return String.valueOf(failure.getMessage());
    }
    return details.serviceName() + " " + details.errorCode() + ": " + details.errorMessage();
  }
}
