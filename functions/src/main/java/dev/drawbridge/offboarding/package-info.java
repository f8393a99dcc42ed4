/** A consumer leaves, and what was built for the last of them is taken down. */
@NullMarked
package dev.drawbridge.offboarding;

import org.jspecify.annotations.NullMarked;
