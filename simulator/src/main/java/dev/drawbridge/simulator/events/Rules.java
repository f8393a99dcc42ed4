package dev.drawbridge.simulator.events;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Timer;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ResourceTags;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of every account and region, and the clocks of those with a schedule. */
final class Rules {
  private static final String DEFAULT_BUS = "default";

  private final Map<String, RuleRecord> rules = new TreeMap<>();
  private final Map<String, Timer> timers = new HashMap<>();
  private final ResourceTags tags = new ResourceTags();
  private final Scheduler scheduler;
  private final Consumer<RuleRecord> fire;

  /**
   * No rules yet.
   *
   * @param fire what a rule does when its schedule says so
   */
  Rules(Scheduler scheduler, Consumer<RuleRecord> fire) {
    this.scheduler = scheduler;
    this.fire = fire;
  }

  ResourceTags tags() {
    return tags;
  }

  /**
   * The rule of an ARN.
   *
   * @throws ServiceError ResourceNotFoundException
   */
  RuleRecord byArn(String arn) {
    RuleRecord rule = rules.get(arn);
    if (rule == null) {
      throw ServiceError.client(
          "ResourceNotFoundException",
          "Rule %s does not exist on EventBus default.".formatted(arn.replaceFirst(".*/", "")));
    }
    return rule;
  }

  /** Replaces a rule; its schedule begins anew. */
  void put(RuleRecord rule) {
    rules.put(rule.arn(), rule);
    stop(rule.arn());
    if (rule.enabled()) {
      rule.rate().ifPresent(rate -> next(rule.arn(), rule));
    }
  }

  /** Replaces a rule's targets; its schedule goes on. */
  void retarget(RuleRecord rule, List<RuleTarget> targets) {
    rules.put(rule.arn(), rule.targets(targets));
  }

  void remove(RuleRecord rule) {
    rules.remove(rule.arn());
    tags.forget(rule.arn());
    stop(rule.arn());
  }

  RuleRecord get(Caller caller, String name, @Nullable String bus) {
    checkBus(bus);
    return find(caller, name)
        .orElseThrow(
            () ->
                ServiceError.client(
                    "ResourceNotFoundException",
                    "Rule %s does not exist on EventBus default.".formatted(name)));
  }

  Optional<RuleRecord> find(Caller caller, String name) {
    return Optional.ofNullable(rules.get(caller.arn("events", "rule/" + name)));
  }

  List<RuleRecord> of(String account, String region) {
    return rules.values().stream()
        .filter(r -> r.owner().account().equals(account))
        .filter(r -> r.owner().region().equals(region))
        .toList();
  }

  static void checkBus(@Nullable String bus) {
    if (bus != null && !bus.equals(DEFAULT_BUS) && !bus.endsWith(":event-bus/" + DEFAULT_BUS)) {
      throw ServiceError.client(
          "ResourceNotFoundException", "Event bus %s does not exist.".formatted(bus));
    }
  }

  private void next(String arn, RuleRecord rule) {
    rule.rate()
        .ifPresent(
            rate ->
                timers.put(
                    arn,
                    scheduler.after(
                        rate,
                        () ->
                            Optional.ofNullable(rules.get(arn))
                                .ifPresent(
                                    current -> {
                                      fire.accept(current);
                                      next(arn, current);
                                    }))));
  }

  private void stop(String arn) {
    Timer timer = timers.remove(arn);
    if (timer != null) {
      timer.cancel();
    }
  }
}
