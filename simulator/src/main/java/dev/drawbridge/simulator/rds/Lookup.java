package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Reads what callers name: identifiers may be names or ARNs. */
final class Lookup {
  private Lookup() {}

  /** The id behind a name or an ARN of the caller's own account and region. */
  static DbId id(Caller caller, String nameOrArn) {
    String name =
        nameOrArn.startsWith("arn:")
            ? nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1)
            : nameOrArn;
    return DbId.of(caller, name);
  }

  /** Those of the caller's account and region. */
  static <T> List<T> own(Caller caller, Collection<T> all, Function<T, DbId> id) {
    return all.stream()
        .filter(item -> id.apply(item).account().equals(caller.account()))
        .filter(item -> id.apply(item).region().equals(caller.region()))
        .toList();
  }

  /** The ARN of a resource to be tagged, or listed, as its parts: kind and id. */
  static String[] tagged(Caller caller, String arn) {
    String[] parts = arn.split(":", 7);
    if (parts.length < 7 || !parts[2].equals("rds") || !parts[4].equals(caller.account())) {
      throw ServiceError.client("InvalidParameterValue", "The specified resource name is invalid");
    }
    return new String[] {parts[5], parts[6]};
  }
}
