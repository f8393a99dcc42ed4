/** What every worker stands on: JSON, settings, clients, logging, priming. */
@NullMarked
package dev.drawbridge.runtime;

import org.jspecify.annotations.NullMarked;
