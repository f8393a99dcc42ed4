package dev.drawbridge.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Serving;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceStatusTest {
  @ParameterizedTest
  @CsvSource({
    "available, SERVES",
    "backing-up, SERVES",
    "modifying, SERVES",
    "storage-optimization, SERVES",
    "configuring-enhanced-monitoring, SERVES",
    "creating, DOES_NOT_SERVE",
    "deleting, DOES_NOT_SERVE",
    "stopped, DOES_NOT_SERVE",
    "incompatible-network, DOES_NOT_SERVE",
    "rebooting, UNDECIDED",
    "upgrading, UNDECIDED",
    "a-status-of-next-year, UNDECIDED"
  })
  void a_status_says_whether_the_instance_is_meant_to_serve(String status, Serving expected) {
    assertThat(InstanceStatus.of(status)).isEqualTo(expected);
  }
}
