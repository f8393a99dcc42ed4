package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Adds targets to a rule, or replaces those of the same id. */
record PutTargets(Rules rules, EventSettings settings)
    implements Operation<PutTargetsRequest, PutTargetsResponse> {

  @Override
  public PutTargetsResponse handle(PutTargetsRequest request, Caller caller) {
    RuleRecord rule = rules.get(caller, request.rule(), request.eventBusName());
    Map<String, RuleTarget> targets = new LinkedHashMap<>();
    rule.targets().forEach(t -> targets.put(t.id(), t));
    request.targets().forEach(t -> targets.put(t.id(), read(t)));
    if (targets.size() > settings.targetsOfRule()) {
      throw ServiceError.client(
          "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    rules.retarget(rule, List.copyOf(targets.values()));
    return PutTargetsResponse.builder().failedEntryCount(0).build();
  }

  private RuleTarget read(Target target) {
    refuse("InputTransformer", target.inputTransformer() != null, target);
    refuse("InputPath", target.inputPath() != null, target);
    refuse("SqsParameters", target.sqsParameters() != null, target);
    TargetChecks.check(target);
    return new RuleTarget(
        target.id(),
        target.arn(),
        Optional.ofNullable(target.roleArn()),
        Optional.ofNullable(target.input()),
        Optional.ofNullable(target.deadLetterConfig()).map(DeadLetterConfig::arn),
        Optional.ofNullable(target.retryPolicy())
            .map(RetryPolicy::maximumRetryAttempts)
            .orElse(settings.delivery().retries().size()),
        Optional.ofNullable(target.retryPolicy()).map(RetryPolicy::maximumEventAgeInSeconds));
  }

  private static void refuse(String parameter, boolean present, Target target) {
    if (present) {
      throw ServiceError.client(
          "ValidationException",
          "This world does not model %s, as of target %s".formatted(parameter, target.id()));
    }
  }
}
