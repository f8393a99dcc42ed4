package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Holds a request against AWS's model before an operation sees it: what is required, lengths,
 * ranges, patterns and enumerations.
 */
public final class RequestCheck {
  private RequestCheck() {}

  /**
   * Refuses a request that breaks the model of its operation.
   *
   * @param signingName the service's name in the signature scope
   * @throws ServiceError the error of that service's family
   */
  public static void check(String signingName, String operation, SdkPojo request) {
    Optional<OperationModel> model = ApiModel.of(signingName).operation(operation);
    List<Violation> violations =
        model.map(facts -> ModelCheck.of(request, facts.request())).orElse(List.of());
    if (!violations.isEmpty()) {
      throw Wording.of(signingName).error(violations);
    }
  }
}
