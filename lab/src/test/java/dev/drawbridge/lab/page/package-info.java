/** The lab's page as a browser, and as those who want to misuse it, see it. */
@NullMarked
package dev.drawbridge.lab.page;

import org.jspecify.annotations.NullMarked;
