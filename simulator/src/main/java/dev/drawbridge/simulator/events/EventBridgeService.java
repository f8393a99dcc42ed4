package dev.drawbridge.simulator.events;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.delivery.DeadLetters;
import dev.drawbridge.simulator.delivery.Delivery;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.delivery.Message;
import dev.drawbridge.simulator.delivery.Target;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.event.ruler.Ruler;

/** EventBridge: the default bus of every account and region, its rules, and their schedules. */
public final class EventBridgeService implements EventBus {
  private final Delivery delivery;
  private final Envelopes envelopes;
  private final EventSettings settings;
  private final Rules rules;
  private final List<Consumer<String>> observers = new ArrayList<>();

  /**
   * A bus without rules.
   *
   * @param targets whom rules deliver to: Lambda, Step Functions, queues, topics
   */
  public EventBridgeService(
      Scheduler scheduler, Target targets, DeadLetters deadLetters, EventSettings settings) {
    this.settings = settings;
    this.delivery = new Delivery(scheduler, observed(targets), deadLetters, settings.delivery());
    this.envelopes = new Envelopes(scheduler);
    this.rules = new Rules(scheduler, rule -> deliver(rule, envelopes.scheduled(rule)));
  }

  /** The API. */
  public Service service() {
    return new Service(
        "events",
        Protocol.JSON_1_1,
        "AWSEvents",
        List.of(
            new DeleteRule(rules),
            new DescribeRule(rules),
            new DisableRule(rules),
            new EnableRule(rules),
            new ListRules(rules),
            new ListTargetsByRule(rules),
            new PutEvents(this, envelopes, settings),
            new PutRule(rules),
            new PutTargets(rules, settings),
            new RemoveTargets(rules),
            new ListTagsForResource(rules),
            new TagResource(rules),
            new UntagResource(rules)));
  }

  @Override
  public void put(String account, String region, String event) {
    rules.of(account, region).stream()
        .filter(RuleRecord::enabled)
        .filter(rule -> rule.pattern().filter(pattern -> matches(event, pattern)).isPresent())
        .forEach(rule -> deliver(rule, event));
  }

  /** Changes how events reach targets from now on. */
  public void delivery(DeliverySettings value) {
    delivery.settings(value);
  }

  /** Shows {@code observer} every event at the moment when a target has taken it. */
  public void onDelivered(Consumer<String> observer) {
    observers.add(observer);
  }

  private Target observed(Target targets) {
    return new Target() {
      @Override
      public void take(String arn, String payload) {
        targets.take(arn, payload);
        observers.forEach(observer -> observer.accept(payload));
      }

      @Override
      public void take(Message message) {
        targets.take(message);
        observers.forEach(observer -> observer.accept(message.payload()));
      }
    };
  }

  private void deliver(RuleRecord rule, String event) {
    for (RuleTarget target : rule.targets()) {
      delivery.send(
          new Message(rule.arn(), target.arn(), target.input().orElse(event), target.deadLetters()),
          target.retries());
    }
  }

  private static boolean matches(String event, String pattern) {
    try {
      return Ruler.matchesRule(event, pattern);
    } catch (Exception e) {
      // The pattern was checked when the rule was made, so it is the event that cannot be read.
      throw new IllegalArgumentException("not an event: " + event, e);
    }
  }
}
