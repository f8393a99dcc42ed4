package dev.drawbridge.simulator.delivery;

import dev.drawbridge.engine.time.Scheduler;
import java.time.Duration;
import java.util.List;

/** Delivers messages asynchronously, with the delays and faults of its settings. */
public final class Delivery {
  private final Scheduler scheduler;
  private final Target target;
  private final DeadLetters deadLetters;
  private DeliverySettings settings;

  /** A delivery for one service. */
  public Delivery(
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
    send(message, settings.retries().size());
  }

  /** Sends a message that is tried again at most so many times. */
  public void send(Message message, int mostRetries) {
    if (chance(settings.lossRate())) {
      return;
    }
    List<Duration> waits =
        settings.retries().subList(0, Math.min(mostRetries, settings.retries().size()));
    scheduler.after(delay(), () -> attempt(message, waits));
    if (chance(settings.doubleRate())) {
      scheduler.after(delay(), () -> attempt(message, waits));
    }
  }

  private void attempt(Message message, List<Duration> waits) {
    try {
      target.take(message);
    } catch (Target.Refused refused) {
      if (refused.again() && !waits.isEmpty()) {
        List<Duration> later = waits.subList(1, waits.size());
        scheduler.after(waits.getFirst(), () -> attempt(message, later));
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
