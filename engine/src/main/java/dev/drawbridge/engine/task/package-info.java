/** Tasks: what a state asks of a service, and how the answer comes back. */
@NullMarked
package dev.drawbridge.engine.task;

import org.jspecify.annotations.NullMarked;
