package dev.drawbridge.lab.failover;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.CallRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/**
 * Finds a failover's {@link Milestones}. It sees only what it looks at, so {@link #look} belongs
 * between any two events of the world. Everything here is called within the world.
 */
public final class FailoverWatch {
  private static final Pattern RDS_EVENT = Pattern.compile("RDS-EVENT-\\d+");

  private final Exposure exposure;
  private final Simulator world;
  private final Agreement agreement;
  private Instant begun;
  private Optional<String> former = Optional.empty();
  private @Nullable Instant promoted;
  private @Nullable Instant delivered;
  private @Nullable Instant agreed;
  private boolean changed;

  /** Hears of events from now on. */
  public FailoverWatch(Exposure exposure) {
    this.exposure = exposure;
    this.world = exposure.scenario().world();
    this.agreement = new Agreement(exposure);
    this.begun = world.scheduler().now();
    world.events().onDelivered(this::delivered);
  }

  /** The next thing to happen is the failover. */
  public void begin() {
    begun = world.scheduler().now();
    former = exposure.roles().writer();
    promoted = null;
    delivered = null;
    agreed = null;
    changed = false;
  }

  /** Looks at the world between two of its events. */
  public void look() {
    if (promoted == null && exposure.roles().writer().filter(this::isNew).isPresent()) {
      promoted = world.scheduler().now();
    }
    if (!agreement.reached()) {
      changed = true;
      agreed = null;
    } else if (changed && agreed == null) {
      agreed = world.scheduler().now();
    }
  }

  /** Whether there has been a change that the RDS API and DNS tell of by now. */
  public boolean agreed() {
    return changed && agreed != null;
  }

  /** What has been seen so far. */
  public Milestones milestones() {
    return new Milestones(
        begun,
        Optional.ofNullable(promoted),
        Optional.ofNullable(delivered),
        Optional.ofNullable(agreed),
        switched());
  }

  private boolean isNew(String writer) {
    return former.filter(writer::equals).isEmpty();
  }

  /**
   * Whatever an event says, who looks at the database because of it finds the new writer; so an
   * early "shut down" that arrives late counts like a "failover completed".
   */
  private void delivered(String event) {
    if (promoted != null && delivered == null && RDS_EVENT.matcher(event).find()) {
      delivered = world.scheduler().now();
    }
  }

  /** The old writer's end in the writer's group. */
  private Optional<Instant> switched() {
    return last(this::switchesWriter).map(at -> at.plus(world.settings().latency()));
  }

  private Optional<Instant> last(Predicate<CallRecord> kind) {
    return world.callLog().calls().stream()
        .filter(call -> !call.at().isBefore(begun))
        .filter(kind)
        .map(CallRecord::at)
        .max(Comparator.naturalOrder());
  }

  private boolean switchesWriter(CallRecord call) {
    return (call.request() instanceof DeregisterTargetsRequest request
            && request.targetGroupArn().equals(exposure.writerGroupArn()))
        || (call.request() instanceof ModifyListenerRequest);
  }
}
