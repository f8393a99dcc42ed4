package dev.drawbridge.engine.integration;

import dev.drawbridge.engine.task.Catalogue;
import dev.drawbridge.engine.task.Integration.Pattern;
import dev.drawbridge.engine.task.ParameterFields;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The integrations that are modelled, and the fields of their parameters (Developer Guide, page of
 * each integration); and all others that AWS knows, so that they are refused by name.
 */
public final class AwsIntegrations {
  private static final Set<Pattern> ANSWER_OR_CALLBACK =
      EnumSet.of(Pattern.REQUEST_RESPONSE, Pattern.WAIT_FOR_TASK_TOKEN);

  private static final Map<String, Catalogue.Offered> OFFERED =
      Map.of(
          "lambda:invoke",
          offered(
              Set.of("FunctionName"),
              Set.of(
                  "FunctionName",
                  "Payload",
                  "ClientContext",
                  "InvocationType",
                  "LogType",
                  "Qualifier"),
              Set.of("Payload"),
              ANSWER_OR_CALLBACK),
          "sqs:sendMessage",
          offered(
              Set.of("QueueUrl", "MessageBody"),
              Set.of(
                  "QueueUrl",
                  "MessageBody",
                  "DelaySeconds",
                  "MessageAttributes",
                  "MessageDeduplicationId",
                  "MessageGroupId"),
              Set.of(),
              ANSWER_OR_CALLBACK),
          "sns:publish",
          offered(
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
                  "MessageGroupId"),
              Set.of(),
              ANSWER_OR_CALLBACK),
          "states:startExecution",
          offered(
              Set.of("StateMachineArn"),
              Set.of("StateMachineArn", "Input", "Name", "TraceHeader"),
              Set.of(),
              EnumSet.allOf(Pattern.class)));

  private static final Catalogue CATALOGUE = new Catalogue(OptimisedServices.KNOWN, OFFERED);

  private AwsIntegrations() {}

  /** Lambda, SQS, SNS and nested executions. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  private static Catalogue.Offered offered(
      Set<String> required, Set<String> supported, Set<String> texts, Set<Pattern> patterns) {
    return new Catalogue.Offered(new ParameterFields(required, supported, texts), patterns);
  }
}
