package dev.drawbridge.simulator.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The faults that a test has planned. A rule applies a given number of times and is then used up.
 */
public final class Faults {
  private final List<Rule> rules = new ArrayList<>();
  private final List<BiPredicate<Caller, String>> forbidden = new ArrayList<>();

  /**
   * Plans {@code fault} for the next {@code times} calls of {@code action}.
   *
   * @param action as IAM writes it, for example {@code ec2:CreateSecurityGroup}
   */
  public void plan(String action, Fault fault, int times) {
    plan((caller, called) -> called.equals(action), fault, times);
  }

  /** Plans {@code fault} for the next {@code times} calls that {@code which} selects. */
  public void plan(BiPredicate<Caller, String> which, Fault fault, int times) {
    rules.add(new Rule(which, fault, times));
  }

  /** Refuses every call that {@code which} selects, as IAM does: it is not used up. */
  public void forbid(BiPredicate<Caller, String> which) {
    forbidden.add(which);
  }

  /** The fault of this call, if one is planned; uses it up. */
  public Optional<Fault> next(Caller caller, String action) {
    if (forbidden.stream().anyMatch(which -> which.test(caller, action))) {
      return Optional.of(Fault.ACCESS_DENIED);
    }
    for (Rule rule : rules) {
      if (rule.left > 0 && rule.which.test(caller, action)) {
        rule.left--;
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  /** Whether every planned fault has happened: a test that planned one wants to know. */
  public boolean usedUp() {
    return rules.stream().allMatch(rule -> rule.left == 0);
  }

  private static final class Rule {
    private final BiPredicate<Caller, String> which;
    private final Fault fault;
    private int left;

    Rule(BiPredicate<Caller, String> which, Fault fault, int times) {
      this.which = which;
      this.fault = fault;
      this.left = times;
    }
  }
}
