package dev.drawbridge.engine.step;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What a step takes from the world.
 *
 * @param now the time of the event
 * @param random for tokens, jitter and random intrinsic functions
 */
public record Surroundings(Instant now, RandomGenerator random) {}
