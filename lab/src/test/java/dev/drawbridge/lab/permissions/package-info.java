/**
 * What the roles of an installation may do, judged by every call that the tests of the lab made.
 */
@NullMarked
package dev.drawbridge.lab.permissions;

import org.jspecify.annotations.NullMarked;
