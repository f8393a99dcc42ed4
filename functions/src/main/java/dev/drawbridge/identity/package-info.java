/** Who asks and who says yes: identities, how they compare, and how many people a yes is. */
@NullMarked
package dev.drawbridge.identity;

import org.jspecify.annotations.NullMarked;
