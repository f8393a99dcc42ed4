package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.model.ApiModel;
import dev.drawbridge.simulator.operation.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No operation is without a request that it refuses, and each is refused as AWS does. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalsTest {
  private static final Path PAGE = Path.of("..", "docs", "simulator", "refusals.md");
  private static final Path FRESH = Path.of("target", "refusals.md");

  /** What takes no parameter and needs no permission cannot be asked wrongly. */
  private static final Set<String> NEVER_REFUSED = Set.of("sts:getcalleridentity");

  /** Codes that any operation of a service may answer with, whatever its model names. */
  private static final Set<String> COMMON =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "InvalidAttributeName",
          "InvalidParameter",
          "InvalidParameterCombination",
          "InvalidParameterValue",
          "MissingParameter",
          "ValidationError",
          "ValidationException");

  private final FurnishedWorld world = new FurnishedWorld();

  static List<Refusal> refusals() {
    return Refusal.all();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_wrong_request_gets_its_code(Refusal refusal) {
    Answer answer = ask(refusal);
    assertThat(answer.code()).as(answer.body()).isEqualTo(refusal.code());
    assertThat(answer.message()).isNotBlank();
    assertThat(answer.status()).isBetween(400, 499);
  }

  @Test
  void every_operation_behind_the_door_refuses_something() {
    Registry registry =
        new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published()).operations();
    Set<String> refusing = refusals().stream().map(RefusalsTest::key).collect(Collectors.toSet());
    List<String> without = new ArrayList<>();
    for (String service : registry.signingNames()) {
      for (String operation : registry.operationNames(service)) {
        String key = (service + ":" + operation).toLowerCase(Locale.ROOT);
        if (!refusing.contains(key) && !NEVER_REFUSED.contains(key)) {
          without.add(service + ":" + operation);
        }
      }
    }
    assertThat(without).as("add a wrong request to refusals.txt").isEmpty();
  }

  /** EC2's models name no errors. */
  @Test
  void every_code_is_one_that_the_model_of_its_operation_names() {
    List<String> others =
        refusals().stream()
            .filter(each -> !each.service().equals("ec2"))
            .filter(each -> !COMMON.contains(each.code()))
            .filter(each -> !errors(each).contains(each.code()))
            .map(each -> "%s:%s %s".formatted(each.service(), each.operation(), each.code()))
            .distinct()
            .toList();
    assertThat(others)
        .as("codes that no model names; that AWS answers with them is UNCONFIRMED")
        .containsExactly(
            "elasticloadbalancing:CreateTargetGroup DuplicateTagKeys",
            "rds:FailoverDBCluster DBInstanceNotFound");
  }

  @Test
  void the_page_shows_every_refusal_and_what_its_wording_rests_on() throws IOException {
    String expected = RefusalsPage.of(refusals(), this::message);
    Files.writeString(FRESH, expected);
    assertThat(Files.readString(PAGE))
        .as("docs/simulator/refusals.md; after a change copy simulator/%s there", FRESH)
        .isEqualTo(expected);
  }

  private String message(Refusal refusal) {
    return world.masked(ask(refusal).message());
  }

  private Answer ask(Refusal refusal) {
    return refusal.stranger()
        ? world.askAsStranger(refusal.service(), refusal.operation(), refusal.request())
        : world.ask(refusal.service(), refusal.operation(), refusal.request());
  }

  private static List<String> errors(Refusal refusal) {
    return ApiModel.of(refusal.service()).operation(refusal.operation()).orElseThrow().errors();
  }

  private static String key(Refusal refusal) {
    return (refusal.service() + ":" + refusal.operation()).toLowerCase(Locale.ROOT);
  }
}
