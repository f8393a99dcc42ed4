/** The state machines and the catalogue of everything that they start. */
@NullMarked
package dev.drawbridge.workflows;

import org.jspecify.annotations.NullMarked;
