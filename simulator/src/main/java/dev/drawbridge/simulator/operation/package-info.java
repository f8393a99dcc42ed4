/** What a service is made of: operations, errors, and the table that finds them. */
@NullMarked
package dev.drawbridge.simulator.operation;

import org.jspecify.annotations.NullMarked;
