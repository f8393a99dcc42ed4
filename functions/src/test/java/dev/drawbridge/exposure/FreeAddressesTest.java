package dev.drawbridge.exposure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.error.Conflict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreeAddressesTest {
  @Test
  void eight_are_enough() {
    assertThatCode(() -> FreeAddresses.require(List.of("subnet-a"), Map.of("subnet-a", 8)))
        .doesNotThrowAnyException();
  }

  @Test
  void each_subnet_with_fewer_is_named_with_its_figure() {
    assertThatThrownBy(
            () ->
                FreeAddresses.require(
                    List.of("subnet-c", "subnet-a", "subnet-b"),
                    Map.of("subnet-a", 7, "subnet-b", 100, "subnet-c", 0)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("needs 8 free addresses")
        .hasMessageContaining("subnet-a has 7, subnet-c has 0")
        .hasMessageNotContaining("subnet-b");
  }
}
