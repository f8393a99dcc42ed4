package dev.drawbridge.refresh;

import java.time.Instant;

/**
 * Output of CheckTargets.
 *
 * @param moved the truth has changed since discovery: nothing more is to be done in this pass
 * @param at when there was nothing more to wait for
 * @param looks whether somebody has taken targets out of a group, so that the next pass has to read
 *     what there is
 */
public record TargetCheck(boolean moved, Instant at, boolean looks) {}
