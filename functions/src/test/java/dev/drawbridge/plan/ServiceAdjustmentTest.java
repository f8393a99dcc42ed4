package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceAdjustmentTest {
  private static final ServiceAdjustment UNNAMING =
      new ServiceAdjustment(List.of("us-east-1"), List.of("us-west-2"), "");

  @Test
  void regions_are_told_apart_from_the_name() {
    assertThat(UNNAMING.ofRegions()).containsExactly("us-east-1", "us-west-2");
    assertThat(UNNAMING.keepingName())
        .isEqualTo(new ServiceAdjustment(List.of("us-east-1"), List.of("us-west-2"), null));
  }

  @Test
  void a_name_alone_is_something_to_do_unless_it_is_kept() {
    ServiceAdjustment name = new ServiceAdjustment(List.of(), List.of(), "");
    assertThat(name.isEmpty()).isFalse();
    assertThat(name.keepingName().isEmpty()).isTrue();
  }

  @Test
  void only_a_name_that_is_to_be_none_is_taken_away() {
    assertThat(UNNAMING.unnames()).isTrue();
    assertThat(UNNAMING.keepingName().unnames()).isFalse();
    assertThat(new ServiceAdjustment(List.of(), List.of(), "db.example.com").unnames()).isFalse();
  }
}
