package dev.drawbridge.simulator.delivery;

import dev.drawbridge.simulator.time.Scheduler;
import java.time.Duration;

/** Delivers messages asynchronously, with the delays and faults of its settings. */
public final class Courier {
  private final Scheduler scheduler;
  private final Target target;
  private final DeadLetters deadLetters;
  private DeliverySettings settings;

  /** A courier for one service. */
  public Courier(
      Scheduler scheduler, Target target, DeadLetters deadLetters, DeliverySettings settings) {
    this.scheduler = scheduler;
    this.target = target;
    this.deadLetters = deadLetters;
    this.settings = settings;
  }

  /** Changes how messages are delivered that are sent from now on. */
  public void settings(DeliverySettings value) {
    settings = value;
  }

  /** Sends a message, or loses it. */
  public void send(Message message) {
    if (chance(settings.lossRate())) {
      return;
    }
    scheduler.after(delay(), () -> attempt(message, settings, 0));
    if (chance(settings.doubleRate())) {
      scheduler.after(delay(), () -> attempt(message, settings, 0));
    }
  }

  private void attempt(Message message, DeliverySettings rules, int tries) {
    try {
      target.take(message.target(), message.payload());
    } catch (Target.Refused refused) {
      if (refused.again() && tries < rules.retries().size()) {
        scheduler.after(rules.retries().get(tries), () -> attempt(message, rules, tries + 1));
      } else {
        bury(message, refused);
      }
    }
  }

  private void bury(Message message, Target.Refused refused) {
    deadLetters.add(
        new DeadLetter(
            scheduler.now(),
            message.source(),
            message.target(),
            message.deadLetters(),
            message.payload(),
            String.valueOf(refused.getMessage())));
  }

  private Duration delay() {
    Duration delay = settings.delay().draw(scheduler.random());
    return chance(settings.lateRate())
        ? delay.plus(settings.late().draw(scheduler.random()))
        : delay;
  }

  private boolean chance(double rate) {
    return rate > 0 && scheduler.random().nextDouble() < rate;
  }
}
