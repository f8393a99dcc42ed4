/** Whether the path of a database is sound, and what is wrong with it if it is not. */
@NullMarked
package dev.drawbridge.inspection;

import org.jspecify.annotations.NullMarked;
