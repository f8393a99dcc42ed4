/**
 * AWS's own integrations, for whoever wants a catalogue and answers like Step Functions': nothing
 * of the engine but the recordings depends on it.
 */
@NullMarked
package dev.drawbridge.engine.integration;

import org.jspecify.annotations.NullMarked;
