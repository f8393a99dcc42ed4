package dev.drawbridge.refresh;

import java.time.Duration;
import java.time.Instant;

/**
 * How long each part of one pass of refresh-targets took, the state machine's own time included.
 *
 * @param startedAt when the run had the lease, or had gone round
 * @param discovery until RDS had told what the database is
 * @param resolution until DNS agreed
 * @param switching until the writer was switched and readers were added
 * @param health until the new targets were healthy
 * @param confirmation until the truth was read again and a switch had settled
 */
public record Pass(
    Instant startedAt,
    Duration discovery,
    Duration resolution,
    Duration switching,
    Duration health,
    Duration confirmation) {}
