package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnreadTest {
  private static final Instant DISCOVERED = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration LAG = Duration.ofSeconds(8);
  private static final String OURS = "arn:aws:states:eu-central-1:111111111111:execution:x:ours";
  private static final String FAILOVER = "event RDS-EVENT-0071 4711";
  private static final String RESTART = "event RDS-EVENT-0006 4712";
  private static final String GROUPS = "drift 4713";
  private static final Round FIRST = Round.first("", DISCOVERED, DISCOVERED, null);

  @Test
  void a_mark_that_came_after_the_truth_asks_for_it() {
    assertThat(left(RESTART, 5).ofTheTruth(DISCOVERED)).isTrue();
  }

  @Test
  void a_truth_may_have_been_older_than_it_was_when_it_was_read() {
    assertThat(left(RESTART, -8).ofTheTruth(DISCOVERED)).isTrue();
    assertThat(left(RESTART, -9).ofTheTruth(DISCOVERED)).isFalse();
  }

  @Test
  void nobody_asks_without_a_lease_or_a_mark() {
    assertThat(unread(null, 60).ofTheTruth(DISCOVERED)).isFalse();
    assertThat(left("", null, 60, Lease.Looks.NONE).ofTheTruth(DISCOVERED)).isFalse();
  }

  @Test
  void a_mark_that_the_truth_was_read_for_asks_no_more() {
    Unread asked = left(RESTART, 5, 20, Lease.Looks.NONE);
    assertThat(asked.answered()).isEqualTo(RESTART);

    Lease.Looks looks = new Lease.Looks(asked.answered(), asked.at());
    Unread read = left(RESTART, 5, 25, looks);
    assertThat(read.ofTheTruth(DISCOVERED)).isFalse();
    assertThat(read.truthReadAt(DISCOVERED)).isEqualTo(DISCOVERED.plusSeconds(20));
    assertThat(left(FAILOVER, 24, 25, looks).ofTheTruth(DISCOVERED)).as("another").isTrue();
  }

  @Test
  void a_truth_of_the_run_itself_is_newer_than_what_a_former_pass_read() {
    Lease.Looks looks = new Lease.Looks("", DISCOVERED.minusSeconds(60));
    assertThat(left(RESTART, 5, 20, looks).truthReadAt(DISCOVERED)).isEqualTo(DISCOVERED);
    assertThat(unread(null, 20).truthReadAt(DISCOVERED)).isEqualTo(DISCOVERED);
  }

  @Test
  void what_is_read_for_a_failover_that_is_early_answers_nothing() {
    Lease.Looks looks = new Lease.Looks(RESTART, DISCOVERED);
    Unread early = left(FAILOVER, 10, 17, looks);
    assertThat(early.early()).isTrue();
    assertThat(early.answered()).isEqualTo(RESTART);

    Unread late = left(FAILOVER, 10, 18, looks);
    assertThat(late.early()).isFalse();
    assertThat(late.answered()).isEqualTo(FAILOVER);
  }

  @Test
  void a_mark_that_says_less_hides_no_failover_of_which_rds_may_tell_later() {
    Instant failoverAt = DISCOVERED.plusSeconds(10);
    Instant after = failoverAt.plusSeconds(3);
    Lease.Looks looks = new Lease.Looks(RESTART, after);
    Instant end = DISCOVERED.plus(Lease.LONGEST);
    Lease lease = new Lease("orders", OURS, end, RESTART, after, failoverAt, null, looks);
    assertThat(unread(lease, 17).early()).isTrue();
    assertThat(unread(lease, 18).early()).isFalse();
    assertThat(unread(lease, 60).ofTheTruth(DISCOVERED)).as("read before RDS told").isTrue();
    assertThat(unread(lease, 60).ofAFailover()).isTrue();
  }

  @Test
  void only_a_failover_is_early() {
    assertThat(left(RESTART, 10, 11, Lease.Looks.NONE).early()).isFalse();
    assertThat(left(GROUPS, 10, 11, Lease.Looks.NONE).early()).isFalse();
    assertThat(left(FAILOVER, 10).ofAFailover()).isTrue();
    assertThat(left(RESTART, 10).ofAFailover()).isFalse();
  }

  @Test
  void a_pass_takes_care_of_marks_that_tell_of_the_truth() {
    assertThat(left(FAILOVER, 5).seen(FIRST)).isEqualTo(FAILOVER);
    assertThat(left(GROUPS, 5).seen(FIRST)).isEqualTo(GROUPS);
    assertThat(left("operator 4714", 5).seen(FIRST)).as("asks for a pass").isEmpty();
    assertThat(unread(null, 5).seen(after(GROUPS))).isEqualTo(GROUPS);
  }

  @Test
  void groups_are_told_of_once_and_by_whoever_has_read_them() {
    assertThat(left(GROUPS, 5).ofGroups(FIRST)).isTrue();
    assertThat(left(GROUPS, 5).ofGroups(after(GROUPS))).isFalse();
    assertThat(left(FAILOVER, 5).ofGroups(FIRST)).isFalse();
  }

  private static Round after(String seen) {
    return Round.first(seen, DISCOVERED, DISCOVERED, null);
  }

  private static Unread left(String mark, int second) {
    return left(mark, second, 60, Lease.Looks.NONE);
  }

  private static Unread left(String mark, @Nullable Integer second, int now, Lease.Looks looks) {
    Instant at = second == null ? null : DISCOVERED.plusSeconds(second);
    Instant end = DISCOVERED.plus(Lease.LONGEST);
    Instant failoverAt = FAILOVER.equals(mark) ? at : null;
    return unread(new Lease("orders", OURS, end, mark, at, failoverAt, null, looks), now);
  }

  private static Unread unread(@Nullable Lease lease, int now) {
    return new Unread(Optional.ofNullable(lease), DISCOVERED.plusSeconds(now), LAG);
  }
}
