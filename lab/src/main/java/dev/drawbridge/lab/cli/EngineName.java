package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.database.Dialect;

/** The engines that the lab has real servers of, as the command line names them. */
enum EngineName {
  MARIADB("MariaDB"),
  POSTGRESQL("PostgreSQL");

  private final String title;

  EngineName(String title) {
    this.title = title;
  }

  /** As people write it. */
  String title() {
    return title;
  }

  /** How applications speak to it. */
  Dialect dialect() {
    return switch (this) {
      case MARIADB -> Dialect.MARIADB;
      case POSTGRESQL -> Dialect.POSTGRESQL;
    };
  }
}
