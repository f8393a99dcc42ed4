package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.event.ruler.RuleCompiler;

/** Makes a rule, or replaces all of it but its targets. */
record PutRule(Rules rules) implements Operation<PutRuleRequest, PutRuleResponse> {

  @Override
  public PutRuleResponse handle(PutRuleRequest request, Caller caller) {
    Rules.checkBus(request.eventBusName());
    Optional<String> pattern = Optional.ofNullable(request.eventPattern());
    Optional<String> schedule = Optional.ofNullable(request.scheduleExpression());
    if (pattern.isEmpty() && schedule.isEmpty()) {
      throw ServiceError.client(
          "ValidationException",
          "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    pattern.ifPresent(PutRule::check);
    Optional.ofNullable(request.roleArn()).ifPresent(TargetChecks::arn);
    List<RuleTarget> targets =
        rules.find(caller, request.name()).map(RuleRecord::targets).orElse(List.of());
    RuleRecord rule =
        new RuleRecord(
            caller,
            request.name(),
            Optional.ofNullable(request.description()),
            pattern,
            schedule,
            schedule.map(Rates::read),
            request.state() != RuleState.DISABLED,
            targets);
    rules.put(rule);
    rules
        .tags()
        .put(rule.arn(), request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    return PutRuleResponse.builder().ruleArn(rule.arn()).build();
  }

  private static void check(String pattern) {
    @Nullable String fault = RuleCompiler.check(pattern);
    if (fault != null) {
      throw ServiceError.client(
          "InvalidEventPatternException", "Event pattern is not valid. Reason: " + fault);
    }
  }
}
