package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.SettingsChange;
import dev.drawbridge.model.SomeChange;
import dev.drawbridge.plan.SubjectDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A yes is one to the exposure as it was when it was said. */
class ApprovalInForceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final InstancePortRange RANGE = new InstancePortRange(5440, 5449);

  @Test
  void what_has_not_changed_or_is_less_passes() {
    assertThatCode(() -> require(Enforcement.OFF, RANGE, settings(Enforcement.OFF, RANGE, null)))
        .doesNotThrowAnyException();
    InstancePortRange fewer = new InstancePortRange(5440, 5441);
    assertThatCode(() -> require(Enforcement.OFF, RANGE, settings(Enforcement.ON, fewer, 1)))
        .doesNotThrowAnyException();
    assertThatCode(() -> require(Enforcement.ON, null, settings(Enforcement.ON, null, null)))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_wider_is_refused_in_a_sentence_that_names_it() {
    assertThatThrownBy(
            () ->
                require(
                    Enforcement.ON, null, settings(Enforcement.OFF, RANGE, null).at(6000, 6001)))
        .isInstanceOf(Conflict.class)
        .hasMessage(
            "database orders has got reader port 6000 and writer port 6001 and ports 5440-5449 for"
                + " instances and enforcement off since endpoint vpce-1 was approved; nothing is"
                + " accepted, ask again by the same request");
    InstancePortRange more = new InstancePortRange(5440, 5450);
    assertThatThrownBy(() -> require(Enforcement.OFF, RANGE, settings(Enforcement.OFF, more, null)))
        .hasMessageContaining("ports 5440-5450");
  }

  @Test
  void yeses_that_were_enough_are_not_where_more_are_needed_now() {
    assertThatThrownBy(() -> require(Enforcement.OFF, null, settings(Enforcement.OFF, null, 3)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("needs 3 yeses now, and approval 1a lacks 2");
  }

  @Test
  void a_yes_of_somebody_who_has_asked_too_is_none_where_more_are_needed_now() {
    ExposureSettings raised = settings(Enforcement.OFF, null, 2);
    List<Approval.Vote> yeses = List.of(yes("grace"), yes("joan"));
    require(yeses, List.of(role("ada")), raised);
    assertThatThrownBy(() -> require(yeses, List.of(role("ada"), role("grace")), raised))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("lacks 1");
  }

  private static Approval.Vote yes(String name) {
    return new Approval.Vote(role(name), true, NOW, "", null);
  }

  private static void require(
      Enforcement enforcement, @Nullable InstancePortRange range, ExposureSettings now) {
    require(enforcement, range, List.of(yes("grace")), List.of(role("ada")), now);
  }

  private static void require(
      List<Approval.Vote> yeses, List<Identity> requesters, ExposureSettings now) {
    require(Enforcement.OFF, null, yeses, requesters, now);
  }

  private static void require(
      Enforcement enforcement,
      @Nullable InstancePortRange range,
      List<Approval.Vote> yeses,
      List<Identity> requesters,
      ExposureSettings now) {
    ApprovalSubject approved =
        new ApprovalSubject(
            new OnboardingKey(
                "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
                "arn:aws:iam::222222222222:root"),
            "vpce-svc-1",
            "vpce-1",
            enforcement,
            enforcement == Enforcement.ON ? List.of("10.2.0.0/16") : List.of(),
            "cluster-A",
            5432,
            5433,
            range,
            "",
            "");
    Approval approval =
        new Approval(
            "1a",
            1,
            approved.key(),
            approved.serviceId(),
            approved.endpointId(),
            SubjectDigest.of(approved),
            "arn:aws:states:eu-central-1:111111111111:execution:onboard-consumer:a",
            null,
            List.of(role("ada")),
            true,
            false,
            List.of(),
            null,
            approved,
            null,
            List.of(),
            1,
            NOW,
            ApprovalStatus.APPROVED,
            yeses);
    ApprovalInForce.require(approval, () -> requesters, approved, now);
  }

  private static Identity role(String name) {
    return Identity.ofIam("arn:aws:iam::111111111111:role/" + name, "111111111111");
  }

  private static ExposureSettings settings(
      Enforcement enforcement, @Nullable InstancePortRange range, @Nullable Integer quorum) {
    SettingsChange said = SomeChange.ofListeners(5432, 5433, enforcement).quorum(quorum).said();
    return ExposureSettings.defaults().with(said).numbered(1, null).withInstances(range);
  }
}
