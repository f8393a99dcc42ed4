/** What a database is, where its instances are, and whether it can be exposed. */
@NullMarked
package dev.drawbridge.discovery;

import org.jspecify.annotations.NullMarked;
