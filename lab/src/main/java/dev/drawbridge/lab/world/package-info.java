/** The simulated world as threads from outside see it. */
@NullMarked
package dev.drawbridge.lab.world;

import org.jspecify.annotations.NullMarked;
