package dev.drawbridge.simulator.delivery;

import java.util.ArrayList;
import java.util.List;

/** All dead letters of the world, those that no queue of the account shows included. */
public final class DeadLetters {
  private final List<DeadLetter> letters = new ArrayList<>();
  private final Target queues;

  /**
   * No letters yet.
   *
   * @param queues takes the letters for which a queue is set up
   */
  public DeadLetters(Target queues) {
    this.queues = queues;
  }

  /** Keeps a letter, and puts it into its queue. */
  public void add(DeadLetter letter) {
    letters.add(letter);
    letter.queue().ifPresent(queue -> queues.take(queue, letter.payload()));
  }

  /** Every letter so far, oldest first. */
  public List<DeadLetter> all() {
    return List.copyOf(letters);
  }
}
