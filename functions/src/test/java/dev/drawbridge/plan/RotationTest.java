package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final List<String> ALL = List.of("a", "b", "c");

  @Test
  void it_begins_so_many_after_the_first() {
    assertThat(Rotation.of(ALL, 0)).containsExactly("a", "b", "c");
    assertThat(Rotation.of(ALL, 1)).containsExactly("b", "c", "a");
    assertThat(Rotation.of(ALL, 2)).containsExactly("c", "a", "b");
  }

  @Test
  void it_goes_round_however_often() {
    assertThat(Rotation.of(ALL, 3)).containsExactly("a", "b", "c");
    assertThat(Rotation.of(ALL, 3L * Integer.MAX_VALUE + 1)).containsExactly("b", "c", "a");
  }

  @Test
  void of_none_there_is_none() {
    assertThat(Rotation.of(List.of(), 7)).isEmpty();
  }
}
