package dev.drawbridge.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.onboarding.Prices;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void what_paths_cost_is_what_stands_and_what_is_carried_with_the_date_of_the_prices() {
    List<String> lines = new Advice(Prices.published().of(3), 2, 3, 100).lines();
    // 16.425 and 200 GB of 0.006; 0.03 by the hour and 100 GB of 0.01.
    assertThat(lines.get(1)).contains("$17.63 a month: load balancer $16.43");
    assertThat(lines.get(2)).contains("$22.90 a month: endpoint $21.90");
    assertThat(lines.get(3)).contains("$63.43");
    assertThat(lines.get(4)).containsPattern("us-east-1 on \\d{4}-\\d\\d-\\d\\d, from copies");
  }

  @Test
  void what_else_there_is_is_said_with_what_nobody_has_measured() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Drawbridge.execute(new PrintWriter(out, true), new PrintWriter(err, true), "advise");
    assertThat(code).isZero();
    assertThat(out.toString()).contains("VPC Lattice", "RDS Proxy", "peering", "UNCONFIRMED");
    assertThat(
            Drawbridge.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), "advise", "--zones=0"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--zones: 0 is not from 1 to 6");
  }
}
