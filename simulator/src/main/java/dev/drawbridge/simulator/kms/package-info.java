/** KMS: symmetric keys that really encrypt. */
@NullMarked
package dev.drawbridge.simulator.kms;

import org.jspecify.annotations.NullMarked;
