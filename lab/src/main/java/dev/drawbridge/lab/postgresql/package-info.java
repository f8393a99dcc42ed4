/** Real PostgreSQL servers with streaming replication. */
@NullMarked
package dev.drawbridge.lab.postgresql;

import org.jspecify.annotations.NullMarked;
