package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;

/**
 * A security group; its rules are resources of their own.
 *
 * @param id {@code sg-} and 17 hexadecimal digits
 * @param owner the account and region
 * @param vpcId its VPC
 * @param name unique in the VPC
 * @param description cannot be changed
 */
public record SecurityGroupRecord(
    String id, Caller owner, String vpcId, String name, String description) implements Row {}
