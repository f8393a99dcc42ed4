package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.CONNECTION_NOTICE_AND_SCHEDULE;
import static dev.drawbridge.workflows.Trigger.EXECUTION_STATUS_RULE;
import static dev.drawbridge.workflows.Trigger.PERSON;
import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.runtime.Settings;
import java.time.Duration;
import java.util.List;

/**
 * Everything that an installation of Drawbridge deploys: the lab and the CDK application both read
 * it here, so that neither can have a worker that the other lacks.
 */
public final class Catalogue {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;

  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<String> WAITING =
      List.of(Settings.TABLE, Settings.KEY, Settings.PEOPLE_TOPIC);
  private static final List<String> WAKING = List.of(Settings.TABLE, Settings.KEY);

  private Catalogue() {}

  /** The state machines, children before those that start them. */
  public static List<StateMachine> stateMachines() {
    return List.of(new StateMachine("onboard-consumer", "OnboardConsumerStateMachine"));
  }

  /** The workers. */
  public static List<WorkerFunction> workers() {
    return List.of(
        worker("ValidateRequest", STATE, List.of()),
        worker(
            "ClaimOnboarding",
            STATE,
            TABLE,
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "states:DescribeExecution",
            "ec2:DescribeVpcEndpointConnections"),
        worker("DiscoverDatabase", STATE, List.of()),
        worker("ResolveEndpoints", STATE, List.of()),
        worker("CreateSecurityGroup", STATE, List.of()),
        worker("CreateTargetGroups", STATE, List.of()),
        worker("CreateLoadBalancer", STATE, List.of()),
        worker("AdmitLoadBalancer", STATE, List.of()),
        worker("CreateListeners", STATE, List.of()),
        worker(
            "CreateEndpointService",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:CreateVpcEndpointServiceConfiguration",
            "ec2:DescribeAvailabilityZones",
            "ec2:CreateTags"),
        worker(
            "SubscribeConnections",
            STATE,
            List.of(Settings.CONNECTIONS_TOPIC),
            "ec2:DescribeVpcEndpointConnectionNotifications",
            "ec2:CreateVpcEndpointConnectionNotification"),
        worker(
            "AllowConsumer",
            STATE,
            List.of(),
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            "WaitForConsumer",
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:PutItem",
            "ec2:DescribeVpcEndpointConnections",
            "states:SendTaskSuccess",
            "sns:Publish"),
        worker(
            "RequestApproval",
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "states:SendTaskSuccess",
            "sns:Publish"),
        worker(
            "AcceptConnection",
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:AcceptVpcEndpointConnections"),
        worker(
            "VerifyAccess",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker("CompleteOnboarding", STATE, TABLE, "dynamodb:UpdateItem"),
        worker(
            "RejectConnection",
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:RejectVpcEndpointConnections"),
        worker(
            "DisallowConsumer",
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:RevokeSecurityGroupIngress"),
        worker("RecordFailure", STATE, TABLE_AND_PEOPLE, "dynamodb:UpdateItem", "sns:Publish"),
        worker(
            "CheckWaits",
            CONNECTION_NOTICE_AND_SCHEDULE,
            WAKING,
            "dynamodb:Query",
            "dynamodb:GetItem",
            "dynamodb:DeleteItem",
            "ec2:DescribeVpcEndpointConnections",
            "kms:Decrypt",
            "states:SendTaskSuccess"),
        worker(
            "Decide",
            PERSON,
            WAKING,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "kms:Decrypt",
            "states:SendTaskSuccess"),
        worker("RecordExecutionEnd", EXECUTION_STATUS_RULE, TABLE, "dynamodb:UpdateItem"));
  }

  private static WorkerFunction worker(
      String name, Trigger trigger, List<String> settings, String... actions) {
    return new WorkerFunction(name, trigger, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }
}
