/**
 * What stands in front of a database: security group, target groups, load balancer, listeners,
 * service.
 */
@NullMarked
package dev.drawbridge.exposure;

import org.jspecify.annotations.NullMarked;
