package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Offboarding;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Somebody takes the tags away by which we know our own, or puts them on what is not. */
class TakenTagsTest {
  private static final Tag MANAGED = Tag.builder().key(Ownership.MANAGED).value("true").build();

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(62));
  private final Approver grace = scenario.approver("grace@example.com");
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Ec2Client administrator = scenario.installation().clientsOf("administrator").ec2();
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final Encounter there =
      Encounter.start(scenario, scenario.consumer(), grace, RequestText.to("orders").json());
  private final VpcEndpoint endpoint = there.finish();
  private final Administrator by =
      new Administrator(Exposure.through(scenario, database, endpoint));

  @Test
  void an_end_is_none_while_the_service_lacks_our_tags_and_goes_on_when_it_has_them_again() {
    new Looks(scenario).pass(Duration.ofMinutes(2));
    String service = scenario.endpointService().serviceId();
    administrator.deleteTags(r -> r.resources(service).tags(MANAGED));

    DescribeExecutionResponse halted = end();

    assertThat(halted.error()).isEqualTo(Conflict.class.getName());
    assertThat(halted.cause()).contains(service, "put drawbridge:managed");
    assertThat(status()).isNotEqualTo("OFFBOARDED");
    assertThat(grace.told("has left")).isEmpty();
    JsonNode review = ada.call("GET", "/access").body();
    assertThat(review.at("/access/0/endpointId").asText()).isEqualTo(endpoint.vpcEndpointId());
    assertThat(review.at("/access/0/standing").asText()).isEqualTo("NOT_APPROVED");
    assertThat(review.at("/unreadable/0").asText()).contains(service, "lacks our tags");

    administrator.createTags(r -> r.resources(service).tags(MANAGED));

    assertThat(end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
    assertThat(status()).isEqualTo("OFFBOARDED");
  }

  @Test
  void all_else_is_closed_while_the_load_balancers_group_lacks_our_tags() {
    String group = by.ownGroup();
    administrator.deleteTags(r -> r.resources(group).tags(MANAGED));

    DescribeExecutionResponse halted = end();

    assertThat(halted.error()).isEqualTo(Conflict.class.getName());
    assertThat(halted.cause()).contains(group);
    assertThat(there.stateOf(endpoint)).isEqualTo("rejected");
    assertThat(scenario.principals()).isEmpty();
  }

  @Test
  @Finds(Kind.SERVICE_UNKNOWN)
  void what_only_bears_copied_tags_is_told_and_outlives_a_teardown() {
    String service = copiedService();
    String rule = copiedRule();
    new Looks(scenario).pass(Duration.ofMinutes(15));

    assertThat(grace.told("endpoint service " + service + " bears our tags")).isNotEmpty();
    assertThat(end(true).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(administrator.describeVpcEndpointServiceConfigurations().serviceConfigurations())
        .extracting(ServiceConfiguration::serviceId)
        .containsExactly(service);
    assertThat(by.rules(by.foreignGroup(), false))
        .extracting(SecurityGroupRule::securityGroupRuleId)
        .contains(rule);
  }

  private String copiedService() {
    String balancer = by.anothersLoadBalancer();
    return administrator
        .createVpcEndpointServiceConfiguration(
            r ->
                r.networkLoadBalancerArns(balancer)
                    .acceptanceRequired(true)
                    .tagSpecifications(copied(ResourceType.VPC_ENDPOINT_SERVICE)))
        .serviceConfiguration()
        .serviceId();
  }

  private String copiedRule() {
    return administrator
        .authorizeSecurityGroupIngress(
            r ->
                r.groupId(by.foreignGroup())
                    .ipPermissions(
                        IpPermission.builder()
                            .ipProtocol("tcp")
                            .fromPort(22)
                            .toPort(22)
                            .ipRanges(IpRange.builder().cidrIp("127.0.0.0/8").build())
                            .build())
                    .tagSpecifications(copied(ResourceType.SECURITY_GROUP_RULE)))
        .securityGroupRules()
        .getFirst()
        .securityGroupRuleId();
  }

  private TagSpecification copied(ResourceType type) {
    return ByHand.tagged(type, Ownership.tags(database.arn("cluster")));
  }

  private DescribeExecutionResponse end() {
    return end(false);
  }

  private DescribeExecutionResponse end(boolean teardown) {
    scenario.world().scheduler().pause(Duration.ofMinutes(2));
    return Offboarding.order(scenario, ada, onboarding().path("id").asText(), teardown).end();
  }

  private String status() {
    return onboarding().path("status").asText();
  }

  private JsonNode onboarding() {
    return ada.call("GET", "/onboardings").body().path("onboardings").path(0);
  }
}
