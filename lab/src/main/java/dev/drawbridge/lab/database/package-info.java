/** A database cluster of real servers: what every engine offers to the lab. */
@NullMarked
package dev.drawbridge.lab.database;

import org.jspecify.annotations.NullMarked;
