/**
 * The state machines on an engine that is not ours: any endpoint that speaks Step Functions' API.
 */
@NullMarked
package dev.drawbridge.lab.engines;

import org.jspecify.annotations.NullMarked;
