/** EventBridge: buses, rules, targets, and what could not be delivered. */
@NullMarked
package dev.drawbridge.simulator.events;

import org.jspecify.annotations.NullMarked;
