package dev.drawbridge.simulator.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All dead letters of the world, those that no queue of the account shows included. */
public final class DeadLetters {
  private final List<DeadLetter> letters = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
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
    letter.queue().ifPresent(queue -> put(letter, queue));
  }

  /**
   * A function's letters are sent in the name of its role ("Adding a dead-letter queue", AWS Lambda
   * Developer Guide), so only others need the queue's policy; what it does not let in is lost.
   */
  private void put(DeadLetter letter, String queue) {
    Message message = new Message(letter.source(), queue, letter.payload(), Optional.empty());
    try {
      if (message.sender().equals("lambda.amazonaws.com")) {
        queues.take(queue, letter.payload());
      } else {
        queues.take(message);
      }
    } catch (Target.Refused refused) {
      lost.add(String.valueOf(refused.getMessage()));
    }
  }

  /** Why letters reached no queue although one is set up, oldest first. */
  public List<String> lost() {
    return List.copyOf(lost);
  }

  /** Every letter so far, oldest first. */
  public List<DeadLetter> all() {
    return List.copyOf(letters);
  }
}
