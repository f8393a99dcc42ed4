package dev.drawbridge.lab.inspection;

import static dev.drawbridge.inspection.Kind.CONSUMER_RULE_UNKNOWN;
import static dev.drawbridge.inspection.Kind.LOAD_BALANCER_PUBLIC;
import static dev.drawbridge.inspection.Kind.TARGETS_BEHIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** What somebody adds to a path in our name: by our tags, our group or our names. */
class ForeignPartsTest {
  private static final String OWNER = RequestText.ofOwner("orders").json();
  private static final String NOBODYS = "127.10.1.250";

  private final Scenario scenario = Scenario.virtual(67);
  private final DbId database =
      scenario
          .provider()
          .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));

  @Test
  @Finds({CONSUMER_RULE_UNKNOWN, TARGETS_BEHIND})
  void a_rule_with_our_tags_and_a_further_target_of_an_instances_port_are_found() {
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Administrator by = new Administrator(Exposure.of(scenario, database));
    assertThat(report()).contains("\"findings\":[]");

    by.ec2()
        .authorizeSecurityGroupIngress(
            r ->
                r.groupId(by.ownGroup())
                    .ipPermissions(fromEverywhere())
                    .tagSpecifications(tags(ResourceType.SECURITY_GROUP_RULE)));
    String group =
        by.elb().describeTargetGroups(r -> {}).targetGroups().stream()
            .filter(each -> each.targetGroupName().contains("-i-"))
            .findFirst()
            .orElseThrow()
            .targetGroupArn();
    ByHand.register(scenario, group, NOBODYS, IntStream.of(5432));

    assertThat(report()).contains("CONSUMER_RULE_UNKNOWN", "TARGETS_BEHIND", NOBODYS);
    new Looks(scenario).pass(Duration.ofMinutes(15));
    assertThat(scenario.world().elb().registered(group).toString()).doesNotContain(NOBODYS);
    assertThat(report()).contains("CONSUMER_RULE_UNKNOWN").doesNotContain("TARGETS_BEHIND");
  }

  @Test
  @Finds(LOAD_BALANCER_PUBLIC)
  void on_a_public_load_balancer_of_our_name_nobody_builds() {
    publicLoadBalancer();
    scenario.world().scheduler().pause(Duration.ofMinutes(5)); // it provisions

    var run = scenario.startByHand(OWNER).end(Duration.ofHours(1));

    assertThat(run.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(run.cause()).contains("is internet-facing", "only an internal one");
    assertThat(report()).contains("LOAD_BALANCER_PUBLIC");
  }

  private void publicLoadBalancer() {
    String arn = database.arn("cluster");
    var ec2 = scenario.world().ec2();
    ec2.routeToInternet(
        ec2.createSubnet(scenario.provider().vpc(), "127.10.9.0/24", "eu-central-1a"));
    var clients = scenario.installation().clientsOf("administrator");
    String group =
        clients
            .ec2()
            .createSecurityGroup(
                r ->
                    r.groupName(Names.securityGroup(arn))
                        .description("somebodys")
                        .vpcId(scenario.provider().vpc().id())
                        .tagSpecifications(tags(ResourceType.SECURITY_GROUP)))
            .groupId();
    clients
        .elb()
        .createLoadBalancer(
            r ->
                r.name(Names.loadBalancer(arn))
                    .type("network")
                    .scheme("internet-facing")
                    .subnets(scenario.provider().subnets().stream().map(SubnetRecord::id).toList())
                    .securityGroups(group)
                    .tags(
                        Ownership.tags(arn).entrySet().stream()
                            .map(
                                tag ->
                                    Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
  }

  private TagSpecification tags(ResourceType type) {
    return ByHand.tagged(type, Ownership.tags(database.arn("cluster")));
  }

  private static IpPermission fromEverywhere() {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(5432)
        .toPort(5433)
        .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
        .build();
  }

  private String report() {
    return ByHand.invoke(scenario, "InspectExposure", OWNER).payload();
  }
}
