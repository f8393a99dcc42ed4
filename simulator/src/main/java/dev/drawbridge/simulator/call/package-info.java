/** Who called what: callers, the call log, and faults at any call. */
@NullMarked
package dev.drawbridge.simulator.call;

import org.jspecify.annotations.NullMarked;
