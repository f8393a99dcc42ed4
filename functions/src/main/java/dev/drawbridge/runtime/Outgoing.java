package dev.drawbridge.runtime;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;

/**
 * An error as it leaves a worker: a sentence of bounded length, without a stack trace.
 *
 * <p>Lambda writes message and stack trace as JSON, which Step Functions takes as the cause of the
 * error and cuts after 32,768 characters (API reference, {@code TaskFailedEventDetails}): a state
 * that reads the message out of it needs the whole of it. The trace belongs in the worker's log.
 */
final class Outgoing {
  /** Characters of a message. */
  static final int LONGEST = 1_000;

  /** What a message says first is which field is wrong, and last what to do. */
  private static final int HEAD = 600;

  private static final String GAP = " ... ";

  private Outgoing() {}

  static RuntimeException of(RuntimeException error) {
    RuntimeException told = shortened(error);
    told.setStackTrace(new StackTraceElement[0]);
    return told;
  }

  /** Whether it says what is wrong by itself; of all others the log needs the trace. */
  static boolean isOurs(RuntimeException error) {
    return error instanceof InvalidRequest
        || error instanceof Conflict
        || error instanceof NotReady
        || error instanceof TransientFailure;
  }

  private static RuntimeException shortened(RuntimeException error) {
    String message = String.valueOf(error.getMessage());
    if (message.length() <= LONGEST) {
      return error;
    }
    String tail = message.substring(message.length() - (LONGEST - HEAD - GAP.length()));
    String shorter = message.substring(0, HEAD) + GAP + tail;
    return switch (error) {
      case InvalidRequest refused -> new InvalidRequest(shorter);
      case Conflict conflict -> new Conflict(shorter);
      case NotReady notYet -> new NotReady(shorter);
      case TransientFailure passing -> new TransientFailure(shorter);
      default -> error;
    };
  }
}
