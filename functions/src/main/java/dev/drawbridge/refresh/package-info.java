/** The target groups follow the database: leases, targets, and what starts a run. */
@NullMarked
package dev.drawbridge.refresh;

import org.jspecify.annotations.NullMarked;
