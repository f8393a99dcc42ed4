package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundnessTest {
  private static final String SOMEBODY = "arn:aws:iam::222222222222:root";

  @ParameterizedTest
  @EnumSource(names = {"PRIVATE_NAME_UNVERIFIED", "INSTANCE_IMPAIRED", "CERTIFICATE_ENDS"})
  void what_no_run_could_mend_leaves_a_path_sound(Kind kind) {
    List<Finding> findings = List.of(Finding.of(kind, "orders-2", "told to its owner"));
    assertThat(Soundness.faults(findings, SOMEBODY)).isEmpty();
    assertThat(Soundness.cuts(findings, SOMEBODY)).isEmpty();
  }

  @Test
  void what_a_run_puts_back_does_not() {
    List<Finding> findings = List.of(Finding.of(Kind.ZONE_MISSING, "zone", "not covered"));
    assertThat(Soundness.faults(findings, SOMEBODY)).isEqualTo(findings);
  }
}
