/** SQS: standard queues. */
@NullMarked
package dev.drawbridge.simulator.sqs;

import org.jspecify.annotations.NullMarked;
