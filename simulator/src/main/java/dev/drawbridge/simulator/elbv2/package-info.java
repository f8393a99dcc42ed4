/**
 * Elastic Load Balancing version 2: Network Load Balancers with TCP listeners and targets by
 * address.
 */
@NullMarked
package dev.drawbridge.simulator.elbv2;

import org.jspecify.annotations.NullMarked;
