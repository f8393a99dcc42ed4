package dev.drawbridge.infra;

import dev.drawbridge.workflows.WorkerFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What each worker may do: the actions that the catalogue states for it, on our own table, key,
 * topics and state machines by name.
 *
 * <p>Calls to EC2, Elastic Load Balancing and RDS are limited by action only. Most of them are
 * Describe calls, for which IAM knows no resource; the others are not narrowed to our tags here.
 */
final class Permissions {
  private static final List<String> ANY = List.of("*");

  private final Storage storage;
  private final Topics topics;
  private final StateMachineArns arns;
  private final FunctionArns functions;

  Permissions(Storage storage, Topics topics, StateMachineArns arns, FunctionArns functions) {
    this.storage = storage;
    this.topics = topics;
    this.arns = arns;
    this.functions = functions;
  }

  /**
   * @throws IllegalArgumentException naming an action whose resources are not decided here
   */
  List<PolicyStatement> of(WorkerFunction worker) {
    Map<List<String>, List<String>> actionsByResources = new LinkedHashMap<>();
    for (String action : worker.actions()) {
      actionsByResources.computeIfAbsent(resources(action), r -> new ArrayList<>()).add(action);
    }
    if (worker.actions().contains("sns:Publish")) {
      actionsByResources.put(List.of(topics.key().getKeyArn()), Topics.PUBLISHERS_KEY_ACTIONS);
    }
    return actionsByResources.entrySet().stream()
        .map(e -> allow(e.getValue(), e.getKey()))
        .toList();
  }

  static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .build();
  }

  private List<String> resources(String action) {
    return switch (action) {
      case "sns:Publish" -> List.of(topics.people().getTopicArn());
      case "lambda:InvokeFunction" -> functions.keptAlive();
      case "states:StartExecution" -> List.of(arns.machine(StateMachineArns.REFRESH));
      case "states:DescribeExecution", "states:StopExecution" -> arns.executions();
      case "states:SendTaskSuccess", "states:SendTaskFailure", "states:ListExecutions" ->
          arns.machines();
      default -> resourcesOfService(action);
    };
  }

  private List<String> resourcesOfService(String action) {
    return switch (serviceOf(action)) {
      case "dynamodb" -> List.of(storage.table().getTableArn());
      case "kms" -> List.of(storage.tokenKey().getKeyArn());
      case "ec2", "elasticloadbalancing", "rds" -> ANY;
      default -> throw new IllegalArgumentException("no resources are decided for " + action);
    };
  }

  /** What stands before the colon: the service of an action. */
  static String serviceOf(String action) {
    int colon = action.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not an IAM action: " + action);
    }
    return action.substring(0, colon);
  }
}
