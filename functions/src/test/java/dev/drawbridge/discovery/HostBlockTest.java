package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostBlockTest {
  @ParameterizedTest
  @CsvSource({
    "max_connect_errors, 999999, false",
    "max_connect_errors, 1000000, true",
    "max_connect_errors, 18446744073709551615, false",
    "max_connect_errors, {formula}, false",
    "host_cache_size, 0, true",
    "host_cache_size, 128, false",
    "skip_name_resolve, 1, true",
    "skip_name_resolve, on, true",
    "skip_name_resolve, 0, false",
    "unrelated, 1, false"
  })
  void one_safe_parameter_is_enough(String name, String value, boolean safe) {
    assertThat(HostBlock.safe(Map.of(name, value))).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource({
    "aurora-mysql, true",
    "mysql, true",
    "mariadb, true",
    "aurora-postgresql, false",
    "postgres, false"
  })
  void only_the_family_of_mysql_blocks_hosts(String engine, boolean applies) {
    assertThat(HostBlock.appliesTo(engine)).isEqualTo(applies);
  }

  @Test
  void the_refusal_names_the_parameters_and_the_way_out() {
    assertThat(HostBlock.refusal("orders", "small", Map.of("max_connect_errors", "100")))
        .hasMessageContainingAll(
            "'orders'",
            "max_connect_errors >= 1000000 (now 100)",
            "'small'",
            "acceptHostBlockRisk: true");
  }

  @Test
  void each_instance_is_judged_by_its_own_group() {
    assertThat(
            HostBlock.blocking(
                Map.of(
                    "of-the-writer", Map.of("max_connect_errors", "1000000"),
                    "of-a-replica", Map.of("max_connect_errors", "100"))))
        .containsExactly("of-a-replica");
  }
}
