/** The pages as a browser, and as those who attack them, see them. */
@NullMarked
package dev.drawbridge.lab.pages;

import org.jspecify.annotations.NullMarked;
