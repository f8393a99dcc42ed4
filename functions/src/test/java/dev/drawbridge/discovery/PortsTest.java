package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource({
    "3306, , , 3306, 3307",
    "5432, , , 5432, 5433",
    "3306, 13306, , 13306, 3307",
    "3306, 3307, , 3307, 3308",
    "3306, , 9000, 3306, 9000"
  })
  void readers_have_the_databases_port_and_the_writer_the_next(
      int port, @Nullable Integer reader, @Nullable Integer writer, int readers, int writers) {
    assertThat(Ports.of(port, reader, writer)).isEqualTo(new Ports(readers, writers));
  }

  @ParameterizedTest
  @CsvSource({
    "0, , 'readerPort is 0'",
    "65536, , 'readerPort is 65536'",
    ", -1, 'writerPort is -1'",
    "4000, 4000, both 4000",
    ", 3306, both 3306"
  })
  void ports_out_of_range_or_equal_are_refused(
      @Nullable Integer reader, @Nullable Integer writer, String message) {
    assertThatThrownBy(() -> Ports.of(3306, reader, writer))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message);
  }
}
