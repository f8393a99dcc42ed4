/**
 * Amazon EC2: VPCs, security groups, network interfaces and the provider's and consumer's side of
 * PrivateLink.
 */
@NullMarked
package dev.drawbridge.simulator.ec2;

import org.jspecify.annotations.NullMarked;
