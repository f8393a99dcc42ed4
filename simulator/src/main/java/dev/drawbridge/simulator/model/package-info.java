/**
 * What AWS's own API models say of every request, and the check of a request against them.
 *
 * <p>The facts are resources of this package, with their notice; {@link
 * dev.drawbridge.simulator.model.RequestCheck} is the entrance. Each family of services has its own
 * code and wording for a request that breaks its model.
 */
@NullMarked
package dev.drawbridge.simulator.model;

import org.jspecify.annotations.NullMarked;
