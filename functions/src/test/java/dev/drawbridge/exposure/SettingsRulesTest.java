package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SomeChange;
import dev.drawbridge.model.SomeClaim;
import dev.drawbridge.model.Switching;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an owner is told of a change before a run has looked at the database. */
class SettingsRulesTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final ExposureSettings FRESH = ExposureSettings.defaults();
  private static final ExposureSettings DECIDED = FRESH.at(5432, 5433).numbered(1, null);

  @Test
  void repoint_without_ports_of_instances_is_refused_whether_ports_are_known_or_not() {
    for (ExposureSettings before : List.of(FRESH, DECIDED)) {
      assertThatThrownBy(() -> foreseen(before, null, null, null, Switching.REPOINT))
          .isInstanceOf(InvalidRequest.class)
          .hasMessageContaining("say instancePorts: true too");
    }
  }

  @Test
  void a_range_that_is_too_long_or_turned_round_is_refused_whether_ports_are_known_or_not() {
    for (ExposureSettings before : List.of(FRESH, DECIDED)) {
      assertThatThrownBy(() -> foreseen(before, true, 7000, 7040, null))
          .hasMessageContaining("more than 40 ports");
      assertThatThrownBy(() -> foreseen(before, true, 7001, 7000, null))
          .hasMessageContaining("the first one is 7001");
      assertThat(foreseen(before, true, 7000, 7039, Switching.REPOINT).instanceRange())
          .isEqualTo(new InstancePortRange(7000, 7039));
    }
  }

  @Test
  void a_range_that_holds_a_listener_is_refused_as_soon_as_that_is_known() {
    assertThatThrownBy(() -> foreseen(DECIDED, true, 5430, 5450, null))
        .hasMessageContaining("hold 5432");
    assertThat(foreseen(FRESH, true, 5430, 5450, null).instanceRange())
        .isEqualTo(new InstancePortRange(5430, 5450));
  }

  @Test
  void ports_of_instances_that_nobody_stated_are_foreseen_and_wider_than_what_was_approved() {
    ExposureSettings next = foreseen(DECIDED, true, null, null, null);
    assertThat(next.instanceRange()).isEqualTo(new InstancePortRange(5434, 5473));
    ExposurePlan plan = ExposurePlan.of("orders", DECIDED, true, next, List.of(live()));
    assertThat(plan.widens()).containsExactly("ports 5434-5473 for instances");
    assertThat(plan.cuts()).isEmpty();
  }

  @Test
  void what_changes_nothing_of_ports_is_left_as_it_was_stated() {
    assertThat(SettingsRules.foreseen(ARN, DECIDED, DECIDED)).isEqualTo(DECIDED);
    assertThat(SettingsRules.foreseen(ARN, FRESH, FRESH)).isEqualTo(FRESH);
  }

  @Test
  void listeners_that_would_pass_each_other_are_refused() {
    assertThatThrownBy(() -> SettingsRules.foreseen(ARN, DECIDED, DECIDED.at(5433, 5432)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("third port first");
  }

  private static ExposureSettings foreseen(
      ExposureSettings before,
      @Nullable Boolean instancePorts,
      @Nullable Integer first,
      @Nullable Integer last,
      @Nullable Switching switching) {
    return SettingsRules.foreseen(
        ARN,
        before,
        before.with(
            SomeChange.that().instances(instancePorts, first, last).switching(switching).said()));
  }

  private static Claim live() {
    OnboardingKey key = new OnboardingKey(ARN, "arn:aws:iam::222222222222:root");
    return SomeClaim.of(key, ClaimState.ONBOARDED, SomeClaim.ACCEPTED, null);
  }
}
