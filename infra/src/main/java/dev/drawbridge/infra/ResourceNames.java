package dev.drawbridge.infra;

import dev.drawbridge.workflows.EventQueue;
import java.util.regex.Pattern;

/**
 * What everything of one installation is called in the account: names that are known before
 * anything exists, so that stacks refer to each other by them.
 *
 * @param prefix what every name begins with
 */
record ResourceNames(String prefix) {
  private static final Pattern RESERVED = Pattern.compile("aws|amazon|cognito");

  /** What the names of functions and state machines begin with. */
  String begin() {
    return prefix + "-";
  }

  /** A worker's function. */
  String function(String worker) {
    return begin() + worker;
  }

  /** A state machine of the catalogue. */
  String stateMachine(String name) {
    return begin() + name;
  }

  /** The table, which outlives the stack and can be taken back by its name. */
  String table() {
    return prefix;
  }

  /** The topic of endpoint connection notices. */
  String connectionsTopic() {
    return begin() + "connections";
  }

  /** The topic that people read. */
  String peopleTopic() {
    return begin() + "people";
  }

  /** The queue of what could not be delivered to a worker, or made it fail each time. */
  String deadLetters(String worker) {
    return begin() + "dead-letters-" + worker;
  }

  /** The queue of the events of RDS, as the worker's permissions name it. */
  String databaseEvents() {
    return begin() + EventQueue.NAME;
  }

  /** The API that callers sign. */
  String signedApi() {
    return prefix;
  }

  /** The API of the pages. */
  String pagesApi() {
    return begin() + "pages";
  }

  /** What the channel of a chat is configured as. */
  String slackChannel() {
    return begin() + "alarms";
  }

  /** What CloudWatch shows. */
  String dashboard() {
    return prefix;
  }

  /** Where Systems Manager keeps the id of an API, by the API's name. */
  String apiIdParameter(String api) {
    return "/%s/%s/id".formatted(prefix, api);
  }

  /** Where Systems Manager keeps the id of the pool that people sign in with. */
  String userPoolParameter() {
    return "/%s/user-pool/id".formatted(prefix);
  }

  /** Where Systems Manager keeps what that pool knows the pages by. */
  String clientParameter() {
    return "/%s/user-pool/client".formatted(prefix);
  }

  /**
   * What the name of the pool's sign-in page begins with.
   *
   * @throws IllegalArgumentException if Cognito keeps such names for itself ("Using your own domain
   *     for managed login", Amazon Cognito Developer Guide)
   */
  String signInDomain() {
    if (RESERVED.matcher(prefix).find()) {
      throw Setting.PREFIX.fault(
          "is \"%s\", and with userPool=on holds none of aws, amazon, cognito".formatted(prefix));
    }
    return prefix;
  }

  /** A stack, by what it is for. */
  String stack(String purpose) {
    return begin() + purpose;
  }
}
