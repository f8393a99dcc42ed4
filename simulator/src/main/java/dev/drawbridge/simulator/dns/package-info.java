/** Names that AWS serves: zones, and resolvers with caches. */
@NullMarked
package dev.drawbridge.simulator.dns;

import org.jspecify.annotations.NullMarked;
