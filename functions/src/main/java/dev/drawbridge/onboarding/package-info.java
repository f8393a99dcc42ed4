/**
 * A consumer is let in: the request, the claim, the wait for its endpoint, the acceptance, the
 * result.
 */
@NullMarked
package dev.drawbridge.onboarding;

import org.jspecify.annotations.NullMarked;
