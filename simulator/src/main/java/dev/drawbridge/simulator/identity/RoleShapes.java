package dev.drawbridge.simulator.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Roles in the API's shape. */
final class RoleShapes {
  private RoleShapes() {}

  static Role shape(dev.drawbridge.simulator.identity.Role role, Map<String, String> tags) {
    return Role.builder()
        .roleName(role.name())
        .path(role.path())
        .arn(role.arn())
        .roleId(role.id())
        .assumeRolePolicyDocument(Roles.encoded(role.trust()))
        .description(role.description().isEmpty() ? null : role.description())
        .maxSessionDuration(role.sessionSeconds())
        .createDate(role.created())
        .tags(tags.isEmpty() ? null : tags(tags))
        .build();
  }

  static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> b));
  }
}
