package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.function.Predicate;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.PackageType;

/** What Lambda refuses of a new function beyond its API model. */
final class NewFunction {
  /** "Lambda quotas", AWS Lambda Developer Guide; the API model has no upper bound. */
  private static final int MOST_SECONDS = 900;

  private NewFunction() {}

  /**
   * Holds a request against the rules.
   *
   * @throws ServiceError ValidationException, InvalidParameterValueException
   */
  static void check(CreateFunctionRequest request) {
    if (request.timeout() != null && request.timeout() > MOST_SECONDS) {
      throw ServiceError.client(
          "ValidationException",
          "1 validation error detected: Value '%d' at 'timeout' failed to satisfy constraint: Member"
                  .formatted(request.timeout())
              + " must have value less than or equal to %d".formatted(MOST_SECONDS));
    }
    boolean zip = request.packageType() != PackageType.IMAGE;
    if (zip && (request.runtime() == null || request.handler() == null)) {
      throw invalid(
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
    byte[] code = request.code().zipFile().asByteArrayUnsafe();
    if (code.length < 2 || code[0] != 'P' || code[1] != 'K') {
      throw invalid(
          "Could not unzip uploaded file. Please check your file, then try to upload again.");
    }
  }

  /**
   * Refuses a role that is not there or does not trust Lambda.
   *
   * @throws ServiceError InvalidParameterValueException
   */
  static void checkRole(String roleArn, Predicate<String> assumable) {
    if (!assumable.test(roleArn)) {
      throw invalid("The role defined for the function cannot be assumed by Lambda.");
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValueException", message);
  }
}
