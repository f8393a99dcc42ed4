package dev.drawbridge.lab.inspection;

import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.Table;
import dev.drawbridge.inspection.Kind;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Changes;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.InspectionRecord.Known;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Somebody breaks the path of a database from outside, in ways and at times drawn from a seed. A
 * while after the last of it either everything is as it was and carries connections, or a finding
 * says what is not, and people have been told; and nothing was cut or deleted to mend it.
 */
final class BreakageHistory {
  /** After the last change, for up to 20 databases. */
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private static final int MOST = 4;

  /** A group may lose what is stale; nothing else goes. */
  private static final Pattern CUTS =
      Pattern.compile("(ec2|elasticloadbalancing):(Delete|Reject|Revoke|Remove).*");

  private static final String REVOKED = "ec2:RevokeSecurityGroupIngress";

  private final Random chance;
  private final Scenario scenario;
  private final Approver grace;
  private final DbId database;
  private final Exposure path;
  private final Administrator by;
  private final List<String> story = new ArrayList<>();

  BreakageHistory(long seed) {
    this.chance = new Random(seed);
    this.scenario = Scenario.virtual(seed);
    this.grace = scenario.approver("grace@example.com");
    this.database =
        scenario
            .provider()
            .database(
                NewDatabase.aurora(Engine.AURORA_MYSQL, "orders")
                    .readers(1 + chance.nextInt(2))
                    .parameter("max_connect_errors", "1000000"));
    RequestText request = RequestText.to("orders");
    if (chance.nextBoolean()) {
      scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
      request = request.with("enforcement", "on").with("consumerCidrs", List.of("127.20.0.0/16"));
    }
    this.path = Exposure.of(scenario, database, request);
    this.by = new Administrator(path);
  }

  /**
   * Lets it all happen.
   *
   * @throws AssertionError with the whole story, if what must hold does not
   */
  void live() {
    scenario.installation().startSchedules(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(2));
    Map<Part, String> before = Part.read(by);
    Changes changes = Changes.from(scenario);
    int times = 1 + chance.nextInt(MOST);
    for (int i = 0; i < times; i++) {
      pass(Duration.ofSeconds(chance.nextInt(600)));
      happen();
    }
    pass(WITHIN);
    try {
      check(before, Part.read(by));
      List<String> cuts =
          changes.actions().stream()
              .filter(CUTS.asMatchPredicate())
              .filter(action -> !action.equals(REVOKED) || !turnedUdp())
              .toList();
      require(cuts.isEmpty(), "to mend it, workers called " + cuts);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "%s%n%s%nknown: %s"
              .formatted(broken.getMessage(), String.join("\n", story), String.join("\n", known())),
          broken);
    }
  }

  /** A rule of ours that became udp lets nobody in: taking it away cuts nothing. */
  private boolean turnedUdp() {
    return story.stream().anyMatch(line -> line.endsWith(Breakage.RULES_TURNED_UDP.name()));
  }

  private void happen() {
    int what = chance.nextInt(12);
    if (what < 2) {
      tell("failover");
      failOver();
      return;
    }
    if (what == 2) {
      tell("demoted to a secondary of its global database");
      scenario.world().rds().demote(database);
      return;
    }
    Breakage[] all = Breakage.values();
    Breakage breakage = all[chance.nextInt(all.length)];
    tell(breakage.name());
    try {
      breakage.happen(path);
    } catch (AwsServiceException refused) {
      tell("refused: " + refused.awsErrorDetails().errorMessage());
    }
  }

  private void failOver() {
    try {
      scenario.world().rds().failover(database, Optional.empty());
    } catch (ServiceError refused) {
      tell("refused: " + refused.getMessage()); // one is under way
    }
  }

  private void check(Map<Part, String> before, Map<Part, String> now) {
    List<Part> differing = new ArrayList<>();
    now.forEach(
        (part, value) -> {
          if (!value.equals(before.get(part))) {
            differing.add(part);
            require(
                told(part),
                "%s is %s, was %s, and nobody was told".formatted(part, value, before.get(part)));
          }
        });
    boolean carries = path.connectToRead() instanceof Reached && (writerGone() || path.writes());
    List<Known> cutting = record().known().stream().filter(Known::told).toList();
    require(
        carries || !cutting.isEmpty(),
        "connections end as %s and %s, and nobody was told"
            .formatted(path.connectToRead(), path.connectToWrite()));
    require(
        !writerGone() || cutting.stream().anyMatch(each -> each.kind().equals("NO_WRITER")),
        "there is no writer, and nobody was told");
    if (differing.isEmpty() && !writerGone()) {
      require(carries, "all is as it was, and connections do not arrive");
      require(cutting.isEmpty(), "all is as it was, and people are told otherwise: " + cutting);
    }
    require(
        record().known().stream().filter(Known::told).allMatch(this::sent),
        "not everything that counts as told was sent");
  }

  private boolean writerGone() {
    return scenario.world().rds().writer(database).isEmpty();
  }

  private boolean told(Part part) {
    return record().known().stream()
        .filter(Known::told)
        .anyMatch(entry -> part.kinds().contains(Kind.valueOf(entry.kind())));
  }

  private boolean sent(Known entry) {
    return Kind.valueOf(entry.kind()).passing() || !grace.told(entry.text()).isEmpty();
  }

  private List<String> known() {
    return record().known().stream().map(Known::toString).toList();
  }

  private InspectionRecord record() {
    return new Inspections(
            new Table(scenario.installation().clientsOf("administrator"), "drawbridge"))
        .all().values().stream()
            .filter(each -> each.databaseArn().equals(database.arn("cluster")))
            .findFirst()
            .orElseThrow();
  }

  private void pass(Duration time) {
    scenario.world().scheduler().pause(time);
  }

  private void tell(String what) {
    Instant now = scenario.world().scheduler().now();
    story.add(now + " " + what);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
