/**
 * ARNs, ids, names and tags: what each service demands of them beyond its API model, in one class a
 * service. A rule goes by the name of the request's member, wherever it stands, so that a new
 * operation is under it by itself.
 */
@NullMarked
package dev.drawbridge.simulator.naming;

import org.jspecify.annotations.NullMarked;
