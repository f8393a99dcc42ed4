package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.installation.People;
import dev.drawbridge.lab.scenario.ConsumerSite;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.door.LoopbackServer;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and its checks against the lab: every call goes through its doors. */
class GameDayCommandTest {
  private static final List<String> PROPERTIES =
      List.of(
          "aws.accessKeyId",
          "aws.secretAccessKey",
          "aws.sessionToken",
          "aws.region",
          "aws.endpointUrl",
          "aws.sharedCredentialsFile");

  private static final String EC2 = "ec2.amazonaws.com";

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Scenario scenario = Scenario.inRealTime(scheduler, 1_000);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @TempDir Path home;
  private LoopbackServer api;
  private LoopbackServer aws;

  @BeforeEach
  void serve() throws IOException {
    scheduler.exclusively(
        () -> {
          scenario
              .provider()
              .database(
                  NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders")
                      .readers(1)
                      .tag("drawbridge:game-day", "allowed"));
          scenario
              .provider()
              .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "precious").readers(1));
        });
    api = new LoopbackServer(scenario.api()::handle, 0);
    aws = new LoopbackServer(scenario.world().door()::handle, 0);
    Map<String, AccessKey> keys = scheduler.exclusively(() -> LabPeople.of(scenario).keys());
    AccessKey ada = Objects.requireNonNull(keys.get("ADA"));
    AccessKey consumer = Objects.requireNonNull(keys.get("CONSUMER"));
    System.setProperty("aws.accessKeyId", ada.id());
    System.setProperty("aws.secretAccessKey", ada.secret());
    System.setProperty("aws.sessionToken", ada.sessionToken().orElseThrow());
    System.setProperty("aws.region", Scenario.PROVIDER.region());
    System.setProperty("aws.endpointUrl", aws.url().toString());
    Path file =
        Files.writeString(
            home.resolve("credentials"),
            "[consumer]\naws_access_key_id = %s\naws_secret_access_key = %s\naws_session_token = %s\n"
                .formatted(
                    consumer.id(), consumer.secret(), consumer.sessionToken().orElseThrow()));
    System.setProperty("aws.sharedCredentialsFile", file.toString());
  }

  @AfterEach
  void stop() {
    PROPERTIES.forEach(System::clearProperty);
    aws.close();
    api.close();
    scheduler.close();
  }

  @Test
  void a_cluster_that_is_not_meant_for_it_is_not_failed_over() {
    assertThat(run("precious", "--fail-over", "precious", "--every", "100")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "NO  cluster precious is not failed over: its tag drawbridge:game-day is missing");
    assertThat(run("orders", "--fail-over", "precious")).isEqualTo(2);
    assertThat(err.toString()).contains("name the same one twice");
    assertThat(
            scheduler.exclusively(
                () ->
                    scenario.world().callLog().calls().stream()
                        .noneMatch(call -> call.action().contains("FailoverDBCluster"))))
        .isTrue();
  }

  @Test
  void the_check_changes_nothing_and_tells_what_is_granted() {
    scheduler.exclusively(
        () -> scenario.world().roles().create(Scenario.PROVIDER, People.OPERATORS, EC2));
    assertThat(run("orders", "--check")).as("%s %s", out, err).isZero();
    assertThat(out.toString())
        .contains(
            "yes provider: account 111111111111",
            "orders is not exposed yet",
            "stateMachine:onboard-consumer",
            "aurora-postgresql, available, writer orders-1",
            "it may be failed over",
            "yes provider: IAM grants elasticloadbalancing:DescribeLoadBalancers",
            "?   consumer: IAM does not tell what is granted (iam:SimulatePrincipalPolicy:"
                + " NoSuchEntity)",
            "has [subnet-")
        .doesNotContain("Setting");
    out.getBuffer().setLength(0);
    assertThat(run("nowhere", "--check")).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere");
    scheduler.exclusively(
        () ->
            scenario
                .world()
                .access()
                .confine(
                    Scenario.CONSUMER.account(),
                    "application",
                    Policy.parse(
                        """
                        {"Statement":[{"Effect":"Allow","Resource":"*","Action":
                        ["sts:*","iam:*","ec2:Describe*","ec2:DeleteVpcEndpoints"]}]}""")));
    scheduler.exclusively(
        () -> scenario.world().roles().create(Scenario.CONSUMER, "application", EC2));
    assertThat(run("orders", "--check")).isEqualTo(1);
    assertThat(out.toString()).contains("NO  consumer: IAM does not grant ec2:CreateVpcEndpoint");
    assertThat(run("orders", "--check", "--consumer", "333333333333")).isNotZero();
  }

  private int run(String database, String... arguments) {
    ConsumerSite site = scenario.consumer();
    List<String> all = new ArrayList<>(List.of("game-day", "--database", database));
    all.addAll(List.of("--consumer-profile", "consumer", "--consumer-vpc", site.vpc().id()));
    if (!List.of(arguments).contains("--consumer")) {
      all.addAll(List.of("--consumer", Scenario.CONSUMER.account()));
    }
    all.add("--consumer-subnets");
    all.add(site.subnets().stream().map(SubnetRecord::id).collect(Collectors.joining(",")));
    all.addAll(List.of("--consumer-security-groups", site.endpointGroup().id()));
    all.addAll(List.of("--api", api.url().toString()));
    all.addAll(List.of(arguments));
    return Drawbridge.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
