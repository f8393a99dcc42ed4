/** Real MariaDB servers with GTID replication. */
@NullMarked
package dev.drawbridge.lab.mariadb;

import org.jspecify.annotations.NullMarked;
