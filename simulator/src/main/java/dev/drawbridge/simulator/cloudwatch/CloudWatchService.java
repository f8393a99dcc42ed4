package dev.drawbridge.simulator.cloudwatch;

import dev.drawbridge.simulator.network.Traffic;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;

/** CloudWatch, which knows what endpoints carried and nothing else. */
public final class CloudWatchService {
  private final Traffic traffic;

  /** Over the traffic of this world. */
  public CloudWatchService(Traffic traffic) {
    this.traffic = traffic;
  }

  /** The API. */
  public Service service() {
    return new Service(
        "monitoring",
        Protocol.RPC_V2_CBOR,
        "GraniteServiceVersion20100801",
        List.of(new GetMetricData(traffic)));
  }
}
