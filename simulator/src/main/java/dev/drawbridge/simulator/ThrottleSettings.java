package dev.drawbridge.simulator;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.simulator.operation.Bucket;

/**
 * How often an account may call RDS, EC2 and Step Functions in a region; Elastic Load Balancing has
 * settings of its own.
 *
 * @param applied whether calls are throttled at all
 * @param ec2Reads each Describe operation of EC2 has a bucket of its own
 * @param ec2Changes each other operation of EC2 has one
 * @param rds each operation of RDS has one
 * @param startExecution in all regions but N. Virginia, Oregon and Ireland
 * @param describeExecution in all regions but N. Virginia, Oregon and Ireland
 */
public record ThrottleSettings(
    @Chosen("off, so that a test is throttled only where it is about that") boolean applied,
    @Published("Request throttling for the Amazon EC2 API: 100 and 20 a second") Bucket ec2Reads,
    @Unconfirmed("as most changes of EC2 that are not listed one by one") Bucket ec2Changes,
    @Unconfirmed("AWS publishes nothing for RDS; as reads of EC2") Bucket rds,
    @Published("Step Functions service quotas, API action throttling") Bucket startExecution,
    @Published("Step Functions service quotas, API action throttling") Bucket describeExecution) {

  /** What AWS publishes, and labelled assumptions where it publishes nothing. */
  public static ThrottleSettings published() {
    return new ThrottleSettings(
        false,
        new Bucket(100, 20),
        new Bucket(50, 5),
        new Bucket(100, 20),
        new Bucket(800, 150),
        new Bucket(250, 10));
  }

  /** The same, applied. */
  public ThrottleSettings on() {
    return new ThrottleSettings(true, ec2Reads, ec2Changes, rds, startExecution, describeExecution);
  }
}
