package dev.drawbridge.infra;

import dev.drawbridge.workflows.policy.Condition;
import dev.drawbridge.workflows.policy.PolicyDocument;
import dev.drawbridge.workflows.policy.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The catalogue's statements as CDK's, with this stack's resources in their placeholders. */
final class Permissions {
  private final Map<String, String> values;
  private final DeadLetters deadLetters;

  Permissions(
      Stack stack, ResourceNames names, Storage storage, Topics topics, DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
    values =
        Map.of(
            "AWS::Partition", stack.getPartition(),
            "AWS::Region", stack.getRegion(),
            "AWS::AccountId", stack.getAccount(),
            "Prefix", names.begin(),
            "Installation", names.prefix(),
            "Table", storage.table().getTableArn(),
            "TokenKey", storage.tokenKey().getKeyArn(),
            "TopicKey", topics.key().getKeyArn(),
            "PeopleTopic", topics.people().getTopicArn());
  }

  List<PolicyStatement> of(List<Statement> statements) {
    return statements.stream().map(this::statement).toList();
  }

  /** Lets Lambda leave, with a function's role, the events that the function failed on. */
  PolicyStatement keepFailures(String worker) {
    return allow(List.of("sqs:SendMessage"), List.of(deadLetters.of(worker).getQueueArn()));
  }

  /** What the runtime of a service needs with a role, beside what the catalogue states. */
  static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .build();
  }

  private PolicyStatement statement(Statement statement) {
    Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
    for (Condition condition : statement.conditions()) {
      conditions
          .computeIfAbsent(condition.operator(), operator -> new LinkedHashMap<>())
          .put(PolicyDocument.fill(condition.key(), values), filled(condition.values()));
    }
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(statement.actions())
        .resources(filled(statement.resources()))
        .conditions(conditions)
        .build();
  }

  private List<String> filled(List<String> texts) {
    return texts.stream().map(text -> PolicyDocument.fill(text, values)).toList();
  }
}
