package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FinalReadsTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final Target WRITER = new Target("10.0.1.7", 3306);
  private static final RefreshRequest BY_EVENT = request("event RDS-EVENT-0071 4711");
  private static final RefreshRequest BY_HAND = request("operator");
  private static final Round FIRST = Round.first("", NOW, NOW, null);

  private static final List<Target> SERVED = List.of(WRITER);
  private static final FinalReads NOTHING = new FinalReads(false, false, false);

  @Test
  void a_run_that_has_read_what_there_is_reads_only_whether_a_former_writer_is_gone() {
    assertThat(reads(BY_HAND, FIRST, registration(SERVED, null), false)).isEqualTo(NOTHING);
    assertThat(reads(BY_HAND, FIRST, registration(SERVED, NOW), false))
        .isEqualTo(new FinalReads(false, false, true));
    assertThat(reads(BY_EVENT, FIRST.looking(), registration(SERVED, null), false))
        .as("whose record was found to be wrong")
        .isEqualTo(NOTHING);
  }

  @Test
  void a_run_by_the_record_reads_all_that_it_has_changed() {
    assertThat(reads(BY_EVENT, FIRST, registration(SERVED, NOW), false))
        .isEqualTo(new FinalReads(true, true, true));
  }

  @Test
  void where_nothing_was_changed_the_record_of_the_groups_is_as_good_as_before() {
    assertThat(reads(BY_EVENT, FIRST, registration(SERVED, null), false))
        .isEqualTo(new FinalReads(false, true, false));
    Round told = Round.first("drift 4712", NOW, NOW, null);
    assertThat(reads(BY_EVENT, told, registration(SERVED, null), false).groups()).isTrue();
  }

  @Test
  void whoever_is_told_that_groups_do_not_fit_reads_them() {
    assertThat(reads(BY_EVENT, FIRST, registration(SERVED, null), true).groups()).isTrue();
    assertThat(reads(BY_HAND, FIRST, registration(SERVED, null), true))
        .isEqualTo(new FinalReads(true, true, false));
  }

  @Test
  void groups_that_were_left_alone_are_not_read() {
    assertThat(reads(BY_EVENT, FIRST, registration(List.of(), null), true)).isEqualTo(NOTHING);
    assertThat(NOTHING.any()).isFalse();
  }

  @Test
  void the_group_of_the_writer_is_read_once_for_both_reasons() {
    assertThat(new FinalReads(true, false, false).writers()).isTrue();
    assertThat(new FinalReads(false, false, true).writers()).isTrue();
    assertThat(new FinalReads(false, true, false).writers()).isFalse();
    assertThat(new FinalReads(false, true, false).any()).isTrue();
  }

  private static FinalReads reads(
      RefreshRequest request, Round round, Registration registration, boolean told) {
    return FinalReads.of(request, round, registration, told);
  }

  private static Registration registration(List<Target> writer, @Nullable Instant switchedAt) {
    return new Registration(
        "writers",
        "readers",
        writer,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NOW,
        NOW,
        switchedAt,
        false,
        null);
  }

  private static RefreshRequest request(String cause) {
    return new RefreshRequest("orders", cause, null);
  }
}
