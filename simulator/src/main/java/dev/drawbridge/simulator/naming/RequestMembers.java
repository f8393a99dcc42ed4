package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.operation.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The texts and tags of a request, wherever they stand.
 *
 * @param texts texts and texts in lists, with the name of their member
 * @param tags each list of structures that have a key and a value
 */
record RequestMembers(List<Text> texts, List<List<Tag>> tags) {

  /** A text under its member's name, as the model spells it. */
  record Text(String member, String value) {}

  /** A tag; a null value where only the key is given. */
  record Tag(@Nullable String key, @Nullable String value) {}

  static RequestMembers of(SdkPojo request) {
    RequestMembers members = new RequestMembers(new ArrayList<>(), new ArrayList<>());
    members.structure(request);
    return members;
  }

  private void structure(SdkPojo pojo) {
    for (SdkField<?> field : pojo.sdkFields()) {
      member(field.memberName(), Fields.value(field, pojo));
    }
  }

  private void member(String name, @Nullable Object value) {
    switch (value) {
      case String text -> texts.add(new Text(name, text));
      case List<?> list when name.equalsIgnoreCase("tags") && pojos(list) -> tags.add(tags(list));
      case Map<?, ?> map when name.equalsIgnoreCase("tags") -> tags.add(tags(map));
      case List<?> list -> list.forEach(item -> member(name, item));
      case SdkPojo pojo -> structure(pojo);
      case null, default -> {}
    }
  }

  private static boolean pojos(List<?> list) {
    return list.stream().allMatch(SdkPojo.class::isInstance);
  }

  private static List<Tag> tags(List<?> list) {
    return list.stream().map(item -> tag((SdkPojo) item)).toList();
  }

  /** Some services have tags as a map. */
  private static List<Tag> tags(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(tag -> new Tag(String.valueOf(tag.getKey()), String.valueOf(tag.getValue())))
        .toList();
  }

  private static Tag tag(SdkPojo pojo) {
    @Nullable String key = text(pojo, "Key");
    // KMS alone writes TagKey and TagValue.
    return key == null
        ? new Tag(text(pojo, "TagKey"), text(pojo, "TagValue"))
        : new Tag(key, text(pojo, "Value"));
  }

  private static @Nullable String text(SdkPojo pojo, String name) {
    for (SdkField<?> field : pojo.sdkFields()) {
      boolean named = field.memberName().equalsIgnoreCase(name);
      if (named && Fields.value(field, pojo) instanceof String text) {
        return text;
      }
    }
    return null;
  }
}
