package dev.drawbridge.simulator.iam;

import java.util.List;
import java.util.Locale;

/**
 * One statement of a policy.
 *
 * @param allow whether it allows; else it denies
 * @param actions patterns, whose case does not matter
 * @param resources patterns of ARNs
 * @param conditions that must all hold
 */
public record Statement(
    boolean allow, List<String> actions, List<String> resources, List<Condition> conditions) {
  /** Keeps copies. */
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** Whether the statement speaks of what is asked. */
  boolean applies(Authorization asked) {
    String action = asked.action().toLowerCase(Locale.ROOT);
    return actions.stream().anyMatch(each -> Glob.matches(each.toLowerCase(Locale.ROOT), action))
        && resources.stream().anyMatch(each -> Glob.matches(each, asked.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(asked));
  }
}
