package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.operation.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that lists the modelled operations says what the door does. */
class OperationsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "simulator", "README.md");

  private final Registry registry =
      new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published()).operations();

  @Test
  void the_page_lists_exactly_the_operations_behind_the_door() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).containsExactlyElementsOf(expected());
  }

  private List<String> expected() {
    return registry.signingNames().stream()
        .map(
            name ->
                "| `%s` | %s |"
                    .formatted(
                        name,
                        String.join(
                            ", ",
                            registry.operationNames(name).stream()
                                .map(OperationsPageTest::onTheWire)
                                .toList())))
        .toList();
  }

  /** The SDK writes {@code DescribeDbClusters} where AWS has {@code DescribeDBClusters}. */
  private static String onTheWire(String name) {
    return name.replaceAll("Db(?=[CIPS])", "DB");
  }
}
