package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.onboarding.AcceptanceRules.Verdict;
import dev.drawbridge.plan.SubjectDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptanceRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ACCOUNT = "222222222222";
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders",
          "arn:aws:iam::%s:root".formatted(ACCOUNT));
  private static final ApprovalSubject SUBJECT =
      new ApprovalSubject(
          KEY,
          "vpce-svc-1",
          "vpce-1",
          Enforcement.OFF,
          List.of(),
          "cluster-A",
          3306,
          3307,
          null,
          "",
          "");

  @Test
  void what_was_approved_and_waits_is_accepted() {
    assertThat(judge(ApprovalStatus.APPROVED, SUBJECT, ACCOUNT, ConnectionState.PENDING_ACCEPTANCE))
        .isInstanceOf(Verdict.Accept.class);
  }

  @ParameterizedTest
  @EnumSource(value = ApprovalStatus.class, names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
  void what_nobody_approved_is_never_accepted(ApprovalStatus status) {
    assertThatThrownBy(() -> judge(status, SUBJECT, ACCOUNT, ConnectionState.PENDING_ACCEPTANCE))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void an_endpoint_of_another_account_is_never_accepted() {
    assertThatThrownBy(
            () ->
                judge(
                    ApprovalStatus.APPROVED,
                    SUBJECT,
                    "333333333333",
                    ConnectionState.PENDING_ACCEPTANCE))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("333333333333");
  }

  @Test
  void a_change_after_the_approval_is_asked_again() {
    ApprovalSubject changed =
        new ApprovalSubject(
            KEY,
            "vpce-svc-1",
            "vpce-1",
            Enforcement.ON,
            List.of("10.2.0.0/16"),
            "cluster-A",
            3306,
            3307,
            null,
            "",
            "");
    assertThat(judge(ApprovalStatus.APPROVED, changed, ACCOUNT, ConnectionState.PENDING_ACCEPTANCE))
        .isInstanceOfSatisfying(
            Verdict.AskAgain.class,
            again -> assertThat(again.outcome().outcome()).isEqualTo("CHANGED"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectionState.class,
      names = {"DELETING", "DELETED", "REJECTED", "FAILED", "EXPIRED"})
  void an_endpoint_that_went_away_is_waited_for_again(ConnectionState state) {
    assertThat(judge(ApprovalStatus.APPROVED, SUBJECT, ACCOUNT, state))
        .isInstanceOfSatisfying(
            Verdict.AskAgain.class,
            again -> {
              assertThat(again.outcome().outcome()).isEqualTo("ENDPOINT_GONE");
              assertThat(again.outcome().message()).contains("vpce-1", state.awsName());
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectionState.class,
      names = {"PENDING", "AVAILABLE"})
  void a_lost_reply_is_no_second_acceptance(ConnectionState state) {
    assertThat(judge(ApprovalStatus.APPROVED, SUBJECT, ACCOUNT, state))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectionState.class,
      names = {"PENDING_ACCEPTANCE", "AVAILABLE"})
  void a_yes_to_one_principal_opens_no_endpoint_that_is_claimed_for_another(ConnectionState state) {
    String other = "arn:aws:iam::222222222222:role/b";
    assertThat(
            judge(
                ApprovalStatus.APPROVED,
                SUBJECT,
                ACCOUNT,
                state,
                new EndpointClaims(Map.of(other, List.of("vpce-1")))))
        .isInstanceOfSatisfying(
            Verdict.AskAgain.class,
            again -> assertThat(again.outcome().message()).contains(other, KEY.principal()));
  }

  private static Verdict judge(
      ApprovalStatus status, ApprovalSubject subject, String owner, ConnectionState state) {
    return judge(status, subject, owner, state, EndpointClaims.NONE);
  }

  private static Verdict judge(
      ApprovalStatus status,
      ApprovalSubject subject,
      String owner,
      ConnectionState state,
      EndpointClaims claims) {
    Approval approval =
        new Approval(
            "id",
            1,
            SUBJECT.key(),
            SUBJECT.serviceId(),
            SUBJECT.endpointId(),
            SubjectDigest.of(SUBJECT),
            "execution",
            null,
            List.of(Identity.UNKNOWN),
            false,
            false,
            List.of(),
            null,
            SUBJECT,
            null,
            List.of(),
            1,
            NOW,
            status,
            List.of());
    return AcceptanceRules.judge(
        approval,
        subject,
        "execution",
        List.of(
            new Connection("vpce-svc-1", "vpce-1", owner, state, "eu-central-1", NOW, List.of())),
        claims);
  }
}
