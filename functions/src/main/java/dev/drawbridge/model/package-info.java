/** State contracts: what several features share and what a waiting execution may still hold. */
@NullMarked
package dev.drawbridge.model;

import org.jspecify.annotations.NullMarked;
