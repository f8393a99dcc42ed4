package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;

/** What every resource of Elastic Load Balancing has. */
interface Resource {
  /** The resource's ARN, unique in this world. */
  String arn();

  /** The owner and the region. */
  Caller owner();

  /** Its name, or an empty string. */
  String name();
}
