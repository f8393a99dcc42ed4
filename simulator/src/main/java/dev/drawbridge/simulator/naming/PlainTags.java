package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;

/**
 * Tags of the services that have no other rules than for them. The wordings are UNCONFIRMED.
 *
 * @param code what the service answers with
 * @param tooMany the same for more than fifty tags
 */
record PlainTags(String code, String tooMany) implements NamingRules {

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    Optional<String> reserved = TagKeys.reserved(tags);
    if (reserved.isPresent()) {
      throw ServiceError.client(
          code, "aws: prefixed tag key names are not allowed for external use: " + reserved.get());
    }
    Optional<String> repeated = TagKeys.repeated(tags);
    if (repeated.isPresent()) {
      throw ServiceError.client(
          code, "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    if (tags.size() > TagKeys.MOST) {
      throw ServiceError.client(
          tooMany, "The maximum number of tags on a resource is %d".formatted(TagKeys.MOST));
    }
  }
}
