package dev.drawbridge.lab.bench.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.drawbridge.simulator.lambda.LambdaLoad;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillTest {
  private static final LambdaLoad NOTHING = new LambdaLoad(Map.of(), Map.of(), 0);

  @Test
  void a_thousand_transitions_cost_two_and_a_half_cents() {
    assertThat(Bill.of(1000, NOTHING, Map.of()).total()).isEqualTo(0.025, offset(1e-9));
  }

  @Test
  void a_second_of_a_worker_costs_by_its_memory_and_an_invocation_besides() {
    WorkerFunction worker = Catalogue.workers().getFirst();
    LambdaLoad second =
        new LambdaLoad(Map.of(worker.name(), 1L), Map.of(worker.name(), Duration.ofSeconds(1)), 1);

    assertThat(Bill.of(0, second, Map.of()).functions())
        .isEqualTo(0.0000133334 * worker.memoryMb() / 1024 + 0.0000002, offset(1e-12));
  }

  @Test
  void a_write_costs_five_times_a_read_and_other_calls_nothing() {
    Map<String, Long> calls =
        Map.of(
            "dynamodb:GetItem", 1_000_000L,
            "dynamodb:UpdateItem", 1_000_000L,
            "elasticloadbalancing:DescribeTargetHealth", 1_000_000L);

    assertThat(Bill.of(0, NOTHING, calls).items()).isEqualTo(0.75, offset(1e-9));
  }
}
