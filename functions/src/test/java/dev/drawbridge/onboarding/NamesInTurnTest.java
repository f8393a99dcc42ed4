package dev.drawbridge.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesInTurnTest {
  @Test
  void a_few_names_are_looked_at_each_time() {
    assertThat(NamesInTurn.of(Set.of("b", "a"), 7)).containsExactly("a", "b");
    assertThat(NamesInTurn.of(Set.of(), 7)).isEmpty();
  }

  @Test
  void of_many_each_has_its_turn() {
    List<String> many = IntStream.range(0, 70).mapToObj("vpce-svc-%03d"::formatted).toList();
    Set<String> seen = new TreeSet<>();
    for (long turn = 1_000; turn < 1_004; turn++) {
      List<String> now = NamesInTurn.of(many, turn);
      assertThat(now).hasSize(NamesInTurn.MOST).doesNotHaveDuplicates();
      seen.addAll(now);
    }
    assertThat(seen).containsExactlyElementsOf(many);
  }
}
