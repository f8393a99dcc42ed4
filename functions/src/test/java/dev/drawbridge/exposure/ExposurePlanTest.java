package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.SomeChange;
import dev.drawbridge.model.SomeClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExposurePlanTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final ExposureSettings OPEN = settings(Enforcement.OFF, 3306);
  private static final ExposureSettings ENFORCED = settings(Enforcement.ON, 3306);
  private static final Claim SHOP = claim("arn:aws:iam::222222222222:root", ClaimState.ONBOARDED);
  private static final Claim ETL =
      claim("arn:aws:iam::333333333333:role/etl", ClaimState.ONBOARDED);

  @Test
  void enforcement_on_cuts_everybody_by_name_and_needs_force() {
    ExposurePlan plan = plan(OPEN, ENFORCED, SHOP, ETL);
    assertThat(plan.changes()).containsExactly("enforcement: off -> on");
    assertThat(plan.cuts()).containsExactly("orders/222222222222", "orders/333333333333:role/etl");
    assertThat(plan.widens()).isEmpty();
    assertThatThrownBy(() -> plan.require(false))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("orders/222222222222, orders/333333333333:role/etl")
        .hasMessageContaining("force: true");
    assertThatCode(() -> plan.require(true)).doesNotThrowAnyException();
  }

  @Test
  void enforcement_off_is_wider_than_what_was_approved_and_cuts_nobody() {
    ExposurePlan plan = plan(ENFORCED, OPEN, SHOP);
    assertThat(plan.widens()).containsExactly("enforcement off");
    assertThatCode(() -> plan.require(false)).doesNotThrowAnyException();
  }

  @Test
  void new_ports_cut_and_widen() {
    ExposurePlan plan = plan(OPEN, settings(Enforcement.OFF, 4306), SHOP);
    assertThat(plan.changes()).containsExactly("readerPort: 3306 -> 4306");
    assertThat(plan.cuts()).containsExactly("orders/222222222222");
    assertThat(plan.widens()).containsExactly("new ports");
  }

  @Test
  void nobody_is_cut_where_nobody_is() {
    Claim left = claim("arn:aws:iam::222222222222:root", ClaimState.OFFBOARDED);
    ExposurePlan plan = plan(ENFORCED, settings(Enforcement.OFF, 4306), left);
    assertThat(plan.cuts()).isEmpty();
    assertThat(plan.widens()).isEmpty();
    assertThatCode(() -> plan.require(false)).doesNotThrowAnyException();
  }

  @Test
  void a_run_under_way_counts_as_somebody() {
    Claim running = claim("arn:aws:iam::222222222222:root", ClaimState.RUNNING);
    assertThat(plan(OPEN, ENFORCED, running).cuts()).containsExactly("orders/222222222222");
  }

  @Test
  void what_cuts_nobody_needs_no_force() {
    ExposureSettings unmanaged =
        OPEN.with(
            SomeChange.that()
                .manages(false)
                .acceptsHostBlockRisk(true)
                .acceptsKeepsAwake(true)
                .quorum(2)
                .said());
    ExposurePlan plan = plan(OPEN, unmanaged, SHOP);
    assertThat(plan.changes())
        .containsExactly(
            "manageDatabaseSecurityGroup: true -> false",
            "acceptHostBlockRisk: false -> true",
            "acceptKeepsAwake: false -> true",
            "quorum: none -> 2");
    assertThatCode(() -> plan.require(false)).doesNotThrowAnyException();
  }

  @Test
  void a_name_goes_only_while_nobody_is_onboarded_as_aws_has_it() {
    ExposureSettings named = OPEN.with(name("orders.example.com"));
    assertThat(plan(OPEN, named, SHOP).changes())
        .containsExactly("privateDnsName: none -> orders.example.com");
    assertThat(plan(named, named.with(name(""))).changes())
        .containsExactly("privateDnsName: orders.example.com -> none");
    assertThatThrownBy(() -> plan(named, named.with(name("")), SHOP))
        .hasMessageContaining("only while nobody is onboarded");
  }

  private static SettingsChange name(String name) {
    return SomeChange.that().name(name).said();
  }

  private static ExposurePlan plan(ExposureSettings before, ExposureSettings after, Claim... all) {
    return ExposurePlan.of("orders", before, true, after, List.of(all));
  }

  private static ExposureSettings settings(Enforcement enforcement, int readerPort) {
    return ExposureSettings.defaults()
        .with(SettingsChange.ofListeners(readerPort, 3307, enforcement))
        .numbered(1, null);
  }

  private static Claim claim(String principal, ClaimState state) {
    return SomeClaim.of(new OnboardingKey(DATABASE, principal), state, accepted(state), null);
  }

  private static Claim.@Nullable Accepted accepted(ClaimState state) {
    return state == ClaimState.RUNNING ? null : SomeClaim.ACCEPTED;
  }
}
