package dev.drawbridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationNameTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "drawbridge"})
  void an_installation_that_nobody_named_has_the_default(String variable) {
    assertThat(InstallationName.of(variable)).isEqualTo("drawbridge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Drawbridge",
        "1st",
        "a",
        "a--b",
        "a-",
        "aws-db",
        "ssm",
        "internal",
        "fifteen-letters"
      })
  void a_name_that_aws_would_refuse_somewhere_is_refused(String variable) {
    assertThatThrownBy(() -> InstallationName.of(variable))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining("DRAWBRIDGE_INSTALLATION");
  }

  @Test
  void two_installations_count_apart() {
    assertThat(InstallationName.metricsNamespace("drawbridge")).isEqualTo("Drawbridge");
    assertThat(InstallationName.metricsNamespace("payroll")).isEqualTo("Drawbridge/payroll");
  }

  @Test
  void names_tags_and_metrics_of_this_process_begin_with_the_default() {
    assertThat(Names.PREFIX).isEqualTo("drawbridge");
    assertThat(Ownership.MANAGED).isEqualTo("drawbridge:managed");
  }
}
