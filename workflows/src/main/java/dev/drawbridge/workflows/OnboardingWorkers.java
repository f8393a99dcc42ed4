package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.CONNECTION_NOTICE_AND_SCHEDULE;
import static dev.drawbridge.workflows.Trigger.EXECUTION_STATUS_RULE;
import static dev.drawbridge.workflows.Trigger.PERSON;
import static dev.drawbridge.workflows.Trigger.STATE;

import dev.drawbridge.consent.Decide;
import dev.drawbridge.consent.RequestApproval;
import dev.drawbridge.discovery.DiscoverDatabase;
import dev.drawbridge.discovery.ResolveAddresses;
import dev.drawbridge.exposure.AdmitLoadBalancer;
import dev.drawbridge.exposure.CreateEndpointService;
import dev.drawbridge.exposure.CreateListeners;
import dev.drawbridge.exposure.CreateLoadBalancer;
import dev.drawbridge.exposure.CreateSecurityGroup;
import dev.drawbridge.exposure.CreateTargetGroups;
import dev.drawbridge.exposure.SubscribeConnections;
import dev.drawbridge.onboarding.AcceptConnection;
import dev.drawbridge.onboarding.AllowConsumer;
import dev.drawbridge.onboarding.CheckWaits;
import dev.drawbridge.onboarding.ClaimOnboarding;
import dev.drawbridge.onboarding.CompleteOnboarding;
import dev.drawbridge.onboarding.DisallowConsumer;
import dev.drawbridge.onboarding.RecordExecutionEnd;
import dev.drawbridge.onboarding.RecordFailure;
import dev.drawbridge.onboarding.RejectConnection;
import dev.drawbridge.onboarding.ValidateRequest;
import dev.drawbridge.onboarding.VerifyAccess;
import dev.drawbridge.onboarding.WaitForConsumer;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.util.List;

/**
 * The workers of onboard-consumer, and those that end its waits.
 *
 * <p>None runs inside the database's VPC: the names of private databases resolve to their private
 * addresses from anywhere, and outside no worker needs a NAT gateway to reach AWS.
 */
final class OnboardingWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;

  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<String> WAITING =
      List.of(Settings.TABLE, Settings.KEY, Settings.PEOPLE_TOPIC);
  private static final List<String> WAKING = List.of(Settings.TABLE, Settings.KEY);

  private OnboardingWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(ValidateRequest.class, STATE, List.of()),
        worker(
            ClaimOnboarding.class,
            STATE,
            TABLE,
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "states:DescribeExecution",
            "ec2:DescribeVpcEndpointConnections"),
        worker(
            DiscoverDatabase.class,
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "rds:DescribeDBParameters",
            "rds:DescribeDBClusterParameters",
            "ec2:DescribeSubnets",
            "ec2:DescribeRouteTables"),
        worker(
            ResolveAddresses.class,
            STATE,
            List.of(),
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances"),
        worker(
            CreateSecurityGroup.class,
            STATE,
            List.of(),
            "ec2:CreateSecurityGroup",
            "ec2:DescribeSecurityGroups",
            "ec2:CreateTags"),
        worker(
            CreateTargetGroups.class,
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:CreateTargetGroup",
            "elasticloadbalancing:ModifyTargetGroup",
            "elasticloadbalancing:DescribeTargetGroupAttributes",
            "elasticloadbalancing:ModifyTargetGroupAttributes",
            "elasticloadbalancing:AddTags"),
        worker(
            CreateLoadBalancer.class,
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:CreateLoadBalancer",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:ModifyLoadBalancerAttributes",
            "elasticloadbalancing:SetSecurityGroups",
            "elasticloadbalancing:SetSubnets",
            "elasticloadbalancing:AddTags"),
        worker(
            AdmitLoadBalancer.class,
            STATE,
            List.of(),
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            CreateListeners.class,
            STATE,
            List.of(),
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:CreateListener",
            "elasticloadbalancing:AddTags"),
        worker(
            CreateEndpointService.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:CreateVpcEndpointServiceConfiguration",
            "ec2:DescribeAvailabilityZones",
            "ec2:CreateTags"),
        worker(
            SubscribeConnections.class,
            STATE,
            List.of(Settings.CONNECTIONS_TOPIC),
            "ec2:DescribeVpcEndpointConnectionNotifications",
            "ec2:CreateVpcEndpointConnectionNotification"),
        worker(
            AllowConsumer.class,
            STATE,
            List.of(),
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:CreateTags"),
        worker(
            WaitForConsumer.class,
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:PutItem",
            "dynamodb:DeleteItem",
            "ec2:DescribeVpcEndpointConnections",
            "states:SendTaskSuccess",
            "states:DescribeExecution",
            "sns:Publish"),
        worker(
            RequestApproval.class,
            STATE,
            WAITING,
            "kms:Encrypt",
            "kms:Decrypt",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:DeleteItem",
            "states:SendTaskSuccess",
            "states:DescribeExecution",
            "sns:Publish"),
        worker(
            AcceptConnection.class,
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:AcceptVpcEndpointConnections"),
        worker(
            VerifyAccess.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeTargetHealth"),
        worker(CompleteOnboarding.class, STATE, TABLE, "dynamodb:UpdateItem"),
        worker(
            RejectConnection.class,
            STATE,
            List.of(),
            "ec2:DescribeVpcEndpointConnections",
            "ec2:RejectVpcEndpointConnections"),
        worker(
            DisallowConsumer.class,
            STATE,
            TABLE,
            "dynamodb:GetItem",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServicePermissions",
            "ec2:ModifyVpcEndpointServicePermissions",
            "ec2:DescribeSecurityGroupRules",
            "ec2:RevokeSecurityGroupIngress"),
        worker(RecordFailure.class, STATE, TABLE_AND_PEOPLE, "dynamodb:UpdateItem", "sns:Publish"),
        worker(
            CheckWaits.class,
            CONNECTION_NOTICE_AND_SCHEDULE,
            WAKING,
            "dynamodb:Query",
            "dynamodb:GetItem",
            "dynamodb:DeleteItem",
            "ec2:DescribeVpcEndpointConnections",
            "kms:Decrypt",
            "states:SendTaskSuccess",
            "states:DescribeExecution"),
        worker(
            Decide.class,
            PERSON,
            WAKING,
            "dynamodb:GetItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "kms:Decrypt",
            "states:SendTaskSuccess",
            "states:DescribeExecution"),
        worker(RecordExecutionEnd.class, EXECUTION_STATUS_RULE, TABLE, "dynamodb:UpdateItem"));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code,
      Trigger trigger,
      List<String> settings,
      String... actions) {
    return new WorkerFunction(code, trigger, SHORT, MEMORY_MB, false, settings, List.of(actions));
  }
}
