/** Subnets, routes, interfaces and security groups. */
@NullMarked
package dev.drawbridge.aws.ec2;

import org.jspecify.annotations.NullMarked;
