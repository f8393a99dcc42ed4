package dev.drawbridge.aws.elbv2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AdministrativeOverride;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetAdministrativeOverrideReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetAdministrativeOverrideStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

class TargetsTest {
  @Test
  void a_target_whose_zone_was_shifted_away_gets_no_connection_however_healthy_it_is() {
    TargetState shifted = state(TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE);
    assertThat(shifted.healthy()).isFalse();
    assertThat(shifted.present()).isTrue();
    assertThat(shifted)
        .hasToString("10.0.0.1:5432 zonal_shift_active (AdministrativeOverride.ZonalShiftActive)");
  }

  @Test
  void a_target_that_nobody_has_shifted_is_as_healthy_as_it_is() {
    assertThat(state(TargetAdministrativeOverrideStateEnum.NO_OVERRIDE).healthy()).isTrue();
    assertThat(Targets.state(healthy().build()))
        .isEqualTo(new TargetState(new Target("10.0.0.1", 5432), "healthy", ""));
  }

  private static TargetState state(TargetAdministrativeOverrideStateEnum override) {
    return Targets.state(
        healthy()
            .administrativeOverride(
                AdministrativeOverride.builder()
                    .state(override)
                    .reason(
                        TargetAdministrativeOverrideReasonEnum
                            .ADMINISTRATIVE_OVERRIDE_ZONAL_SHIFT_ACTIVE)
                    .build())
            .build());
  }

  private static TargetHealthDescription.Builder healthy() {
    return TargetHealthDescription.builder()
        .target(t -> t.id("10.0.0.1").port(5432))
        .targetHealth(h -> h.state(TargetHealthStateEnum.HEALTHY));
  }
}
