package dev.drawbridge.lab.inspection;

import static dev.drawbridge.inspection.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One path, which somebody breaks in one way after the other: each is found and none is mended. */
class EveryFindingTest {
  private final Scenario scenario = Scenario.virtual(83);
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final List<String> missed = new ArrayList<>();
  private final Exposure path = exposed();
  private final Administrator by = new Administrator(path);

  @Test
  @Finds({
    PRINCIPAL_UNKNOWN,
    REGION_UNKNOWN,
    WILDCARD_PRINCIPAL,
    ENDPOINT_UNKNOWN,
    CONNECTION_UNAPPROVED,
    ENDPOINT_WAITS,
    PRINCIPAL_GONE,
    NOTIFICATION_GONE,
    SERVICE_ZONE_MISSING,
    ACCEPTANCE_OFF,
    ENDPOINT_GONE,
    SERVICE_ELSEWHERE,
    CROSS_ZONE_OFF,
    CONSUMER_RULE_GONE,
    CONSUMER_RULE_UNKNOWN,
    ENFORCEMENT_CHANGED,
    LISTENER_UNKNOWN,
    LISTENER_ELSEWHERE,
    ZONE_MISSING,
    LOAD_BALANCER_GROUPS_CHANGED,
    GROUP_CHANGED,
    RULE_GONE,
    WRITER_UNHEALTHY,
    READERS_UNHEALTHY,
    TARGETS_BEHIND,
    GROUP_NOT_OURS,
    LISTENER_GONE,
    GROUP_GONE,
    LOAD_BALANCER_NOT_OURS,
    SERVICE_GONE,
    DATABASE_RENAMED,
    DATABASE_REPLACED,
    DATABASE_GONE
  })
  void whatever_somebody_breaks_is_found_as_what_it_is() throws IOException {
    find(Breakage.CONSUMER_RULES_REVOKED, CONSUMER_RULE_GONE);
    service();
    loadBalancer();
    targets();
    wholeResources();
    assertThat(missed).isEmpty();
  }

  private void service() throws IOException {
    find(Breakage.PRINCIPAL_ADDED, PRINCIPAL_UNKNOWN);
    find(Breakage.REGION_ADDED, REGION_UNKNOWN);
    find(Breakage.WILDCARD_PRINCIPAL, WILDCARD_PRINCIPAL);
    ConsumerSite stranger =
        scenario.consumer(new Caller("333333333333", "eu-central-1", "root"), "127.30");
    String endpoint = stranger.createEndpoint(by.service().serviceName()).vpcEndpointId();
    find(ENDPOINT_UNKNOWN);
    by.ec2()
        .acceptVpcEndpointConnections(
            r -> r.serviceId(by.service().serviceId()).vpcEndpointIds(endpoint));
    find(CONNECTION_UNAPPROVED);
    scenario.consumer().createEndpoint(by.service().serviceName());
    find(ENDPOINT_WAITS);
    find(Breakage.PRINCIPAL_REMOVED, PRINCIPAL_GONE);
    find(Breakage.NOTIFICATION_DELETED, NOTIFICATION_GONE);
    find(Breakage.SERVICE_ZONE_LOST, SERVICE_ZONE_MISSING);
    find(Breakage.ACCEPTANCE_OFF, ACCEPTANCE_OFF);
    find(Breakage.ENDPOINT_REJECTED, ENDPOINT_GONE);
    find(Breakage.SERVICE_SHARED, SERVICE_ELSEWHERE);
  }

  private void loadBalancer() throws IOException {
    find(Breakage.CROSS_ZONE_OFF, CROSS_ZONE_OFF);
    find(Breakage.CONSUMER_RULES_REVOKED, ENDPOINT_GONE);
    find(Breakage.BALANCER_OPENED, CONSUMER_RULE_UNKNOWN);
    find(Breakage.ENFORCEMENT_CHANGED, ENFORCEMENT_CHANGED);
    find(Breakage.LISTENER_ADDED, LISTENER_UNKNOWN);
    find(Breakage.LISTENER_ELSEWHERE, LISTENER_ELSEWHERE);
    find(Breakage.ZONE_REMOVED, ZONE_MISSING);
    find(Breakage.BALANCER_GROUP_ADDED, LOAD_BALANCER_GROUPS_CHANGED);
  }

  private void targets() throws IOException {
    find(Breakage.GROUP_CHANGED, GROUP_CHANGED);
    find(Breakage.EGRESS_REVOKED, LOAD_BALANCER_GROUPS_CHANGED);
    find(Breakage.RULES_REVOKED, RULE_GONE);
    scenario.world().scheduler().pause(Duration.ofMinutes(5));
    find(WRITER_UNHEALTHY, READERS_UNHEALTHY);
    find(Breakage.TARGETS_REMOVED, TARGETS_BEHIND);
    find(Breakage.GROUP_UNTAGGED, GROUP_NOT_OURS);
    find(Breakage.LISTENERS_DELETED, LISTENER_GONE);
    by.elb().deleteTargetGroup(r -> r.targetGroupArn(by.readers().targetGroupArn()));
    find(GROUP_GONE);
  }

  private void wholeResources() throws IOException {
    find(Breakage.BALANCER_UNTAGGED, LOAD_BALANCER_NOT_OURS);
    find(Breakage.SERVICE_UNTAGGED, SERVICE_GONE);
    scenario.world().rds().rename(database, "renamed");
    find(DATABASE_RENAMED);
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
    scenario.world().rds().destroy(database.named("renamed"));
    find(DATABASE_REPLACED);
    scenario.world().rds().destroy(database);
    find(DATABASE_GONE);
  }

  private void find(Breakage breakage, Kind... kinds) throws IOException {
    breakage.happen(path);
    find(kinds);
  }

  private void find(Kind... kinds) throws IOException {
    List<String> found = new ArrayList<>();
    report().path("findings").forEach(each -> found.add(each.path("kind").asText()));
    for (Kind kind : kinds) {
      if (!found.contains(kind.name())) {
        missed.add(kind + " not among " + found);
      }
    }
  }

  private JsonNode report() throws IOException {
    String request = RequestText.ofOwner(database.arn("cluster")).json();
    return new ObjectMapper()
        .readTree(ByHand.invoke(scenario, "InspectExposure", request).payload());
  }

  private Exposure exposed() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    Exposure made =
        Exposure.of(
            scenario,
            database,
            RequestText.to("orders")
                .with("enforcement", "on")
                .with("consumerCidrs", List.of("127.20.0.0/16")));
    // One look, so that it is on record whatever becomes of its tags; then none that mends.
    new Looks(scenario).pass(Duration.ofMinutes(1));
    scenario.installation().startSchedules(Duration.ofDays(1));
    return made;
  }
}
