package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Locale;

/** KMS: an id that cannot be one is not found, in words of its own. */
record KmsNaming() implements NamingRules {
  private static final String ID = "(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    if (!member.equals("KeyId") || value.startsWith("alias/")) {
      return;
    }
    boolean arn = value.startsWith("arn:");
    String shape = arn ? "arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:(key/" + ID + "|alias/.+)" : ID;
    if (!value.toLowerCase(Locale.ROOT).matches(shape)) {
      throw ServiceError.client(
          "NotFoundException",
          arn ? "Invalid arn " + value : "Invalid keyId '%s'".formatted(value));
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    new PlainTags("TagException", "TagException").tags(operation, tags);
  }
}
