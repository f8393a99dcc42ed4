package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.bench.PublishedFailover;
import dev.drawbridge.lab.gameday.AwsAccount;
import dev.drawbridge.lab.gameday.GameDay;
import dev.drawbridge.lab.gameday.Plan;
import dev.drawbridge.lab.gameday.Watch;
import dev.drawbridge.lab.gameday.WriteProbe;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.runtime.SystemNameResolver;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drawbridge game-day}. */
@Command(
    name = "game-day",
    description = {
      "Try a real account: onboard a test consumer, fail a test cluster over, and say which of the"
          + " assumptions of docs/unconfirmed.md that has measured.",
      "It has NEVER BEEN RUN ON AWS: only against the lab. It creates a VPC endpoint and all that"
          + " an onboarding builds, which AWS bills. Begin with --check, which changes nothing."
    },
    mixinStandardHelpOptions = true)
final class GameDayCommand extends ApiCommand {
  @Spec private CommandSpec command;

  @Option(
      names = "--database",
      paramLabel = "CLUSTER",
      required = true,
      description = "An Aurora or Multi-AZ DB cluster that nobody needs.")
  private String database = "";

  @Option(
      names = "--consumer",
      paramLabel = "ACCOUNT",
      required = true,
      description = "The test consumer's account.")
  private String consumer = "";

  @Option(
      names = "--consumer-profile",
      paramLabel = "NAME",
      required = true,
      description = "Profile of the AWS configuration files with credentials of that account.")
  private String consumerProfile = "";

  @Option(
      names = "--consumer-vpc",
      paramLabel = "VPC",
      required = true,
      description = "Where the test consumer's endpoint is made.")
  private String vpc = "";

  @Option(
      names = "--consumer-subnets",
      paramLabel = "SUBNET,...",
      split = ",",
      required = true,
      description = "Subnets of that VPC, one a zone.")
  private List<String> subnets = List.of();

  @Option(
      names = "--consumer-security-groups",
      paramLabel = "GROUP,...",
      split = ",",
      required = true,
      description = "Security groups of the endpoint, which let the application in.")
  private List<String> securityGroups = List.of();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "Any other field of the request, for example consumerCidrs=10.0.0.0/16")
  private Map<String, String> fields = Map.of();

  @Option(names = "--check", description = "Only look: who calls, what is granted, which cluster.")
  private boolean check;

  @Option(
      names = "--fail-over",
      paramLabel = "CLUSTER",
      description =
          "Fail the cluster over: its name once more, and it must carry the tag"
              + " drawbridge:game-day=allowed.")
  private @Nullable String failOver;

  @Option(
      names = "--probe",
      paramLabel = "JDBC-URL",
      description =
          "Ask through the path, on a new connection each time, whether writes are accepted. User and"
              + " password: DRAWBRIDGE_PROBE_USER and DRAWBRIDGE_PROBE_PASSWORD. Only from within the"
              + " consumer's network; give the URL connection time-outs.")
  private @Nullable String probe;

  @Option(
      names = "--every",
      paramLabel = "MILLISECONDS",
      description = "The time between two looks. Default: ${DEFAULT-VALUE}.")
  private int every = 1_000;

  @Option(
      names = "--patience",
      paramLabel = "MINUTES",
      description = "How long people and AWS may take for one step. Default: ${DEFAULT-VALUE}.")
  private int patience = 60;

  @Option(names = "--keep", description = "Leave the path and the endpoint there at the end.")
  private boolean keep;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    if (failOver != null && !failOver.equals(database)) {
      throw new ParameterException(
          command.commandLine(),
          "--fail-over: '%s' is not the cluster of --database, '%s'; name the same one twice"
              .formatted(failOver, database));
    }
    if (every < 1 || patience < 1) {
      throw new ParameterException(
          command.commandLine(), "--every and --patience must be at least 1");
    }
    try (AwsAccount provider = api.account();
        AwsAccount other = api.account(consumerProfile)) {
      GameDay day =
          new GameDay(
              provider,
              other,
              (method, path, body) -> answer(api, method, path, body),
              new SystemNameResolver(),
              Optional.ofNullable(probe).map(GameDayCommand::probe),
              () -> PublishedFailover.of(1),
              line -> {
                out.println(line);
                out.flush();
              });
      if (!day.check(plan())) {
        warn("the game day cannot begin like this; see the lines that begin with NO");
        return 1;
      }
      if (!check) {
        day.run(plan(), request(), watch());
      }
      return 0;
    }
  }

  private Plan plan() {
    return new Plan(database, consumer, vpc, subnets, securityGroups, failOver != null, keep);
  }

  private Watch watch() {
    return Watch.onTheWallClock(Duration.ofMillis(every), Duration.ofMinutes(patience));
  }

  private ObjectNode request() {
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("databaseIdentifier", database)
            .put("consumerAccountId", consumer)
            .put("consumerVpcId", vpc)
            .put("purpose", "a game day");
    fields.forEach((field, value) -> RequestFields.put(request, field, value));
    return request;
  }

  private static JsonNode answer(ApiConnection api, String method, String path, JsonNode body) {
    ApiConnection.Reply reply =
        body.isMissingNode() ? api.call(method, path) : api.call(method, path, body, Map.of());
    if (!reply.succeeded()) {
      throw new LabException(reply.problem());
    }
    return reply.body();
  }

  private static WriteProbe probe(String url) {
    return new WriteProbe(
        url,
        Objects.requireNonNullElse(System.getenv("DRAWBRIDGE_PROBE_USER"), ""),
        Objects.requireNonNullElse(System.getenv("DRAWBRIDGE_PROBE_PASSWORD"), ""));
  }
}
