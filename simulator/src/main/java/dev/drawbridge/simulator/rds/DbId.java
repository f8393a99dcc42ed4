package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import java.util.Locale;

/**
 * A database, parameter group or subnet group: identifiers are unique in an account and region.
 *
 * @param account the owner
 * @param region its region
 * @param name the identifier, lower case as AWS stores it
 */
public record DbId(String account, String region, String name) {

  static DbId of(Caller caller, String name) {
    return new DbId(caller.account(), caller.region(), name.toLowerCase(Locale.ROOT));
  }

  /** The same account and region, another name. */
  public DbId named(String other) {
    return new DbId(account, region, other);
  }

  /**
   * The ARN.
   *
   * @param kind {@code cluster}, {@code db}, {@code pg}, {@code cluster-pg} or {@code subgrp}
   */
  public String arn(String kind) {
    return new Caller(account, region, "").arn("rds", kind + ":" + name);
  }
}
