/** CloudWatch: the metrics that PrivateLink publishes of endpoint services. */
@NullMarked
package dev.drawbridge.simulator.cloudwatch;

import org.jspecify.annotations.NullMarked;
