package dev.drawbridge.lab.upgrade;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.lab.scenario.Scenario;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS makes up anew in each world (ids and ARNs), and the name that a recording has for it:
 * {@code {{...}}}.
 */
final class WorldNames {
  private static final Pattern LEFT =
      Pattern.compile(
          "\\b(vpce-svc|vpce-nfn|vpce|vpc|subnet|sgr|sg|eni)-[0-9a-f]{17}\\b|\\b(cluster|db)-[A-Z0-9]{20,}");

  private final Map<String, String> valueOf = new LinkedHashMap<>();

  /**
   * Those of a world with one exposed database and one run.
   *
   * @param executionArn of the run whose state is recorded or put in the place of
   */
  static WorldNames of(Scenario scenario, String executionArn) {
    WorldNames names = new WorldNames();
    names.put("executionArn", executionArn);
    names.put("executionName", executionArn.substring(executionArn.lastIndexOf(':') + 1));
    names.look(scenario.installation().clientsOf("administrator"));
    names.ofConsumer(scenario);
    return names;
  }

  private void put(String name, String value) {
    valueOf.put("{{" + name + "}}", value);
  }

  private void look(Clients aws) {
    aws.ec2()
        .describeVpcEndpointServiceConfigurations()
        .serviceConfigurations()
        .forEach(each -> put("service", each.serviceId()));
    aws.ec2().describeVpcs().vpcs().forEach(each -> put("vpc " + each.cidrBlock(), each.vpcId()));
    aws.ec2()
        .describeSubnets()
        .subnets()
        .forEach(each -> put("subnet " + each.cidrBlock(), each.subnetId()));
    aws.ec2()
        .describeSecurityGroups()
        .securityGroups()
        .forEach(each -> put("group " + each.groupName(), each.groupId()));
    aws.elb()
        .describeLoadBalancers()
        .loadBalancers()
        .forEach(
            each -> {
              put("balancer", each.loadBalancerArn());
              aws.elb()
                  .describeListeners(r -> r.loadBalancerArn(each.loadBalancerArn()))
                  .listeners()
                  .forEach(listener -> put("listener " + listener.port(), listener.listenerArn()));
            });
    aws.elb()
        .describeTargetGroups()
        .targetGroups()
        .forEach(each -> put("targets " + each.targetGroupName(), each.targetGroupArn()));
    aws.rds()
        .describeDBClusters()
        .dbClusters()
        .forEach(each -> put("database", each.dbClusterResourceId()));
    aws.rds()
        .describeDBInstances()
        .dbInstances()
        .forEach(each -> put("instance " + each.dbInstanceIdentifier(), each.dbiResourceId()));
  }

  private void ofConsumer(Scenario scenario) {
    scenario
        .consumer()
        .clients()
        .ec2()
        .describeVpcEndpoints()
        .vpcEndpoints()
        .forEach(each -> put("endpoint", each.vpcEndpointId()));
  }

  /** A text of this world as it is recorded. */
  String recorded(String text) {
    String recorded = text;
    for (Map.Entry<String, String> each :
        valueOf.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, String> entry) -> entry.getValue().length())
                    .reversed())
            .toList()) {
      recorded = recorded.replace(each.getValue(), each.getKey());
    }
    Matcher left = LEFT.matcher(recorded);
    if (left.find()) {
      throw new IllegalStateException(left.group() + " has no name in a recording: " + recorded);
    }
    return recorded;
  }

  /** A recorded text in this world. */
  String here(String recorded) {
    String text = recorded;
    for (Map.Entry<String, String> each : valueOf.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    if (text.contains("{{")) {
      throw new IllegalStateException(
          "the recording names what this world lacks: " + text.substring(text.indexOf("{{")));
    }
    return text;
  }
}
