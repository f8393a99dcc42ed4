package dev.drawbridge.engine.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Task state's {@code Resource} names. */
public sealed interface Integration {
  /** What the state waits for. */
  Pattern pattern();

  /** A Lambda function by its own ARN: the older form, with events of its own in the history. */
  record Function(String arn) implements Integration {
    @Override
    public Pattern pattern() {
      return Pattern.REQUEST_RESPONSE;
    }
  }

  /**
   * A service integration.
   *
   * @param service for example {@code lambda}
   * @param action for example {@code invoke}
   */
  record Service(String service, String action, Pattern pattern) implements Integration {
    /** The resource as the history has it: action and pattern. */
    public String resource() {
      return action + pattern.suffix;
    }

    /** Service and action, for example {@code lambda:invoke}: the key of a {@link Catalogue}. */
    public String key() {
      return service + ":" + action;
    }
  }

  /** What the state waits for. */
  enum Pattern {
    /** The service's answer. */
    REQUEST_RESPONSE(""),
    /** The end of the job that was started. */
    SYNC(".sync"),
    /** The same, with the job's output as JSON instead of text. */
    SYNC_2(".sync:2"),
    /** A callback with the task's token. */
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

    private final String suffix;

    Pattern(String suffix) {
      this.suffix = suffix;
    }

    static Optional<Pattern> of(String suffix) {
      return java.util.Arrays.stream(values())
          .filter(pattern -> pattern.suffix.equals(suffix))
          .findFirst();
    }
  }

  /** Whether a resource ARN names an activity. */
  static boolean isActivity(String arn) {
    return Resources.ACTIVITY.matcher(arn).matches();
  }

  /** Reads a resource ARN; empty when it is of neither kind. */
  static Optional<Integration> parse(String arn) {
    if (Resources.FUNCTION.matcher(arn).matches()) {
      return Optional.of(new Function(arn));
    }
    Matcher service = Resources.SERVICE.matcher(arn);
    return service.matches()
        ? Pattern.of(service.group(3) == null ? "" : service.group(3))
            .map(pattern -> new Service(service.group(1), service.group(2), pattern))
        : Optional.empty();
  }
}
