package dev.drawbridge.lab.gameday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Assumption;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A whole game day against the lab, on the virtual clock with AWS's published delays. */
class GameDayTest {
  private static final URI ANYWHERE = URI.create("http://127.0.0.1");

  private final Scenario scenario = Scenario.virtual(11);
  private final ApiCaller ada = scenario.caller(scenario.people().operator("ada@example.com"));
  private final Approver grace = scenario.approver("grace@example.com");
  private final List<String> told = new ArrayList<>();

  @Tag("long")
  @Test
  void a_path_is_opened_the_cluster_failed_over_and_told_what_that_has_measured() {
    database(
        NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").tag(ClusterSeen.TAG, "allowed"));
    play("orders");
    assertThat(String.join("\n", told))
        .contains("is ONBOARDED", "write to ", "cluster orders is failed over", "the end of")
        .contains("write outage", "  Drawbridge", "147.0 s");
    assertThat(rows()).hasSize(Assumption.ofPublishedSettings().size());
    assertThat(row("ec2.endpoints.pending")).matches(".*\\| 1(1[5-9]|2[0-9])\\.\\d+ s: from .*");
    assertThat(row("ec2.endpoints.deleting")).matches(".*\\| (5[5-9]|6[0-9])\\.\\d+ s: from .*");
    assertThat(row("elb.delays.provisioning")).matches(".*\\| 1(7[5-9]|8[0-9])\\.\\d+ s: from .*");
    assertThat(row("states.runs.taskStart")).contains("| 0.020 s: from");
    assertThat(measured())
        .contains("rds.aurora.detect", "rds.aurora.promote", "rds.aurora.apiLag")
        .contains("rds.aurora.dnsLag", "rds.events", "ec2.endpoints.notice", "ec2.consistencyLag")
        .doesNotContain("dynamoDb.ttlDeletion", "rds.multiAzCluster.detect", "lambda.starts.cold");
    assertThat(told.getLast())
        .isEqualTo(
            "%d of %d assumptions were measured".formatted(measured().size(), rows().size()));
  }

  @Test
  void a_cluster_without_the_tag_is_not_failed_over_whoever_asks() {
    database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "precious"));
    assertThatThrownBy(() -> play("precious"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining(
            "precious is not failed over: its tag drawbridge:game-day is missing");
    assertThat(scenario.world().callLog().calls())
        .noneMatch(call -> call.action().equals("rds:FailoverDBCluster"))
        .noneMatch(call -> call.action().equals("ec2:CreateVpcEndpoint"));
  }

  private void database(NewDatabase database) {
    scenario.provider().database(database.readers(1));
  }

  private void play(String cluster) {
    ConsumerSite site = scenario.consumer();
    Plan plan =
        new Plan(
            cluster,
            Scenario.CONSUMER.account(),
            site.vpc().id(),
            site.subnets().stream().map(SubnetRecord::id).toList(),
            List.of(site.endpointGroup().id()),
            true,
            false);
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("databaseIdentifier", cluster)
            .put("consumerAccountId", plan.consumer());
    Watch watch =
        new Watch(
            scenario.world().scheduler(),
            scenario.world().scheduler()::pause,
            Duration.ofSeconds(5),
            Duration.ofHours(1));
    new GameDay(
            account(Scenario.PROVIDER, "operator"),
            account(Scenario.CONSUMER, "application"),
            this::call,
            this::addresses,
            Optional.empty(),
            () ->
                new PublishedFailover(
                    Duration.ofSeconds(147), Duration.ofSeconds(20), Optional.empty()),
            this::hear)
        .run(plan, request, watch);
  }

  private AwsAccount account(Caller owner, String role) {
    return new AwsAccount(
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create(owner.account(), "unused", "role/" + role)),
        owner.region(),
        new InMemoryHttpClient(scenario.world().door()),
        Optional.of(ANYWHERE));
  }

  /** The person answers when it is said that one has to. */
  private void hear(String line) {
    told.add(line);
    if (line.startsWith("a person has to answer")) {
      grace.approve(grace.question(1));
    }
  }

  private JsonNode call(String method, String path, JsonNode body) {
    ApiCaller.Reply reply =
        body.isMissingNode() ? ada.call(method, path) : ada.call(method, path, body.toString());
    assertThat(reply.succeeded()).as("%s", reply.body()).isTrue();
    return reply.body();
  }

  private List<String> addresses(String name) {
    try {
      return scenario.resolver().resolve(name);
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private List<String> rows() {
    return told.stream().filter(line -> line.startsWith("| `")).toList();
  }

  private String row(String setting) {
    return rows().stream()
        .filter(row -> row.startsWith("| `" + setting + "`"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> measured() {
    return rows().stream()
        .filter(row -> !row.endsWith("not measured by this run |"))
        .map(row -> row.split("`", -1)[1])
        .toList();
  }
}
