package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndDateFindingsTest {
  private static final OnboardingKey KEY =
      new OnboardingKey(
          "arn:aws:rds:eu-central-1:111111111111:cluster:orders", "arn:aws:iam::222222222222:root");

  @Test
  void a_week_before_the_last_day_is_over_people_are_told_and_not_earlier() {
    List<LiveApproval> live = List.of(until("2027-01-31", "vpce-1"));
    assertThat(kinds(live, "2027-01-24T23:59:59Z")).isEmpty();
    assertThat(kinds(live, "2027-01-25T00:00:00Z")).containsExactly(Kind.END_DATE_NEAR);
    assertThat(kinds(live, "2027-01-31T23:59:59Z")).containsExactly(Kind.END_DATE_NEAR);
    assertThat(found(live, "2027-02-01T00:00:00Z"))
        .singleElement()
        .satisfies(
            over -> {
              assertThat(over.remedy()).isEqualTo(Remedy.END);
              assertThat(over.subject()).isEqualTo(KEY.principal());
            });
  }

  @Test
  void while_another_endpoint_is_approved_people_are_told_and_nothing_is_ended() {
    List<LiveApproval> live = List.of(until("2027-01-31", "vpce-1"), until("", "vpce-2"));
    assertThat(found(live, "2027-02-01T00:00:00Z"))
        .singleElement()
        .satisfies(
            over -> {
              assertThat(over.remedy()).isEqualTo(Remedy.TELL);
              assertThat(over.subject()).isEqualTo("vpce-1");
            });
  }

  @Test
  void an_endpoint_that_is_gone_keeps_no_other_open_and_is_judged_where_there_is_no_other() {
    Instant after = Instant.parse("2027-02-01T00:00:00Z");
    LiveApproval gone = until("", "vpce-1");
    LiveApproval there = until("2027-01-31", "vpce-2");
    assertThat(EndDateFindings.of(List.of(gone, there), List.of(there), after))
        .extracting(Finding::remedy)
        .containsExactly(Remedy.END);
    assertThat(EndDateFindings.of(List.of(gone, there), List.of(gone), after)).isEmpty();
    assertThat(EndDateFindings.of(List.of(there), List.of(), after))
        .extracting(Finding::remedy)
        .containsExactly(Remedy.END);
    assertThat(EndDateFindings.of(List.of(gone), List.of(), after)).isEmpty();
  }

  @Test
  void what_has_no_last_day_never_ends() {
    assertThat(found(List.of(until("", "vpce-1")), "2099-01-01T00:00:00Z")).isEmpty();
  }

  private static Stream<Kind> kinds(List<LiveApproval> live, String now) {
    return found(live, now).stream().map(Finding::kind);
  }

  private static List<Finding> found(List<LiveApproval> live, String now) {
    return EndDateFindings.of(live, live, Instant.parse(now));
  }

  private static LiveApproval until(String lastDay, String endpoint) {
    return new LiveApproval(
        new ApprovalSubject(
            KEY,
            "vpce-svc-1",
            endpoint,
            Enforcement.OFF,
            List.of(),
            "cluster-A",
            3306,
            3307,
            null,
            "reports",
            lastDay),
        "approval");
  }
}
