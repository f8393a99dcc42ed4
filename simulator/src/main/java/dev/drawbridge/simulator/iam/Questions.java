package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What AWS asks IAM about each request: the resource types and condition keys of an action
 * ("Service Authorization Reference"). An operation that is not listed is asked about without a
 * resource.
 */
final class Questions {
  private final Map<Class<?>, BiFunction<SdkPojo, Caller, List<Authorization>>> byRequest =
      new HashMap<>();

  /** Says what is asked about requests of one class. */
  <R extends SdkPojo> Questions on(
      Class<R> request, BiFunction<R, Caller, List<Authorization>> questions) {
    byRequest.put(request, (made, caller) -> questions.apply(request.cast(made), caller));
    return this;
  }

  /** What is asked about the operation itself, then about its dependent actions. */
  List<Authorization> about(String action, SdkPojo request, Caller caller) {
    var listed = byRequest.get(request.getClass());
    List<Authorization> all =
        new ArrayList<>(
            listed == null ? List.of(Authorization.of(action)) : listed.apply(request, caller));
    all.addAll(DependentActions.of(action, caller));
    return all;
  }
}
