package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drawbridge.error.InvalidRequest;

/**
 * How the writer's port is brought from one writer to the next.
 *
 * <p>A value that we know and do not offer is refused with the reason, so that nobody waits for an
 * effect that will not come.
 */
public enum Switching {
  /** One target group for the writer, in which one target takes the place of another. */
  REGISTER("register"),
  /**
   * The writer's listener is led to the group that the new writer has anyway, and that is healthy.
   */
  REPOINT("repoint");

  private final String text;

  Switching(String text) {
    this.text = text;
  }

  /**
   * The mode of that name. Earlier releases called it {@code classic}: executions that they have
   * started still hold that word.
   *
   * @throws InvalidRequest for every other name
   */
  @JsonCreator
  public static Switching of(String text) {
    return switch (text) {
      case "register", "classic" -> REGISTER;
      case "warm" ->
          throw refused(
              text,
              "weighted target groups were given up, since nobody knows how long a change of"
                  + " weights takes");
      case "repoint" -> REPOINT;
      default -> throw refused(text, "no such mode");
    };
  }

  /** As our JSON spells it. */
  @JsonValue
  public String text() {
    return text;
  }

  private static InvalidRequest refused(String text, String why) {
    return new InvalidRequest(
        "switching", "\"%s\": %s; say \"register\" or \"repoint\"".formatted(text, why));
  }
}
