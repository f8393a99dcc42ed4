/** A person is asked and answers; waiting runs are woken. */
@NullMarked
package dev.drawbridge.consent;

import org.jspecify.annotations.NullMarked;
