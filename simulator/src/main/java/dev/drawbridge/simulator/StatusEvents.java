package dev.drawbridge.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.events.EventBus;
import dev.drawbridge.simulator.stepfunctions.StatusChange;
import java.util.UUID;

/** Puts {@code Step Functions Execution Status Change} events on the bus. */
record StatusEvents(EventBus bus, Scheduler scheduler) implements StatusChange.Listener {
  @Override
  public void changed(StatusChange change) {
    Caller owner = change.caller();
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "0")
            .put("id", id())
            .put("detail-type", "Step Functions Execution Status Change")
            .put("source", "aws.states")
            .put("account", owner.account())
            .put("time", scheduler.now().toString())
            .put("region", owner.region());
    event.putArray("resources").add(change.execution().identity().executionArn());
    event.set("detail", change.detail());
    bus.put(owner.account(), owner.region(), event.toString());
  }

  private String id() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }
}
