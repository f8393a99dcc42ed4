package dev.drawbridge.infra;

import dev.drawbridge.workflows.WorkerFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One worker: a function, with SnapStart where the catalogue says so, the alias that everything
 * invokes, a log group, and a role that no other function has.
 */
final class WorkerLambda extends Construct {
  /** As long as Step Functions keeps the history of a closed execution. */
  static final RetentionDays RETENTION = RetentionDays.THREE_MONTHS;

  /**
   * What Lambda itself does with a function's role to put it into a VPC ("Giving Lambda functions
   * access to resources in an Amazon VPC", AWS Lambda Developer Guide).
   */
  private static final List<String> NETWORK_INTERFACE_ACTIONS =
      List.of(
          "ec2:CreateNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:DeleteNetworkInterface",
          "ec2:AssignPrivateIpAddresses",
          "ec2:UnassignPrivateIpAddresses");

  private final Alias live;

  WorkerLambda(Construct scope, WorkerFunction worker, WorkerParts parts) {
    super(scope, worker.name());
    String name = parts.zone().names().function(worker.name());
    LogGroup log = logGroup("/aws/lambda/" + name);
    Function function =
        Function.Builder.create(this, "Function")
            .functionName(name)
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(worker.handlerClass())
            .code(parts.code())
            .timeout(Duration.seconds(worker.timeout().toSeconds()))
            .memorySize(worker.memoryMb())
            .environment(parts.environments().of(worker))
            .role(role(worker, log, parts))
            .logGroup(log)
            .snapStart(worker.snapStart() ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
            .build();
    if (worker.snapStart()) {
      // The alias below publishes a version, which is all that the warning asks for.
      Annotations.of(function)
          .acknowledgeWarning(
              "@aws-cdk/aws-lambda:snapStartRequirePublish", "a version is published");
      parts.snapshots().publish(function.getCurrentVersion());
    }
    if (worker.inVpc()) {
      placeInVpc(function, parts.network());
    }
    live =
        Alias.Builder.create(this, "Live")
            .aliasName(InstallationArns.LIVE)
            .version(function.getCurrentVersion())
            .build();
  }

  /** What state machines, rules and topics invoke. */
  Alias live() {
    return live;
  }

  private LogGroup logGroup(String name) {
    return LogGroup.Builder.create(this, "Log")
        .logGroupName(name)
        .retention(RETENTION)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  /**
   * The role, with all that it may do in itself: a policy beside it would be one resource more a
   * worker, and a stack holds 500.
   */
  private IRole role(WorkerFunction worker, LogGroup log, WorkerParts parts) {
    Permissions permissions = parts.permissions();
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        Permissions.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn())));
    statements.addAll(permissions.of(worker.permissions()));
    if (Triggers.keepsFailures(worker.trigger())) {
      statements.add(permissions.keepFailures(worker.name()));
    }
    if (worker.inVpc()) {
      statements.add(Permissions.allow(NETWORK_INTERFACE_ACTIONS, List.of("*")));
    }
    PolicyDocument document = PolicyDocument.Builder.create().statements(statements).build();
    return Role.Builder.create(this, "Role")
        .path(parts.zone().rolePath())
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of("Permissions", document))
        .build()
        .withoutPolicyUpdates();
  }

  /** By the function's own template: the subnets are one parameter, which CDK's VPC cannot hold. */
  private static void placeInVpc(Function function, Network network) {
    CfnFunction template =
        (CfnFunction) Objects.requireNonNull(function.getNode().getDefaultChild());
    template.setVpcConfig(network.vpcConfig());
  }
}
