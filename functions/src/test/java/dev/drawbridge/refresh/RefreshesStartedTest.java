package dev.drawbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.refresh.RefreshesStarted.Refresh;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshesStartedTest {
  private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";

  @Test
  void a_name_that_nobody_could_foresee_and_that_is_taken_is_a_failure() {
    assertThat(of("STARTED BEFORE").unforeseen().failed())
        .singleElement()
        .asString()
        .contains(ARN, "StartExecution");
    assertThat(of("STARTED").unforeseen().failed()).isEmpty();
    assertThat(of("MARKED").unforeseen().failed()).isEmpty();
  }

  @Test
  void of_an_event_that_comes_twice_it_is_none() {
    assertThat(of("STARTED BEFORE").failed()).isEmpty();
  }

  private static RefreshesStarted of(String how) {
    return new RefreshesStarted("drift", List.of(new Refresh(ARN, "drift", how)), List.of());
  }
}
