/** The four ways in which a worker fails; state machines name them, so they never move. */
@NullMarked
package dev.drawbridge.error;

import org.jspecify.annotations.NullMarked;
