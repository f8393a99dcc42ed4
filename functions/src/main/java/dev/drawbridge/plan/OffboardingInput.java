package dev.drawbridge.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.model.OnboardingKey;

/** The input of a run of offboard-consumer, as a person would give it in the console. */
public final class OffboardingInput {
  private OffboardingInput() {}

  /** JSON. */
  public static String of(OnboardingKey key, boolean teardown) {
    ObjectNode input =
        JsonNodeFactory.instance
            .objectNode()
            .put("databaseIdentifier", key.databaseArn())
            .put("consumerAccountId", key.consumerAccountId())
            .put("teardown", teardown);
    if (!key.wholeAccount()) {
      input.put("consumerRoleArn", key.principal());
    }
    return input.toString();
  }
}
