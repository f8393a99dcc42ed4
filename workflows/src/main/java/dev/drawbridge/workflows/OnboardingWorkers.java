package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.Trigger.CONNECTION_NOTICE_AND_SCHEDULE;
import static dev.drawbridge.workflows.Trigger.EXECUTION_STATUS_RULE;
import static dev.drawbridge.workflows.Trigger.STATE;
import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.breakOff;
import static dev.drawbridge.workflows.policy.Grants.changeConsumerRules;
import static dev.drawbridge.workflows.policy.Grants.changeConsumerRulesHeld;
import static dev.drawbridge.workflows.policy.Grants.changeDatabaseRules;
import static dev.drawbridge.workflows.policy.Grants.inspect;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.look;
import static dev.drawbridge.workflows.policy.Grants.makeEndpointServices;
import static dev.drawbridge.workflows.policy.Grants.makeListeners;
import static dev.drawbridge.workflows.policy.Grants.makeLoadBalancers;
import static dev.drawbridge.workflows.policy.Grants.makeSecurityGroups;
import static dev.drawbridge.workflows.policy.Grants.makeTargetGroups;
import static dev.drawbridge.workflows.policy.Grants.onApprovals;
import static dev.drawbridge.workflows.policy.Grants.onChangeApprovals;
import static dev.drawbridge.workflows.policy.Grants.onClaims;
import static dev.drawbridge.workflows.policy.Grants.onEndpointServices;
import static dev.drawbridge.workflows.policy.Grants.onExposures;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.onLeases;
import static dev.drawbridge.workflows.policy.Grants.onLiveApprovals;
import static dev.drawbridge.workflows.policy.Grants.onOnboardings;
import static dev.drawbridge.workflows.policy.Grants.onOwnersOrders;
import static dev.drawbridge.workflows.policy.Grants.onSwitchovers;
import static dev.drawbridge.workflows.policy.Grants.onTokens;
import static dev.drawbridge.workflows.policy.Grants.onWaits;
import static dev.drawbridge.workflows.policy.Grants.readDatabases;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.readParameters;
import static dev.drawbridge.workflows.policy.Grants.readTopology;
import static dev.drawbridge.workflows.policy.Grants.sendRecords;
import static dev.drawbridge.workflows.policy.Grants.start;
import static dev.drawbridge.workflows.policy.Grants.takeTurns;
import static dev.drawbridge.workflows.policy.Grants.tellPeople;
import static dev.drawbridge.workflows.policy.Grants.wake;

import dev.drawbridge.consent.RequestApproval;
import dev.drawbridge.discovery.DiscoverDatabase;
import dev.drawbridge.discovery.ResolveAddresses;
import dev.drawbridge.exposure.AdmitLoadBalancer;
import dev.drawbridge.exposure.AdoptSettings;
import dev.drawbridge.exposure.BeginBuild;
import dev.drawbridge.exposure.CheckQuotas;
import dev.drawbridge.exposure.CreateEndpointService;
import dev.drawbridge.exposure.CreateListeners;
import dev.drawbridge.exposure.CreateLoadBalancer;
import dev.drawbridge.exposure.CreateSecurityGroup;
import dev.drawbridge.exposure.CreateTargetGroups;
import dev.drawbridge.exposure.FinishBuild;
import dev.drawbridge.exposure.SubscribeConnections;
import dev.drawbridge.onboarding.AcceptConnection;
import dev.drawbridge.onboarding.AllowConsumer;
import dev.drawbridge.onboarding.ApplyConsumerRules;
import dev.drawbridge.onboarding.BreakOff;
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
import dev.drawbridge.workflows.policy.Statement;
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
  private static final String MACHINE = StateMachine.ONBOARD.name();
  private static final String OFFBOARD = StateMachine.OFFBOARD.name();

  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_DEFAULTS =
      List.of(Settings.TABLE, Settings.EXPOSURE_DEFAULTS);

  /** By which settings a database is exposed. */
  private static final List<Statement> SETTINGS =
      join(
          onExposures("GetItem"),
          look(
              "elasticloadbalancing:DescribeLoadBalancers",
              "elasticloadbalancing:DescribeListeners"));

  private static final List<String> LOOKING = List.of(Settings.TABLE, Settings.CONNECTIONS_TOPIC);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<String> WAITING =
      List.of(Settings.TABLE, Settings.KEY, Settings.PEOPLE_TOPIC);
  private static final List<String> ASKING =
      List.of(
          Settings.TABLE,
          Settings.KEY,
          Settings.PEOPLE_TOPIC,
          Settings.PAGES_URL,
          Settings.APPROVERS,
          Settings.QUORUM);
  private static final List<String> WAKING = List.of(Settings.TABLE, Settings.KEY);

  private OnboardingWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(ValidateRequest.class, STATE, List.of(Settings.APPROVERS), readTopology()),
        worker(
            ClaimOnboarding.class,
            STATE,
            List.of(
                Settings.TABLE,
                Settings.CONNECTIONS_TOPIC,
                Settings.EXPOSURE_DEFAULTS,
                Settings.OFFBOARDING_STATE_MACHINE),
            join(
                onClaims("GetItem", "PutItem"),
                SETTINGS,
                readExecutions(MACHINE),
                readExecutions(OFFBOARD),
                start(OFFBOARD),
                addRecords(),
                inspect())),
        worker(
            BeginBuild.class,
            STATE,
            TABLE_AND_DEFAULTS,
            join(
                onLeases("PutItem", "GetItem", "DeleteItem"),
                readExecutions(MACHINE),
                readExecutions(OFFBOARD),
                SETTINGS)),
        worker(
            AdoptSettings.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem", "PutItem"),
                onClaims("Query"),
                onApprovals("GetItem"),
                onLiveApprovals("GetItem", "PutItem", "Query"),
                onChangeApprovals("PutItem", "Query"),
                onLeases("PutItem", "DeleteItem"),
                look(
                    "ec2:DescribeVpcEndpointConnections",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTags"))),
        worker(
            FinishBuild.class,
            STATE,
            TABLE,
            join(
                onExposures("PutItem"),
                onLeases("DeleteItem"),
                onLiveApprovals("Query"),
                changeConsumerRulesHeld())),
        worker(
            DiscoverDatabase.class,
            STATE,
            TABLE,
            join(
                readTopology(),
                onExposures("GetItem"),
                onSwitchovers("GetItem"),
                readParameters(),
                look("ec2:DescribeSubnets", "ec2:DescribeRouteTables"))),
        worker(
            ResolveAddresses.class,
            STATE,
            List.of(Settings.TABLE),
            join(readTopology(), onExposures("GetItem"), takeTurns())),
        worker(
            CheckQuotas.class,
            STATE,
            List.of(Settings.TABLE, Settings.QUOTAS),
            join(
                onExposures("GetItem"),
                onLiveApprovals("Query"),
                look(
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSecurityGroupRules",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcEndpointServiceConfigurations",
                    "elasticloadbalancing:DescribeListeners",
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "elasticloadbalancing:DescribeTargetGroups"))),
        worker(
            CreateSecurityGroup.class,
            STATE,
            TABLE,
            join(onExposures("GetItem"), makeSecurityGroups(), look("ec2:DescribeSecurityGroups"))),
        worker(
            CreateTargetGroups.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                look(
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTags",
                    "elasticloadbalancing:DescribeTargetGroupAttributes"),
                makeTargetGroups())),
        worker(
            CreateLoadBalancer.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                look(
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "elasticloadbalancing:DescribeTags",
                    "elasticloadbalancing:DescribeLoadBalancerAttributes"),
                makeLoadBalancers())),
        worker(
            AdmitLoadBalancer.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                look("ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroupRules"),
                changeDatabaseRules())),
        worker(
            CreateListeners.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                look("elasticloadbalancing:DescribeListeners"),
                makeListeners())),
        worker(
            CreateEndpointService.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                look(
                    "ec2:DescribeVpcEndpointServiceConfigurations",
                    "ec2:DescribeAvailabilityZones"),
                makeEndpointServices())),
        worker(
            SubscribeConnections.class,
            STATE,
            List.of(Settings.TABLE, Settings.CONNECTIONS_TOPIC),
            join(
                onExposures("GetItem"),
                look(
                    "ec2:DescribeVpcEndpointConnectionNotifications",
                    "ec2:DeleteVpcEndpointConnectionNotifications"),
                onEndpointServices("CreateVpcEndpointConnectionNotification"))),
        worker(
            AllowConsumer.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                onClaims("GetItem"),
                onEndpointServices("ModifyVpcEndpointServicePermissions"))),
        worker(
            WaitForConsumer.class,
            STATE,
            WAITING,
            join(
                onTokens("Encrypt", "Decrypt"),
                onWaits("PutItem", "DeleteItem"),
                onLiveApprovals("GetItem"),
                onOnboardings("GetItem"),
                onClaims("Query"),
                look("ec2:DescribeVpcEndpointConnections"),
                wake(MACHINE),
                readExecutions(MACHINE),
                tellPeople())),
        worker(
            RequestApproval.class,
            STATE,
            ASKING,
            join(
                onTokens("Encrypt", "Decrypt"),
                onWaits("PutItem", "DeleteItem"),
                onApprovals("GetItem", "PutItem"),
                addRecords(),
                onExposures("GetItem"),
                onOnboardings("GetItem"),
                onOwnersOrders("GetItem"),
                onClaims("Query"),
                look("ec2:DescribeVpcEndpointConnections"),
                readDatabases(),
                wake(MACHINE),
                readExecutions(MACHINE),
                tellPeople())),
        worker(
            AcceptConnection.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                onApprovals("GetItem"),
                onClaims("Query", "UpdateItem"),
                onOnboardings("GetItem"),
                onLiveApprovals("PutItem"),
                addRecords(),
                readTopology(),
                onSwitchovers("GetItem"),
                look("ec2:DescribeVpcEndpointConnections"),
                onEndpointServices("AcceptVpcEndpointConnections"),
                onLeases("GetItem", "PutItem", "DeleteItem"),
                readExecutions(MACHINE),
                readExecutions(OFFBOARD))),
        worker(
            ApplyConsumerRules.class,
            STATE,
            TABLE,
            join(
                onLiveApprovals("GetItem", "PutItem", "Query"),
                changeConsumerRules(),
                readExecutions(MACHINE),
                readExecutions(OFFBOARD))),
        worker(VerifyAccess.class, STATE, LOOKING, inspect()),
        worker(
            CompleteOnboarding.class,
            STATE,
            TABLE,
            join(onClaims("UpdateItem"), onExposures("GetItem"), addRecords())),
        worker(
            RejectConnection.class,
            STATE,
            TABLE,
            join(
                onExposures("GetItem"),
                onWaits("Query"),
                look("ec2:DescribeVpcEndpointConnections"),
                onEndpointServices("RejectVpcEndpointConnections"))),
        worker(
            DisallowConsumer.class,
            STATE,
            TABLE,
            join(
                onLiveApprovals("Query", "DeleteItem"),
                look("ec2:DescribeVpcEndpointConnections"),
                onEndpointServices(
                    "DescribeVpcEndpointServicePermissions", "ModifyVpcEndpointServicePermissions"),
                changeConsumerRules(),
                readExecutions(MACHINE),
                readExecutions(OFFBOARD))),
        worker(
            RecordFailure.class,
            STATE,
            TABLE_AND_PEOPLE,
            join(
                onClaims("GetItem", "PutItem", "UpdateItem"),
                onLeases("DeleteItem"),
                addRecords(),
                tellPeople())),
        worker(
            BreakOff.class,
            STATE,
            List.of(Settings.PEOPLE_TOPIC),
            join(
                wake(MACHINE),
                breakOff(MACHINE),
                wake(OFFBOARD),
                breakOff(OFFBOARD),
                tellPeople())),
        worker(
            CheckWaits.class,
            CONNECTION_NOTICE_AND_SCHEDULE,
            WAKING,
            join(
                onWaits("Query", "DeleteItem"),
                onInspections("Query"),
                onApprovals("GetItem"),
                onClaims("Query"),
                onOnboardings("GetItem"),
                sendRecords(),
                look(
                    "ec2:DescribeVpcEndpointConnections",
                    "ec2:DescribeVpcEndpointServiceConfigurations"),
                onEndpointServices("StartVpcEndpointServicePrivateDnsVerification"),
                onTokens("Decrypt"),
                wake(MACHINE),
                readExecutions(MACHINE))),
        worker(
            RecordExecutionEnd.class,
            EXECUTION_STATUS_RULE,
            TABLE_AND_PEOPLE,
            join(
                onClaims("GetItem", "UpdateItem"),
                addRecords(),
                readExecutions(MACHINE),
                tellPeople())));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code,
      Trigger trigger,
      List<String> settings,
      List<Statement> permissions) {
    return new WorkerFunction(code, trigger, SHORT, MEMORY_MB, false, settings, permissions);
  }
}
