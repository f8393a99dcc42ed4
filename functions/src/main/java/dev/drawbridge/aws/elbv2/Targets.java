package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AdministrativeOverride;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetAdministrativeOverrideStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyRegistrationsForTargetIdException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyTargetsException;

/** The targets of a group. */
public final class Targets {
  /** A group that there never is: the account is nobody's. */
  public static final String NEVER =
      "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/never/0000000000000000";

  /** AWS refuses larger calls now and then (kubernetes/kubernetes#101592). */
  private static final int MOST = 100;

  private final ElasticLoadBalancingV2Client elb;

  /** Targets in groups of the account and region of the clients. */
  public Targets(Clients clients) {
    this(clients.elb());
  }

  private Targets(ElasticLoadBalancingV2Client elb) {
    this.elb = elb;
  }

  /** The same for whoever waits for a turn before each call: a throttled one is not repeated. */
  public static Targets inTurn(Clients clients) {
    return new Targets(clients.elbInTurn());
  }

  /** All registered targets, draining ones included. */
  public List<TargetState> of(String groupArn) {
    return elb
        .describeTargetHealth(r -> r.targetGroupArn(groupArn))
        .targetHealthDescriptions()
        .stream()
        .map(Targets::state)
        .toList();
  }

  /** The same of a group that is on record; empty if it has been deleted since. */
  public Optional<List<TargetState>> find(String groupArn) {
    try {
      return Optional.of(of(groupArn));
    } catch (TargetGroupNotFoundException gone) {
      return Optional.empty();
    }
  }

  /** Adds targets; one that is there or still draining is taken up again. */
  public void register(String groupArn, List<Target> targets) {
    chunks(targets)
        .forEach(few -> elb.registerTargets(r -> r.targetGroupArn(groupArn).targets(few)));
  }

  /**
   * The same in a group that is on record. False if it is not there, or not ours, any more: the
   * call itself says so, since our role may touch no group without our tag.
   *
   * @throws NotReady if AWS throttles it
   */
  public boolean registerIfOurs(String groupArn, List<Target> targets) {
    return isOurs(() -> register(groupArn, targets));
  }

  /**
   * The same where the quota of targets may be used up.
   *
   * @param room asked once if it is, to take out who need not be there; says whether there is room
   *     now or will be in a moment, as when somebody drains
   * @throws NotReady if there will be
   */
  public boolean registerIfOurs(String groupArn, List<Target> targets, BooleanSupplier room) {
    try {
      return registerIfOurs(groupArn, targets);
    } catch (TooManyTargetsException | TooManyRegistrationsForTargetIdException full) {
      if (!room.getAsBoolean()) {
        throw full;
      }
    }
    try {
      return registerIfOurs(groupArn, targets);
    } catch (TooManyTargetsException | TooManyRegistrationsForTargetIdException drains) {
      throw new NotReady(
          "the load balancer takes no more targets until those that leave have drained: "
              + drains.getMessage(),
          drains);
    }
  }

  /** Removes targets of a group that is on record; false as {@link #registerIfOurs}. */
  public boolean deregisterIfOurs(String groupArn, List<Target> targets) {
    return isOurs(() -> deregister(groupArn, targets));
  }

  private static boolean isOurs(Runnable call) {
    try {
      call.run();
      return true;
    } catch (TargetGroupNotFoundException gone) {
      return false;
    } catch (ElasticLoadBalancingV2Exception refused) {
      if (ErrorTable.isDenied(refused)) {
        return false;
      }
      if (refused.isThrottlingException()) {
        // Somebody else of the account uses its bucket: that is over in a moment.
        throw new NotReady(
            "AWS takes no more calls of the account just now: " + refused.getMessage());
      }
      throw refused;
    }
  }

  /** Removes targets by address and port. */
  public void deregister(String groupArn, List<Target> targets) {
    chunks(targets)
        .forEach(few -> elb.deregisterTargets(r -> r.targetGroupArn(groupArn).targets(few)));
  }

  /** Removes whoever stands at the port of an instance, by the record. Calls: 1; none if nobody. */
  public void deregister(InstancePort port) {
    deregisterIfThere(port, Stream.ofNullable(port.target()).toList());
  }

  /**
   * Removes these from the group of an instance's own port; a throttle stays one. False if the
   * group is not ours any more. Calls: 1; none if there are none; 1 more where AWS denies it, for a
   * group that is gone has no tag of ours either.
   */
  public boolean deregister(InstancePort port, List<Target> targets) {
    try {
      deregisterIfThere(port, targets);
      return true;
    } catch (ElasticLoadBalancingV2Exception refused) {
      if (ErrorTable.isDenied(refused)) {
        return find(Objects.requireNonNull(port.groupArn())).isEmpty();
      }
      throw refused;
    }
  }

  private void deregisterIfThere(InstancePort port, List<Target> targets) {
    String group = port.groupArn();
    if (group != null) {
      try {
        deregister(group, targets);
      } catch (TargetGroupNotFoundException gone) {
        // Nobody is led through a group that is gone.
      }
    }
  }

  /** As one call may name them; none for no targets. */
  static List<List<TargetDescription>> chunks(List<Target> targets) {
    List<TargetDescription> all =
        targets.stream()
            .map(each -> TargetDescription.builder().id(each.address()).port(each.port()).build())
            .toList();
    return IntStream.iterate(0, from -> from < all.size(), from -> from + MOST)
        .mapToObj(from -> all.subList(from, Math.min(from + MOST, all.size())))
        .toList();
  }

  /**
   * Health checks go on in a zone that was shifted away, where nobody is led to any more. Only who
   * passes them has anything to lose by that: that another drains, or was not checked yet, is not
   * less true there.
   */
  static TargetState state(TargetHealthDescription found) {
    Target target = new Target(found.target().id(), found.target().port());
    var health = found.targetHealth();
    AdministrativeOverride override = found.administrativeOverride();
    return override != null
            && override.state() == TargetAdministrativeOverrideStateEnum.ZONAL_SHIFT_ACTIVE
            && health.state() == TargetHealthStateEnum.HEALTHY
        ? new TargetState(target, override.stateAsString(), text(override.reasonAsString()))
        : new TargetState(target, health.stateAsString(), text(health.reasonAsString()));
  }

  private static String text(@Nullable String reason) {
    return reason == null ? "" : reason;
  }
}
