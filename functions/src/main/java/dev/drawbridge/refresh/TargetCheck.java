package dev.drawbridge.refresh;

import java.time.Instant;

/**
 * Output of CheckTargets.
 *
 * @param moved the truth has changed since discovery: nothing more is to be done in this pass
 * @param at when there was nothing more to wait for
 */
public record TargetCheck(boolean moved, Instant at) {}
