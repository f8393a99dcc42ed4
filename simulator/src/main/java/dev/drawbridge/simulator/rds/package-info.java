/** RDS and Aurora: databases, their names, failovers and events. */
@NullMarked
package dev.drawbridge.simulator.rds;

import org.jspecify.annotations.NullMarked;
