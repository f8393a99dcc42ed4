package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;

/** Finds whatever can carry tags by its ARN. */
record Taggable(ElbState state) {

  /** The ARN, or the error of its kind of resource when the caller has none such. */
  String checked(String arn, Caller caller) {
    if (arn.contains(":loadbalancer/")) {
      return state.loadBalancers.require(arn, caller).arn();
    }
    return arn.contains(":listener/")
        ? state.listeners.require(arn, caller).arn()
        : state.targetGroups.require(arn, caller).arn();
  }
}
