/** What a definition says: reading, validation, and what is not supported. */
@NullMarked
package dev.drawbridge.engine.definition;

import org.jspecify.annotations.NullMarked;
