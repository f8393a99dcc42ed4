package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.GroupSeen;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SomeClaim;
import dev.drawbridge.plan.Quotas;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GivenPortFindingsTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String PRINCIPAL = "arn:aws:iam::222222222222:root";
  private static final String GIVEN =
      "{\"instancePorts\":[{\"instance\":\"orders-1\",\"port\":5434},{\"instance\":\"orders-2\",\"port\":5435}]}";

  @Test
  void a_port_is_the_instances_as_long_as_it_is_on_record_under_its_name() {
    assertThat(found(ClaimState.ONBOARDED, GIVEN, port("orders-1", 5434), port("orders-2", 5435)))
        .isEmpty();
    InstancePort away = port("orders-2", 5435).gone(Instant.EPOCH);
    assertThat(found(ClaimState.ONBOARDED, GIVEN, port("orders-1", 5434), away))
        .as("one that is away for a moment comes back to it")
        .isEmpty();
  }

  @Test
  void the_finding_says_which_port_and_whose_it_was() {
    List<Finding> found =
        found(ClaimState.ONBOARDED, GIVEN, port("new-1", 5434), port("orders-1", 5436));
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.INSTANCE_PORT_LOST);
              assertThat(finding.principal()).isEqualTo(PRINCIPAL);
              assertThat(finding.text())
                  .contains(
                      "any more: port 5434 of orders-1, port 5435 of orders-2; send",
                      "approvers are asked anew");
            });
    assertThat(Soundness.faults(found, PRINCIPAL)).as("a run gives new strings").hasSize(1);
    assertThat(Soundness.cuts(found, PRINCIPAL)).as("the run may succeed").isEmpty();
  }

  @Test
  void whoever_has_the_port_meanwhile_makes_no_other_finding() {
    List<Finding> nobody = found(ClaimState.ONBOARDED, GIVEN);
    assertThat(nobody).hasSize(1);
    assertThat(found(ClaimState.ONBOARDED, GIVEN, port("new-1", 5434), port("new-2", 5435)))
        .isEqualTo(nobody);
    assertThat(found(ClaimState.ONBOARDED, GIVEN, port("orders-2", 5434), port("orders-1", 5436)))
        .as("nor which port the instance has")
        .isEqualTo(nobody);
  }

  @Test
  void nothing_is_said_of_whom_an_earlier_release_onboarded_or_who_leaves() {
    assertThat(found(ClaimState.ONBOARDED, "{\"status\":\"ONBOARDED\"}")).isEmpty();
    assertThat(found(ClaimState.ONBOARDED, null)).isEmpty();
    assertThat(found(ClaimState.LEAVING, GIVEN)).isEmpty();
  }

  @Test
  void a_result_that_cannot_be_read_is_told_and_stops_no_other() {
    assertThat(found(ClaimState.ONBOARDED, "broken"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.NOT_SEEN);
              assertThat(finding.text()).contains(PRINCIPAL, "not JSON");
            });
  }

  private static List<Finding> found(
      ClaimState state, @Nullable String result, InstancePort... ports) {
    Expected expected =
        Expected.of(
            Exposure.first(ARN).with(List.of(ports)),
            List.of(claim(state, result)),
            List.of(),
            List.of(),
            Quotas.DEFAULTS);
    GroupSeen group = new GroupSeen("group", true, List.of(), List.of());
    return GivenPortFindings.of(
        expected, InstanceFindingsTest.seen(InstanceFindingsTest.THERE, group));
  }

  private static InstancePort port(String instance, int port) {
    return new InstancePort(instance, "db-1", port, "group", "listener", null, null, null);
  }

  private static Claim claim(ClaimState state, @Nullable String result) {
    return SomeClaim.of(new OnboardingKey(ARN, PRINCIPAL), state, SomeClaim.ACCEPTED, result);
  }
}
