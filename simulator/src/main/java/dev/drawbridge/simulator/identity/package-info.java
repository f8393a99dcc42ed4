/**
 * IAM's API: roles with their trust and inline policies, kept as they are given. Whether a call is
 * allowed is judged elsewhere, by the policies that the installation hands over.
 */
@NullMarked
package dev.drawbridge.simulator.identity;

import org.jspecify.annotations.NullMarked;
