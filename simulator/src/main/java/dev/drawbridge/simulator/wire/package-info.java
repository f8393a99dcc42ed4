/** AWS's wire protocols, read from the SDK's own model classes. */
@NullMarked
package dev.drawbridge.simulator.wire;

import org.jspecify.annotations.NullMarked;
