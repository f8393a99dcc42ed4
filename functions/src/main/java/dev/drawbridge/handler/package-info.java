/** One class a task, named by its verb. */
@NullMarked
package dev.drawbridge.handler;

import org.jspecify.annotations.NullMarked;
