package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.rds.model.DescribeBlueGreenDeploymentsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** What is asked about calls of RDS, Step Functions, Lambda, SNS, EventBridge, KMS, CloudWatch. */
final class OtherQuestions {
  private final Facts facts;

  OtherQuestions(Facts facts) {
    this.facts = facts;
  }

  void addTo(Questions all) {
    databases(all);
    executions(all);
    all.on(
            InvokeRequest.class,
            (r, c) -> List.of(invoke(String.valueOf(r.functionName()), r.qualifier(), c)))
        .on(PublishRequest.class, this::publish)
        // Signed for as "monitoring"; it knows no resource.
        .on(
            GetMetricDataRequest.class,
            (r, c) -> List.of(Authorization.of("cloudwatch:GetMetricData")))
        .on(
            GetTopicAttributesRequest.class,
            (r, c) ->
                List.of(
                    Authorization.of("sns:GetTopicAttributes").on(String.valueOf(r.topicArn()))))
        .on(
            PutEventsRequest.class,
            (r, c) -> r.entries().stream().map(entry -> event(entry, c)).toList())
        .on(
            EncryptRequest.class,
            (r, c) -> List.of(crypt("Encrypt", r.keyId(), r.encryptionContext(), c)))
        .on(
            DecryptRequest.class,
            (r, c) -> List.of(crypt("Decrypt", r.keyId(), r.encryptionContext(), c)));
  }

  private static void databases(Questions all) {
    all.on(
            DescribeDbClustersRequest.class,
            (r, c) -> List.of(rds("DescribeDBClusters", "cluster", r.dbClusterIdentifier(), c)))
        .on(
            DescribeDbInstancesRequest.class,
            (r, c) -> List.of(rds("DescribeDBInstances", "db", r.dbInstanceIdentifier(), c)))
        .on(
            DescribeBlueGreenDeploymentsRequest.class,
            (r, c) ->
                List.of(
                    rds(
                        "DescribeBlueGreenDeployments",
                        "deployment",
                        r.blueGreenDeploymentIdentifier(),
                        c)))
        .on(
            DescribeDbParametersRequest.class,
            (r, c) -> List.of(rds("DescribeDBParameters", "pg", r.dbParameterGroupName(), c)))
        .on(
            DescribeDbClusterParametersRequest.class,
            (r, c) ->
                List.of(
                    rds(
                        "DescribeDBClusterParameters",
                        "cluster-pg",
                        r.dbClusterParameterGroupName(),
                        c)));
  }

  /** One that names none is about all; a name may be an ARN. */
  private static Authorization rds(String verb, String type, @Nullable String name, Caller caller) {
    String arn =
        name != null && name.startsWith("arn:")
            ? name
            : caller.arn("rds", type + ":" + (name == null ? "*" : name));
    return Authorization.of("rds:" + verb).on(arn);
  }

  private void executions(Questions all) {
    all.on(
            StartExecutionRequest.class,
            (r, c) -> List.of(start(String.valueOf(r.stateMachineArn()))))
        .on(
            DescribeExecutionRequest.class,
            (r, c) -> List.of(states("DescribeExecution", String.valueOf(r.executionArn()))))
        .on(
            StopExecutionRequest.class,
            (r, c) -> List.of(states("StopExecution", String.valueOf(r.executionArn()))))
        .on(
            ListExecutionsRequest.class,
            (r, c) -> List.of(states("ListExecutions", String.valueOf(r.stateMachineArn()))))
        .on(SendTaskSuccessRequest.class, (r, c) -> token("SendTaskSuccess", r.taskToken()))
        .on(SendTaskFailureRequest.class, (r, c) -> token("SendTaskFailure", r.taskToken()))
        .on(SendTaskHeartbeatRequest.class, (r, c) -> token("SendTaskHeartbeat", r.taskToken()));
  }

  /**
   * Starting by alias or version is authorised on the machine itself ("Identity-based policies for
   * versions and aliases", AWS Step Functions Developer Guide).
   */
  static Authorization start(String arn) {
    int end = arn.indexOf(':', arn.indexOf(":stateMachine:") + ":stateMachine:".length());
    return end < 0
        ? states("StartExecution", arn)
        : states("StartExecution", arn.substring(0, end))
            .with("states:StateMachineQualifier", arn.substring(end + 1));
  }

  /**
   * AWS's table lists no resource for these, yet they are judged by the state machine's ARN
   * (aws-cdk#8486; refusals name it: NOAA-OWP/hydrovis#837). UNCONFIRMED: a text that is no token
   * leads to no machine, so it is answered with InvalidToken whatever the role may do.
   */
  private List<Authorization> token(String verb, String token) {
    return facts.machineOfToken(token).map(machine -> states(verb, machine)).stream().toList();
  }

  private static Authorization states(String verb, String arn) {
    return Authorization.of("states:" + verb).on(arn);
  }

  static Authorization invoke(String function, @Nullable String qualifier, Caller caller) {
    String arn =
        function.startsWith("arn:") ? function : caller.arn("lambda", "function:" + function);
    return Authorization.of("lambda:InvokeFunction")
        .on(qualifier == null ? arn : arn + ":" + qualifier);
  }

  /** An encrypted topic needs its key, too ("Key management", Amazon SNS Developer Guide). */
  private List<Authorization> publish(PublishRequest request, Caller caller) {
    String topic = String.valueOf(request.topicArn());
    List<Authorization> all = new ArrayList<>(List.of(Authorization.of("sns:Publish").on(topic)));
    facts
        .topicKey(topic)
        .ifPresent(
            key ->
                List.of("kms:GenerateDataKey", "kms:Decrypt")
                    .forEach(
                        action ->
                            all.add(
                                Authorization.of(action)
                                    .on(key)
                                    .with(
                                        "kms:ViaService",
                                        "sns.%s.amazonaws.com".formatted(caller.region())))));
    return all;
  }

  /** Each entry is asked about by itself. */
  private static Authorization event(PutEventsRequestEntry entry, Caller caller) {
    String bus = entry.eventBusName() == null ? "default" : entry.eventBusName();
    Authorization asked =
        Authorization.of("events:PutEvents")
            .on(bus.startsWith("arn:") ? bus : caller.arn("events", "event-bus/" + bus));
    if (entry.source() != null) {
      asked = asked.with("events:source", entry.source());
    }
    return entry.detailType() == null
        ? asked
        : asked.with("events:detail-type", entry.detailType());
  }

  private static Authorization crypt(
      String verb, @Nullable String key, Map<String, String> context, Caller caller) {
    String arn =
        key == null || key.startsWith("arn:")
            ? String.valueOf(key)
            : caller.arn("kms", "key/" + key);
    Authorization asked = Authorization.of("kms:" + verb).on(key == null ? "*" : arn);
    for (Map.Entry<String, String> entry : context.entrySet()) {
      asked = asked.with("kms:EncryptionContext:" + entry.getKey(), entry.getValue());
    }
    return context.isEmpty()
        ? asked
        : asked.with(
            "kms:EncryptionContextKeys", context.keySet().stream().sorted().toArray(String[]::new));
  }
}
