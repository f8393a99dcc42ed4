/** Tests that run the real workers under the real definitions on the virtual clock. */
@NullMarked
package dev.drawbridge.lab.scenario;

import org.jspecify.annotations.NullMarked;
