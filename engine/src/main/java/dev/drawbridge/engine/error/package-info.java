/** What the engine refuses, and why. */
@NullMarked
package dev.drawbridge.engine.error;

import org.jspecify.annotations.NullMarked;
