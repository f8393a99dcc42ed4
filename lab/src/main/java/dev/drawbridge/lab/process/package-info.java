/** Child processes that never outlive this one, and the directories that they work in. */
@NullMarked
package dev.drawbridge.lab.process;

import org.jspecify.annotations.NullMarked;
