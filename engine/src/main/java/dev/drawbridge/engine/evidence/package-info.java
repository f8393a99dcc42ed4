/** How a settings record says, component by component, what its values rest on. */
@NullMarked
package dev.drawbridge.engine.evidence;

import org.jspecify.annotations.NullMarked;
