package dev.drawbridge.lab.gameday;

import dev.drawbridge.workflows.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Looks before anything is done: who calls, what is granted, which installation and cluster. */
final class Checks {
  private static final List<String> PROVIDER =
      List.of(
          "elasticloadbalancing:DescribeLoadBalancers",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
          "rds:DescribeDBClusters",
          "rds:DescribeEvents",
          "states:GetExecutionHistory",
          "states:ListExecutions",
          "states:ListStateMachines");
  private static final String FAIL_OVER = "rds:FailoverDBCluster";
  private static final List<String> CONSUMER =
      List.of("ec2:CreateVpcEndpoint", "ec2:DeleteVpcEndpoints", "ec2:DescribeVpcEndpoints");

  private final AwsAccount provider;
  private final AwsAccount consumer;
  private final DrawbridgeApi api;

  Checks(AwsAccount provider, AwsAccount consumer, DrawbridgeApi api) {
    this.provider = provider;
    this.consumer = consumer;
    this.api = api;
  }

  List<Check> all(Plan plan) {
    List<Check> checks = new ArrayList<>();
    GetCallerIdentityResponse owner = provider.caller();
    checks.add(caller("provider", owner));
    checks.addAll(installation(plan));
    checks.addAll(cluster(plan));
    List<String> actions = new ArrayList<>(PROVIDER);
    if (plan.failOver()) {
      actions.add(FAIL_OVER);
    }
    checks.addAll(new Grants(provider.iam(), owner.arn()).of("provider", actions));
    GetCallerIdentityResponse other = consumer.caller();
    checks.addAll(consumer(plan, other));
    checks.addAll(new Grants(consumer.iam(), other.arn()).of("consumer", CONSUMER));
    return checks;
  }

  private static Check caller(String whose, GetCallerIdentityResponse caller) {
    return Check.good("%s: account %s, as %s".formatted(whose, caller.account(), caller.arn()));
  }

  private List<Check> installation(Plan plan) {
    List<Check> checks = new ArrayList<>();
    boolean exposed = api.call("GET", "/databases/" + plan.cluster()).path("exposed").asBoolean();
    checks.add(
        Check.good(
            "installation: its API answers; %s is %s"
                .formatted(plan.cluster(), exposed ? "exposed already" : "not exposed yet")));
    Machines machines = new Machines(provider.clients().states());
    for (StateMachine machine : List.of(StateMachine.ONBOARD, StateMachine.REFRESH)) {
      Optional<String> arn = machines.arn(machine);
      checks.add(
          arn.map(found -> Check.good("installation: " + found))
              .orElseGet(
                  () ->
                      Check.unknown(
                          "installation: there is not just one state machine whose name ends in %s; what its runs tell is not measured"
                              .formatted(machine.name()))));
    }
    return checks;
  }

  private List<Check> cluster(Plan plan) {
    ClusterSeen cluster = ClusterSeen.of(provider.clients().rds(), plan.cluster());
    Check seen =
        Check.good(
            "cluster: %s, %s, %s, writer %s, readers %s, tags %s"
                .formatted(
                    cluster.arn(),
                    cluster.engine(),
                    cluster.status(),
                    cluster.writer().orElse("none"),
                    cluster.readers(),
                    cluster.tags()));
    Optional<String> why = cluster.whyNot();
    if (why.isEmpty()) {
      return List.of(
          seen, Check.good("cluster: it may be failed over, says its tag " + ClusterSeen.TAG));
    }
    return List.of(seen, plan.failOver() ? Check.bad(why.get()) : Check.unknown(why.get()));
  }

  private List<Check> consumer(Plan plan, GetCallerIdentityResponse caller) {
    Check account =
        caller.account().equals(plan.consumer())
            ? caller("consumer", caller)
            : Check.bad(
                "consumer: these credentials are of account %s, not of %s; give --consumer-profile"
                    .formatted(caller.account(), plan.consumer()));
    boolean there =
        consumer
                .clients()
                .ec2()
                .describeSubnetsPaginator(
                    r -> r.filters(Filter.builder().name("vpc-id").values(plan.vpc()).build()))
                .subnets()
                .stream()
                .filter(subnet -> plan.subnets().contains(subnet.subnetId()))
                .count()
            == plan.subnets().size();
    return List.of(
        account,
        there
            ? Check.good("consumer: %s has %s".formatted(plan.vpc(), plan.subnets()))
            : Check.bad("consumer: %s has not all of %s".formatted(plan.vpc(), plan.subnets())));
  }
}
