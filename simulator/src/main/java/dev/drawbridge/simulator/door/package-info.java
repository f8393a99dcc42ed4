/** The one door: an HTTP request in, a response out. */
@NullMarked
package dev.drawbridge.simulator.door;

import org.jspecify.annotations.NullMarked;
