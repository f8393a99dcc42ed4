package dev.drawbridge.model;

import java.time.LocalDate;

/**
 * The last day on which an endpoint carried anything.
 *
 * @param day in UTC
 * @param bytes of that day, both directions together
 */
public record LastBytes(LocalDate day, long bytes) {}
