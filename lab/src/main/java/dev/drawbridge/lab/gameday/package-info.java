/**
 * A day on which a real account is put to the test: a path for a test consumer, a failover of a
 * cluster that is meant for it, and what both have measured of our assumptions about AWS.
 */
@NullMarked
package dev.drawbridge.lab.gameday;

import org.jspecify.annotations.NullMarked;
