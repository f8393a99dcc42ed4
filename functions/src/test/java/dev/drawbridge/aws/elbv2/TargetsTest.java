package dev.drawbridge.aws.elbv2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AdministrativeOverride;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetAdministrativeOverrideReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetAdministrativeOverrideStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

class TargetsTest {
  @ParameterizedTest
  @CsvSource({"0,0,0", "1,1,1", "100,1,100", "101,2,1", "250,3,50"})
  void a_call_names_a_hundred_targets_at_most(int targets, int calls, int last) {
    List<Target> all =
        IntStream.rangeClosed(1, targets).mapToObj(port -> new Target("10.0.0.1", port)).toList();

    var chunks = Targets.chunks(all);

    assertThat(chunks).hasSize(calls).allSatisfy(few -> assertThat(few).hasSizeLessThan(101));
    assertThat(calls == 0 ? 0 : chunks.getLast().size()).isEqualTo(last);
    assertThat(chunks.stream().flatMap(List::stream).map(TargetDescription::port))
        .containsExactlyElementsOf(all.stream().map(Target::port).toList());
  }

  @Test
  void a_target_whose_zone_was_shifted_away_gets_no_connection_however_healthy_it_is() {
    TargetState shifted = state(TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE);
    assertThat(shifted.healthy()).isFalse();
    assertThat(shifted.present()).isTrue();
    assertThat(shifted)
        .hasToString("10.0.0.1:5432 zonal_shift_active (AdministrativeOverride.ZonalShiftActive)");
  }

  @Test
  void a_target_whose_zone_was_shifted_away_passes_its_checks_and_so_was_checked() {
    TargetState shifted = state(TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE);
    assertThat(shifted.passes()).isTrue();
    assertThat(shifted.checked()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = TargetHealthStateEnum.class,
      names = {"HEALTHY", "UNKNOWN_TO_SDK_VERSION"},
      mode = EnumSource.Mode.EXCLUDE)
  void in_a_shifted_zone_only_a_healthy_target_is_another_than_AWS_says(
      TargetHealthStateEnum health) {
    TargetState state = state(TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE, health);
    assertThat(state.state()).isEqualTo(health.toString());
    assertThat(state.passes()).isFalse();
  }

  @Test
  void a_target_that_drains_in_a_shifted_zone_counts_as_absent() {
    TargetState draining =
        state(
            TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE,
            TargetHealthStateEnum.DRAINING);
    assertThat(draining.present()).isFalse();
  }

  @Test
  void a_target_that_nobody_has_shifted_is_as_healthy_as_it_is() {
    assertThat(state(TargetAdministrativeOverrideStateEnum.NO_OVERRIDE).healthy()).isTrue();
    assertThat(Targets.state(in(TargetHealthStateEnum.HEALTHY).build()))
        .isEqualTo(new TargetState(new Target("10.0.0.1", 5432), "healthy", ""));
  }

  private static TargetState state(TargetAdministrativeOverrideStateEnum override) {
    return state(override, TargetHealthStateEnum.HEALTHY);
  }

  private static TargetState state(
      TargetAdministrativeOverrideStateEnum override, TargetHealthStateEnum health) {
    return Targets.state(
        in(health)
            .administrativeOverride(
                AdministrativeOverride.builder()
                    .state(override)
                    .reason(
                        TargetAdministrativeOverrideReasonEnum
                            .ADMINISTRATIVE_OVERRIDE_ZONAL_SHIFT_ACTIVE)
                    .build())
            .build());
  }

  private static TargetHealthDescription.Builder in(TargetHealthStateEnum state) {
    return TargetHealthDescription.builder()
        .target(t -> t.id("10.0.0.1").port(5432))
        .targetHealth(h -> h.state(state));
  }
}
