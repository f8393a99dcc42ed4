package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * EC2 refuses a parameter that its operation does not know (EC2 API Reference, error codes), and
 * names it by the last part of its path. That the other Query services ignore one is UNCONFIRMED.
 */
final class UnknownParameters {
  /** What every request may have (EC2 API Reference, Common query parameters). */
  private static final Set<String> COMMON =
      Set.of(
          "Action",
          "Version",
          "AWSAccessKeyId",
          "Expires",
          "SecurityToken",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "Timestamp");

  private UnknownParameters() {}

  /**
   * Looks at the names of a form's parameters.
   *
   * @throws ServiceError UnknownParameter
   */
  static void check(SdkPojo request, Collection<String> names) {
    for (String name : names) {
      String[] path = name.split("\\.", -1);
      if (!COMMON.contains(name) && !known(request, path, 0)) {
        throw ServiceError.client(
            "UnknownParameter", "The parameter %s is not recognized".formatted(last(path)));
      }
    }
  }

  private static boolean known(SdkPojo pojo, String[] path, int at) {
    return at < path.length
        && pojo.sdkFields().stream()
            .filter(field -> field.locationName().equals(path[at]))
            .anyMatch(field -> known(field, path, at + 1));
  }

  private static boolean known(SdkField<?> field, String[] path, int at) {
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      return at == path.length
          || (path[at].matches("\\d+")
              && known(field.getTrait(ListTrait.class).memberFieldInfo(), path, at + 1));
    }
    if (type.equals(MarshallingType.SDK_POJO)) {
      return known(field.constructor().get(), path, at);
    }
    return at == path.length;
  }

  /** The last part that is a name; a number is a place in a list. */
  private static String last(String[] path) {
    @Nullable String last = null;
    for (String part : path) {
      last = part.matches("\\d+") ? last : part;
    }
    return last == null ? String.join(".", path) : last;
  }
}
