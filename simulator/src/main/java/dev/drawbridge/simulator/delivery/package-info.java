/** At-least-once delivery: late, lost, doubled, out of order, and dead letters. */
@NullMarked
package dev.drawbridge.simulator.delivery;

import org.jspecify.annotations.NullMarked;
