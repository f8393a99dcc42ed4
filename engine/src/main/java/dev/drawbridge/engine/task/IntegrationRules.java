package dev.drawbridge.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The integrations that are modelled, and the fields that their parameters may and must have
 * (Developer Guide, page of each integration).
 */
public final class IntegrationRules {
  private static final Map<String, Fields> FIELDS =
      Map.of(
          "lambda:invoke",
          new Fields(
              Set.of("FunctionName"),
              Set.of(
                  "FunctionName",
                  "Payload",
                  "ClientContext",
                  "InvocationType",
                  "LogType",
                  "Qualifier")),
          "sqs:sendMessage",
          new Fields(
              Set.of("QueueUrl", "MessageBody"),
              Set.of(
                  "QueueUrl",
                  "MessageBody",
                  "DelaySeconds",
                  "MessageAttributes",
                  "MessageDeduplicationId",
                  "MessageGroupId")),
          "sns:publish",
          new Fields(
              Set.of("Message"),
              Set.of(
                  "Message",
                  "TopicArn",
                  "TargetArn",
                  "PhoneNumber",
                  "Subject",
                  "MessageAttributes",
                  "MessageStructure",
                  "MessageDeduplicationId",
                  "MessageGroupId")),
          "states:startExecution",
          new Fields(
              Set.of("StateMachineArn"),
              Set.of("StateMachineArn", "Input", "Name", "TraceHeader")));

  private record Fields(Set<String> required, Set<String> supported) {}

  private IntegrationRules() {}

  /** Whether the integration is modelled, pattern included. */
  public static boolean modelled(Integration.Service service) {
    return FIELDS.containsKey(service.key())
        && switch (service.pattern()) {
          case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> true;
          case SYNC, SYNC_2 -> service.service().equals("states");
        };
  }

  /**
   * Whether AWS's optimised integration of this service lacks the action or the pattern: the ARN is
   * then wrong.
   */
  public static boolean unknownAction(Integration.Service service) {
    if (impossible(service)) {
      return true;
    }
    Set<String> actions = OptimisedServices.ACTIONS.get(service.service());
    return actions == null
        ? !service.service().equals("aws-sdk")
        : !actions.contains(service.action());
  }

  private static boolean impossible(Integration.Service service) {
    return switch (service.pattern()) {
      case REQUEST_RESPONSE -> false;
      case SYNC -> OptimisedServices.WITHOUT_JOBS.contains(service.service());
      case SYNC_2 -> !service.service().equals("states");
      case WAIT_FOR_TASK_TOKEN -> OptimisedServices.WITHOUT_CALLBACKS.contains(service.service());
    };
  }

  /**
   * Checks parameters before a task is started.
   *
   * @throws StateFailure when a field is missing or not supported
   */
  public static void check(Integration.Service service, JsonNode parameters) {
    Fields fields = FIELDS.get(service.key());
    if (fields == null) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    fields.required.stream()
        .sorted()
        .filter(name -> !parameters.has(name))
        .forEach(name -> wrong.add("The field '%s' is required but was missing".formatted(name)));
    parameters.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !fields.supported.contains(name))
        .forEach(
            name -> wrong.add("The field '%s' is not supported by Step Functions".formatted(name)));
    JsonNode payload = parameters.path("Payload");
    if (payload.isNumber() || payload.isBoolean()) {
      wrong.add("The value for the field 'Payload' must be a STRING");
    }
    if (!wrong.isEmpty()) {
      throw StateFailure.runtime(
          "The Parameters '%s' could not be used to start the Task: [%s]"
              .formatted(parameters, String.join(", ", wrong)));
    }
  }

  /** The fields that the template lacks; {@code .$} counts as the field. */
  public static List<String> missing(Integration.Service service, JsonNode template) {
    Fields fields = FIELDS.get(service.key());
    return fields == null
        ? List.of()
        : fields.required.stream()
            .sorted()
            .filter(name -> !template.has(name) && !template.has(name + ".$"))
            .toList();
  }

  /** The fields of the template that the integration does not know, {@code .$} left off. */
  public static List<String> unsupported(Integration.Service service, JsonNode template) {
    Fields fields = FIELDS.get(service.key());
    return fields == null
        ? List.of()
        : template.properties().stream()
            .map(field -> field.getKey().replaceFirst("\\.\\$$", ""))
            .filter(name -> !fields.supported.contains(name))
            .toList();
  }
}
