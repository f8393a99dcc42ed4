package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;

/** What every EC2 resource has. */
interface Row {
  /** The resource's id, unique in this world. */
  String id();

  /** The owner and the region. */
  Caller owner();

  /** Whether the caller's account owns it in the caller's region. */
  default boolean belongsTo(Caller caller) {
    return owner().account().equals(caller.account()) && owner().region().equals(caller.region());
  }
}
