package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * The target groups of an exposed database, by ARN.
 *
 * @param vpcId where their addresses are; null where nobody has asked, and in what earlier releases
 *     wrote
 */
public record TargetGroups(String writerArn, String readerArn, @Nullable String vpcId) {
  /** Groups of a VPC that nobody has asked about. */
  public TargetGroups(String writerArn, String readerArn) {
    this(writerArn, readerArn, null);
  }

  /** The same, of this VPC. */
  public TargetGroups in(String vpc) {
    return new TargetGroups(writerArn, readerArn, vpc);
  }

  /**
   * Whether what stands in a VPC has its addresses elsewhere: here they are another host's, or
   * nobody's, where both VPCs use one block.
   *
   * @param other empty while RDS shows none
   */
  public boolean elsewhere(String other) {
    return vpcId != null && !other.isEmpty() && !vpcId.equals(other);
  }
}
