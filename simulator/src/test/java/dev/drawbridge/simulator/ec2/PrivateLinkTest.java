package dev.drawbridge.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.network.ExposedDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/** Endpoint services, endpoints and security groups, driven with the SDK's own client. */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
class PrivateLinkTest {
  private final ExposedDatabase world = new ExposedDatabase();
  private final String nlb = world.nlb(2, true);

  private static void refused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private String service() {
    return world
        .providerEc2
        .createVpcEndpointServiceConfiguration(
            r -> r.networkLoadBalancerArns(nlb).clientToken("token"))
        .serviceConfiguration()
        .serviceId();
  }

  private void allow(String service) {
    world.providerEc2.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(service).addAllowedPrincipals("arn:aws:iam::222222222222:root"));
  }

  private String endpoint(String service) {
    var subnet =
        world.consumerEc2.describeSubnets(r -> {}).subnets().stream()
            .filter(each -> each.availabilityZoneId().equals("euc1-az2"))
            .findFirst()
            .orElseThrow();
    return world
        .consumerEc2
        .createVpcEndpoint(
            r ->
                r.vpcEndpointType("Interface")
                    .vpcId(world.consumerVpc.id())
                    .serviceName("com.amazonaws.vpce.eu-central-1." + service)
                    .subnetIds(subnet.subnetId()))
        .vpcEndpoint()
        .vpcEndpointId();
  }

  private VpcEndpointConnection connection() {
    return world
        .providerEc2
        .describeVpcEndpointConnections(
            r -> r.filters(f -> f.name("vpc-endpoint-owner").values("222222222222")))
        .vpcEndpointConnections()
        .getFirst();
  }

  @Test
  void a_service_is_made_once_per_client_token() {
    assertThat(service()).isEqualTo(service());
  }

  @Test
  void a_consumer_is_refused_as_if_there_were_no_service_until_its_principal_is_allowed() {
    String service = service();
    refused(() -> endpoint(service), "InvalidServiceName");
    allow(service);
    assertThat(endpoint(service)).startsWith("vpce-");
    assertThat(connection().vpcEndpointStateAsString()).isEqualTo("pendingAcceptance");
  }

  @Test
  void an_accepted_endpoint_is_pending_and_then_available() {
    String service = service();
    allow(service);
    String endpoint = endpoint(service);
    world.providerEc2.acceptVpcEndpointConnections(
        r -> r.serviceId(service).vpcEndpointIds(endpoint));
    assertThat(connection().vpcEndpointStateAsString()).isEqualTo("pending");
    world.pass(Duration.ofMinutes(3));
    assertThat(connection().vpcEndpointStateAsString()).isEqualTo("available");
  }

  @Test
  void a_request_that_nobody_accepts_expires() {
    String service = service();
    allow(service);
    String endpoint = endpoint(service);
    world.pass(Duration.ofDays(8));
    assertThat(connection().vpcEndpointStateAsString()).isEqualTo("expired");
    var answer =
        world.providerEc2.acceptVpcEndpointConnections(
            r -> r.serviceId(service).vpcEndpointIds(endpoint));
    assertThat(answer.unsuccessful()).hasSize(1);
  }

  /** AWS, "Delete an endpoint service": reject first, then the service, then the NLB. */
  @Test
  void teardown_goes_in_awss_order_only() {
    String service = service();
    allow(service);
    String endpoint = endpoint(service);
    var refused =
        world.providerEc2.deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service));
    assertThat(refused.unsuccessful().getFirst().error().code())
        .isEqualTo("ExistingVpcEndpointConnections");
    world.providerEc2.rejectVpcEndpointConnections(
        r -> r.serviceId(service).vpcEndpointIds(endpoint));
    assertThatThrownBy(() -> world.nlbs.deleteLoadBalancer(r -> r.loadBalancerArn(nlb)))
        .isInstanceOf(ResourceInUseException.class);
    assertThat(
            world
                .providerEc2
                .deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service))
                .unsuccessful())
        .isEmpty();
    world.nlbs.deleteLoadBalancer(r -> r.loadBalancerArn(nlb));
  }

  /** AWS, "Delete a security group". */
  @Test
  void the_nlbs_group_goes_only_when_its_interfaces_and_all_references_are_gone() {
    world.ec2.allowInbound(world.databaseGroup, 3306, 3306, world.nlbGroup);
    world.nlbs.deleteLoadBalancer(r -> r.loadBalancerArn(nlb));
    refused(this::deleteGroup, "DependencyViolation");
    world.pass(Duration.ofMinutes(6));
    assertThat(world.nodes()).isEmpty();
    refused(this::deleteGroup, "DependencyViolation");
    world.providerEc2.revokeSecurityGroupIngress(
        r ->
            r.groupId(world.databaseGroup.id())
                .ipPermissions(
                    p ->
                        p.ipProtocol("tcp")
                            .fromPort(3306)
                            .toPort(3306)
                            .userIdGroupPairs(g -> g.groupId(world.nlbGroup.id()))));
    deleteGroup();
    refused(this::deleteGroup, "InvalidGroup.NotFound");
  }

  private void deleteGroup() {
    world.providerEc2.deleteSecurityGroup(r -> r.groupId(world.nlbGroup.id()));
  }

  @Test
  void a_rule_exists_once_and_can_be_found_and_revoked_by_its_id() {
    Runnable authorize =
        () ->
            world.providerEc2.authorizeSecurityGroupIngress(
                r ->
                    r.groupId(world.nlbGroup.id())
                        .tagSpecifications(
                            t ->
                                t.resourceType("security-group-rule")
                                    .tags(tag -> tag.key("for").value("consumer")))
                        .ipPermissions(
                            p ->
                                p.ipProtocol("tcp")
                                    .fromPort(3306)
                                    .toPort(3307)
                                    .ipRanges(i -> i.cidrIp("10.1.0.0/16").description("d"))));
    authorize.run();
    refused(authorize, "InvalidPermission.Duplicate");
    var rules =
        world
            .providerEc2
            .describeSecurityGroupRules(r -> r.filters(f -> f.name("tag:for").values("cons*")))
            .securityGroupRules();
    assertThat(rules).hasSize(1);
    assertThat(rules.getFirst().cidrIpv4()).isEqualTo("10.1.0.0/16");
    world.providerEc2.revokeSecurityGroupIngress(
        r ->
            r.groupId(world.nlbGroup.id())
                .securityGroupRuleIds(rules.getFirst().securityGroupRuleId()));
    assertThat(world.providerEc2.describeSecurityGroupRules(r -> {}).securityGroupRules())
        .noneMatch(rule -> "10.1.0.0/16".equals(rule.cidrIpv4()));
  }

  @Test
  void a_dry_run_answers_that_it_would_have_succeeded() {
    refused(() -> world.providerEc2.describeVpcs(r -> r.dryRun(true)), "DryRunOperation");
  }

  @Test
  void pages_filters_and_tags_work_as_in_aws_and_unknown_filters_are_refused() {
    for (int n = 0; n < 7; n++) {
      String name = "group-" + n;
      world.providerEc2.createSecurityGroup(
          r -> r.vpcId(world.vpc.id()).groupName(name).description("x"));
    }
    assertThat(
            world
                .providerEc2
                .describeSecurityGroupsPaginator(r -> r.maxResults(5))
                .securityGroups())
        .extracting(SecurityGroup::groupName)
        .contains("group-0", "group-6", "default");
    refused(
        () -> world.providerEc2.describeVpcs(r -> r.filters(f -> f.name("moon").values("x"))),
        "InvalidParameterValue");
    world.providerEc2.createTags(
        r -> r.resources(world.vpc.id()).tags(t -> t.key("Name").value("main")));
    assertThat(
            world
                .providerEc2
                .describeVpcs(r -> r.filters(f -> f.name("tag:Name").values("main")))
                .vpcs())
        .hasSize(1);
  }

  /** AWS, "AZ IDs": a name means another zone in another account. */
  @Test
  void zone_names_differ_between_accounts_and_ids_do_not() {
    var provider = world.providerEc2.describeAvailabilityZones(r -> {}).availabilityZones();
    var consumer = world.consumerEc2.describeAvailabilityZones(r -> {}).availabilityZones();
    assertThat(provider.getFirst().zoneName()).isEqualTo(consumer.getFirst().zoneName());
    assertThat(provider.getFirst().zoneId()).isNotEqualTo(consumer.getFirst().zoneId());
  }
}
