package dev.drawbridge.simulator.operation;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** What all protocols need to know of the SDK's self-describing model classes. */
public final class Fields {
  private Fields() {}

  /** The member's value, or null where nobody set one: the SDK fills in empty collections. */
  public static @Nullable Object value(SdkField<?> field, SdkPojo pojo) {
    Object value = field.getValueOrDefault(pojo);
    boolean unset = value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
    return unset ? null : value;
  }

  /** Copies the members that both have, by their names. */
  public static void copy(SdkPojo from, SdkPojo to) {
    for (SdkField<?> field : from.sdkFields()) {
      to.sdkFields().stream()
          .filter(each -> each.memberName().equals(field.memberName()))
          .forEach(each -> each.set(to, field.getValueOrDefault(from)));
    }
  }

  /** Turns a builder that has been filled in into the immutable model object. */
  public static SdkPojo build(SdkPojo builder) {
    return (SdkPojo) ((Buildable) builder).build();
  }
}
