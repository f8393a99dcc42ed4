package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.privatelink.ConsumerRules;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the load balancer's security group open for the consumers that somebody has said yes to,
 * and for nobody else.
 *
 * <p>Approvals are read and rules are changed under the lease of building: of two that come
 * together, neither takes out what the other has just put in. Calls: 5, 1 where there are
 * approvals, and 1 to add, and 1 to remove; up to 4 more while another execution holds the lease.
 */
public final class ConsumerIngress {
  private final LiveApprovals live;
  private final BuildTurn turn;
  private final Exposures exposures;
  private final ConsumerRules rules;
  private final YesesInForce inForce;

  public ConsumerIngress(Environment environment) {
    this.live = Stores.liveApprovals(environment);
    this.turn = new BuildTurn(environment);
    this.exposures = Stores.exposures(environment);
    this.rules = new ConsumerRules(environment.clients());
    this.inForce = new YesesInForce(environment);
  }

  /**
   * Where consumers come in.
   *
   * @param securityGroupId the load balancer's own
   * @param ports those of its listeners
   */
  public record Entrance(String databaseArn, String securityGroupId, List<Integer> ports) {
    /** Keeps a copy. */
    public Entrance {
      ports = List.copyOf(ports);
    }
  }

  /**
   * Brings the rules to what the live approvals say. Returns how many there are.
   *
   * @param executionArn takes the lease for the time of this call; no other state of it may hold it
   * @throws NotReady if another execution builds, or takes down
   */
  public int apply(Entrance entrance, String executionArn) {
    return turn.during(entrance.databaseArn(), executionArn, () -> applyHeld(entrance));
  }

  /**
   * The same in an execution that holds the lease: creates what is missing, then deletes the rest.
   * An approval that cannot be read stops nobody else's rules; but as long as there is one nothing
   * is deleted, for it may be what the rest was made for. The scheduled look names it to people. If
   * EC2 does not say which endpoints are there, nothing is changed.
   */
  public int applyHeld(Entrance entrance) {
    String group = entrance.securityGroupId();
    ItemsRead<LiveApproval> approvals = live.eachOfDatabase(entrance.databaseArn());
    Set<ConsumerRule> wanted =
        LiveApprovalRules.of(inForce.of(approvals.values()), ports(entrance));
    Map<String, RuleSeen> there = rules.ours(group, entrance.databaseArn());
    Set<ConsumerRule> missing = new HashSet<>(wanted);
    missing.removeIf(rule -> there.values().stream().anyMatch(rule::isSaidBy));
    if (!missing.isEmpty()) {
      rules.add(group, entrance.databaseArn(), missing);
    }
    Set<String> leftOver =
        there.entrySet().stream()
            .filter(found -> wanted.stream().noneMatch(rule -> rule.isSaidBy(found.getValue())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!leftOver.isEmpty() && approvals.faults().isEmpty()) {
      rules.remove(group, leftOver);
    }
    return wanted.size();
  }

  private List<Integer> ports(Entrance entrance) {
    return exposures
        .findOrFirst(entrance.databaseArn())
        .settings()
        .andOfInstances(entrance.ports());
  }

  /**
   * Ends the approvals of an onboarding, and takes out the rules that nobody else needs: what two
   * share stays until the second leaves. Can be done again. Returns how many rules are left.
   *
   * @param executionArn as in {@link #apply}
   */
  public int leave(OnboardingKey leaver, Entrance entrance, String executionArn) {
    end(leaver);
    return apply(entrance, executionArn);
  }

  /** The same in an execution that holds the lease. */
  public int leaveHeld(OnboardingKey leaver, Entrance entrance) {
    end(leaver);
    return applyHeld(entrance);
  }

  private void end(OnboardingKey leaver) {
    live.endAll(leaver);
  }
}
