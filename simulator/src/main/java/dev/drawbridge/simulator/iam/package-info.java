/**
 * Identity and Access Management: what each role may do.
 *
 * <p>Every call that comes through the door is turned into the questions that AWS asks about it
 * (action, resource, context; those of dependent actions included) and each is put to the policy of
 * the caller's role. A role without a policy here is an administrator: whoever sets a world up.
 */
@NullMarked
package dev.drawbridge.simulator.iam;

import org.jspecify.annotations.NullMarked;
