package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.countReaders;
import static dev.drawbridge.workflows.policy.Grants.inspect;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.look;
import static dev.drawbridge.workflows.policy.Grants.onApprovals;
import static dev.drawbridge.workflows.policy.Grants.onClaims;
import static dev.drawbridge.workflows.policy.Grants.onDailyRequests;
import static dev.drawbridge.workflows.policy.Grants.onDecided;
import static dev.drawbridge.workflows.policy.Grants.onExposures;
import static dev.drawbridge.workflows.policy.Grants.onIdempotencyKeys;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.onLeases;
import static dev.drawbridge.workflows.policy.Grants.onLiveApprovals;
import static dev.drawbridge.workflows.policy.Grants.onOnboardings;
import static dev.drawbridge.workflows.policy.Grants.onOwnersOrders;
import static dev.drawbridge.workflows.policy.Grants.onTokens;
import static dev.drawbridge.workflows.policy.Grants.onWaits;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.readRecords;
import static dev.drawbridge.workflows.policy.Grants.readTopology;
import static dev.drawbridge.workflows.policy.Grants.start;
import static dev.drawbridge.workflows.policy.Grants.stop;
import static dev.drawbridge.workflows.policy.Grants.wake;

import dev.drawbridge.api.ChangeDatabase;
import dev.drawbridge.api.ClaimEndpoint;
import dev.drawbridge.api.DecideApproval;
import dev.drawbridge.api.EndOnboarding;
import dev.drawbridge.api.HoldDatabase;
import dev.drawbridge.api.OpenApi;
import dev.drawbridge.api.ReadApprovals;
import dev.drawbridge.api.ReadDatabase;
import dev.drawbridge.api.ReadDescription;
import dev.drawbridge.api.ReadOnboardings;
import dev.drawbridge.api.ReadRecords;
import dev.drawbridge.api.RequestOnboarding;
import dev.drawbridge.api.ReviewAccess;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import dev.drawbridge.workflows.policy.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The workers behind the API. The gateway itself waits for 29 seconds. */
final class ApiWorkers {
  private static final String MACHINE = StateMachine.ONBOARD.name();
  private static final String REFRESH = StateMachine.REFRESH.name();
  private static final String OFFBOARD = StateMachine.OFFBOARD.name();
  private static final Duration SHORT = Duration.ofSeconds(28);
  private static final int MEMORY_MB = 1024;
  private static final List<String> PEOPLE =
      List.of(Settings.TABLE, Settings.OPERATORS, Settings.APPROVERS);
  private static final List<String> ONBOARDINGS =
      List.of(
          Settings.TABLE,
          Settings.ONBOARDING_STATE_MACHINE,
          Settings.OPERATORS,
          Settings.APPROVERS);

  private static final List<String> DATABASES =
      List.of(
          Settings.TABLE,
          Settings.ONBOARDING_STATE_MACHINE,
          Settings.OPERATORS,
          Settings.APPROVERS,
          Settings.EXPOSURE_DEFAULTS);

  private static final List<String> LOOKING_AT_DATABASES =
      Stream.concat(
              DATABASES.stream(),
              Stream.of(
                  Settings.CONNECTIONS_TOPIC,
                  Settings.PEOPLE_TOPIC,
                  Settings.MAILS,
                  Settings.QUOTAS))
          .toList();

  /** Looking how a database is exposed. */
  private static final List<Statement> EXPOSURE =
      join(
          readTopology(),
          onExposures("GetItem"),
          look(
              "elasticloadbalancing:DescribeLoadBalancers",
              "elasticloadbalancing:DescribeListeners"));

  /** Looking how an onboarding stands. */
  private static final List<Statement> STANDING =
      join(onClaims("GetItem"), onWaits("GetItem"), readExecutions(MACHINE));

  private static final Map<String, Class<? extends Worker<?, ?>>> BY_OPERATION =
      Map.ofEntries(
          Map.entry("listOnboardings", ReadOnboardings.class),
          Map.entry("readOnboarding", ReadOnboardings.class),
          Map.entry("requestOnboarding", RequestOnboarding.class),
          Map.entry("endOnboarding", EndOnboarding.class),
          Map.entry("claimEndpoint", ClaimEndpoint.class),
          Map.entry("readDatabase", ReadDatabase.class),
          Map.entry("changeDatabase", ChangeDatabase.class),
          Map.entry("holdDatabase", HoldDatabase.class),
          Map.entry("listApprovals", ReadApprovals.class),
          Map.entry("readApproval", ReadApprovals.class),
          Map.entry("decide", DecideApproval.class),
          Map.entry("listRecords", ReadRecords.class),
          Map.entry("reviewAccess", ReviewAccess.class),
          Map.entry("readDescription", ReadDescription.class));

  private ApiWorkers() {}

  /** Every route of openapi.json. */
  static List<ApiRoute> routes() {
    return OpenApi.routes().stream()
        .map(
            route ->
                new ApiRoute(
                    route.method(), route.path(), route.operationId(), worker(route.operationId())))
        .toList();
  }

  static List<WorkerFunction> all() {
    return List.of(
        worker(
            RequestOnboarding.class,
            DATABASES,
            join(
                EXPOSURE,
                onIdempotencyKeys("GetItem", "PutItem"),
                addRecords(),
                onDailyRequests("GetItem", "PutItem"),
                onOnboardings("GetItem", "PutItem"),
                onClaims("Query"),
                STANDING,
                start(MACHINE),
                stop(MACHINE))),
        worker(
            ReadOnboardings.class,
            ONBOARDINGS,
            join(onOnboardings("GetItem", "Query"), onLiveApprovals("Query"), STANDING)),
        worker(
            EndOnboarding.class,
            Stream.concat(ONBOARDINGS.stream(), Stream.of(Settings.OFFBOARDING_STATE_MACHINE))
                .toList(),
            join(
                onExposures("GetItem"),
                onOnboardings("GetItem"),
                STANDING,
                readExecutions(OFFBOARD),
                start(OFFBOARD),
                addRecords())),
        worker(
            ClaimEndpoint.class,
            ONBOARDINGS,
            join(
                onOnboardings("GetItem", "PutItem"),
                onDailyRequests("GetItem", "PutItem"),
                onExposures("GetItem"),
                look("ec2:DescribeVpcEndpointConnections"),
                STANDING)),
        worker(
            ReadDatabase.class,
            LOOKING_AT_DATABASES,
            join(inspect(), countReaders(), onInspections("Query"))),
        worker(
            ChangeDatabase.class,
            DATABASES,
            join(
                EXPOSURE,
                onClaims("Query"),
                onOwnersOrders("PutItem"),
                start(MACHINE),
                addRecords())),
        worker(
            HoldDatabase.class,
            Stream.concat(DATABASES.stream(), Stream.of(Settings.REFRESH_STATE_MACHINE)).toList(),
            join(
                EXPOSURE,
                onExposures("PutItem"),
                onClaims("Query"),
                look(
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTags"),
                onLeases("UpdateItem"),
                readExecutions(REFRESH),
                start(REFRESH),
                addRecords())),
        worker(
            ReadApprovals.class,
            PEOPLE,
            join(onWaits("Query"), onApprovals("GetItem"), onOnboardings("GetItem"))),
        worker(
            DecideApproval.class,
            List.of(Settings.TABLE, Settings.KEY, Settings.OPERATORS, Settings.APPROVERS),
            join(
                onExposures("GetItem"),
                onApprovals("GetItem", "PutItem"),
                onDecided("PutItem"),
                addRecords(),
                onOnboardings("GetItem"),
                onWaits("GetItem", "DeleteItem"),
                onTokens("Decrypt"),
                wake(MACHINE),
                readExecutions(MACHINE))),
        worker(ReadRecords.class, PEOPLE, readRecords()),
        worker(
            ReviewAccess.class,
            PEOPLE,
            join(
                onInspections("Query"),
                onExposures("GetItem"),
                onLiveApprovals("Query"),
                onApprovals("GetItem"),
                look(
                    "ec2:DescribeVpcEndpointServiceConfigurations",
                    "ec2:DescribeVpcEndpointConnections",
                    "cloudwatch:GetMetricData"))),
        worker(ReadDescription.class, List.of(), List.of()));
  }

  private static String worker(String operationId) {
    Class<? extends Worker<?, ?>> code = BY_OPERATION.get(operationId);
    if (code == null) {
      throw new IllegalStateException(
          "openapi.json has an operation without a worker: " + operationId);
    }
    return code.getSimpleName();
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code, List<String> settings, List<Statement> permissions) {
    return new WorkerFunction(code, Trigger.API, SHORT, MEMORY_MB, false, settings, permissions);
  }
}
