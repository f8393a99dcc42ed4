package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.changeConsumerRules;
import static dev.drawbridge.workflows.policy.Grants.deleteLoadBalancers;
import static dev.drawbridge.workflows.policy.Grants.deleteSecurityGroups;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.look;
import static dev.drawbridge.workflows.policy.Grants.onClaims;
import static dev.drawbridge.workflows.policy.Grants.onEndpointServices;
import static dev.drawbridge.workflows.policy.Grants.onExposures;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.onLeases;
import static dev.drawbridge.workflows.policy.Grants.onLiveApprovals;
import static dev.drawbridge.workflows.policy.Grants.onOnboardings;
import static dev.drawbridge.workflows.policy.Grants.onTargetGroups;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.removeDatabaseRules;
import static dev.drawbridge.workflows.policy.Grants.stop;
import static dev.drawbridge.workflows.policy.Grants.tellPeople;

import dev.drawbridge.offboarding.BeginOffboarding;
import dev.drawbridge.offboarding.CompleteOffboarding;
import dev.drawbridge.offboarding.DecideTeardown;
import dev.drawbridge.offboarding.DeleteEndpointService;
import dev.drawbridge.offboarding.DeleteLoadBalancer;
import dev.drawbridge.offboarding.DeleteSecurityGroup;
import dev.drawbridge.offboarding.DeleteTargetGroups;
import dev.drawbridge.offboarding.RecordOffboardingFailure;
import dev.drawbridge.offboarding.RejectEndpoints;
import dev.drawbridge.offboarding.RemoveConsumerRules;
import dev.drawbridge.offboarding.RemovePrincipal;
import dev.drawbridge.offboarding.RevokeAdmission;
import dev.drawbridge.offboarding.ValidateOffboarding;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import dev.drawbridge.workflows.policy.Statement;
import java.time.Duration;
import java.util.List;

/** The workers of offboard-consumer. */
final class OffboardingWorkers {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int MEMORY_MB = 1024;
  private static final String ONBOARD = StateMachine.ONBOARD.name();
  private static final String OFFBOARD = StateMachine.OFFBOARD.name();

  private static final List<String> TABLE = List.of(Settings.TABLE);
  private static final List<String> TABLE_AND_PEOPLE =
      List.of(Settings.TABLE, Settings.PEOPLE_TOPIC);
  private static final List<Statement> CONNECTIONS = look("ec2:DescribeVpcEndpointConnections");
  private static final List<Statement> SERVICES =
      look("ec2:DescribeVpcEndpointServiceConfigurations", "ec2:DescribeAvailabilityZones");
  private static final List<Statement> TAGGED = look("elasticloadbalancing:DescribeTags");

  private OffboardingWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(
            ValidateOffboarding.class, TABLE, join(onClaims("GetItem"), onOnboardings("GetItem"))),
        worker(
            BeginOffboarding.class,
            List.of(Settings.TABLE, Settings.ONBOARDING_STATE_MACHINE),
            join(
                onExposures("GetItem"),
                onClaims("GetItem", "PutItem"),
                onLiveApprovals("Query"),
                onLeases("GetItem", "DeleteItem"),
                onOnboardings("GetItem"),
                readExecutions(ONBOARD),
                stop(ONBOARD),
                readExecutions(OFFBOARD),
                SERVICES,
                look("ec2:DescribeSecurityGroups"))),
        worker(
            RejectEndpoints.class,
            TABLE,
            join(
                onExposures("GetItem"),
                onClaims("Query"),
                onLiveApprovals("Query"),
                onOnboardings("GetItem"),
                addRecords(),
                CONNECTIONS,
                onEndpointServices("RejectVpcEndpointConnections"))),
        worker(
            RemovePrincipal.class,
            TABLE,
            join(
                onExposures("GetItem"),
                onEndpointServices(
                    "DescribeVpcEndpointServicePermissions",
                    "ModifyVpcEndpointServicePermissions"))),
        worker(
            RemoveConsumerRules.class,
            TABLE,
            join(
                onLiveApprovals("Query", "DeleteItem"),
                look(
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "elasticloadbalancing:DescribeListeners"),
                changeConsumerRules(),
                readExecutions(ONBOARD),
                readExecutions(OFFBOARD))),
        worker(
            DecideTeardown.class,
            TABLE,
            join(
                onClaims("Query", "UpdateItem"),
                onLeases("GetItem", "PutItem", "DeleteItem"),
                CONNECTIONS,
                readExecutions(ONBOARD),
                readExecutions(OFFBOARD))),
        worker(
            DeleteEndpointService.class,
            List.of(Settings.TABLE, Settings.CONNECTIONS_TOPIC),
            join(
                onExposures("GetItem"),
                SERVICES,
                CONNECTIONS,
                look(
                    "ec2:DescribeVpcEndpointConnectionNotifications",
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "elasticloadbalancing:DescribeLoadBalancerAttributes"),
                // AWS's table gives the deletion of a notification no resource.
                look("ec2:DeleteVpcEndpointConnectionNotifications"),
                onEndpointServices(
                    "RejectVpcEndpointConnections", "DeleteVpcEndpointServiceConfigurations"))),
        worker(
            DeleteLoadBalancer.class,
            TABLE,
            join(
                onExposures("GetItem"),
                look("elasticloadbalancing:DescribeLoadBalancers"),
                TAGGED,
                deleteLoadBalancers())),
        worker(
            DeleteTargetGroups.class,
            TABLE,
            join(
                onExposures("GetItem"),
                look("elasticloadbalancing:DescribeTargetGroups"),
                TAGGED,
                onTargetGroups("DeleteTargetGroup"))),
        worker(
            RevokeAdmission.class,
            TABLE,
            join(
                onExposures("GetItem"),
                onInspections("GetItem"),
                look("ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups"),
                removeDatabaseRules())),
        worker(
            DeleteSecurityGroup.class,
            TABLE,
            join(
                onExposures("GetItem"),
                look("ec2:DescribeSecurityGroups"),
                deleteSecurityGroups())),
        worker(
            CompleteOffboarding.class,
            TABLE_AND_PEOPLE,
            join(
                onClaims("GetItem", "PutItem"),
                onOnboardings("UpdateItem"),
                onExposures("GetItem", "PutItem"),
                onLeases("DeleteItem"),
                addRecords(),
                tellPeople())),
        worker(
            RecordOffboardingFailure.class,
            TABLE_AND_PEOPLE,
            join(onClaims("UpdateItem"), onLeases("DeleteItem"), addRecords(), tellPeople())));
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code, List<String> settings, List<Statement> permissions) {
    return new WorkerFunction(code, Trigger.STATE, SHORT, MEMORY_MB, false, settings, permissions);
  }
}
