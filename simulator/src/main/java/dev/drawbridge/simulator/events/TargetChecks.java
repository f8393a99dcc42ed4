package dev.drawbridge.simulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What EventBridge refuses of a rule and of its targets beyond the API model. */
final class TargetChecks {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String ARN = "arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\\d{12})?:.+";
  private static final String QUEUE = "arn:[a-z-]+:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+";

  private TargetChecks() {}

  /**
   * Holds a target against the rules.
   *
   * @throws ServiceError ValidationException
   */
  static void check(Target target) {
    arn(target.arn());
    if (target.roleArn() != null) {
      arn(target.roleArn());
    } else if (target.arn().contains(":states:")) {
      throw invalid("RoleArn is required for target %s.".formatted(target.arn()));
    }
    if (target.input() != null) {
      input(target.id(), target.input());
    }
    Optional.ofNullable(target.deadLetterConfig())
        .map(DeadLetterConfig::arn)
        .filter(queue -> !queue.matches(QUEUE))
        .ifPresent(
            queue -> {
              throw invalid(
                  "Parameter DeadLetterConfig.Arn of target %s is not valid. Reason: must be the"
                          .formatted(target.id())
                      + " ARN of a standard queue, not %s.".formatted(queue));
            });
  }

  /**
   * Refuses what is no ARN.
   *
   * @throws ServiceError ValidationException
   */
  static void arn(String value) {
    if (!value.matches(ARN)) {
      throw invalid(
          "Parameter %s is not valid. Reason: Provided Arn is not in correct format."
              .formatted(value));
    }
  }

  private static void input(String id, String input) {
    try {
      JSON.readTree(input);
    } catch (JsonProcessingException e) {
      throw invalid("JSON syntax error in input for target %s.".formatted(id));
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationException", message);
  }
}
