package dev.drawbridge.simulator.rds;

/** The database engines that are modelled. Versions and families as of November 2026. */
public enum Engine {
  /** Aurora MySQL. */
  AURORA_MYSQL("aurora-mysql", "8.0.mysql_aurora.3.10.1", "aurora-mysql8.0", 3306),
  /** Aurora PostgreSQL. */
  AURORA_POSTGRESQL("aurora-postgresql", "17.5", "aurora-postgresql17", 5432),
  /** RDS for MySQL, also as a Multi-AZ DB cluster. */
  MYSQL("mysql", "8.4.6", "mysql8.4", 3306),
  /** RDS for MariaDB. */
  MARIADB("mariadb", "11.8.3", "mariadb11.8", 3306),
  /** RDS for PostgreSQL, also as a Multi-AZ DB cluster. */
  POSTGRESQL("postgres", "17.6", "postgres17", 5432),
  /** DocumentDB, which answers in this API too. */
  DOCDB("docdb", "5.0.0", "docdb5.0", 27017),
  /** Neptune, which answers in this API too. */
  NEPTUNE("neptune", "1.4.5.1", "neptune1.4", 8182),
  /** RDS for SQL Server, Standard Edition. */
  SQLSERVER_SE("sqlserver-se", "16.00.4215.2.v1", "sqlserver-se-16.0", 1433),
  /** RDS for Oracle, Enterprise Edition. */
  ORACLE_EE("oracle-ee", "19.0.0.0.ru-2026-07.rur-2026-07.r1", "oracle-ee-19", 1521);

  private final String id;
  private final String version;
  private final String family;
  private final int port;

  Engine(String id, String version, String family, int port) {
    this.id = id;
    this.version = version;
    this.family = family;
    this.port = port;
  }

  /** As the API names it, for example {@code aurora-mysql}. */
  public String id() {
    return id;
  }

  /** The engine version. */
  public String version() {
    return version;
  }

  /** The parameter group family. */
  public String family() {
    return family;
  }

  /** The port where none is given. */
  public int port() {
    return port;
  }

  /** Whether it is MySQL or a relative, which block hosts after interrupted handshakes. */
  public boolean mySqlFamily() {
    return this == AURORA_MYSQL || this == MYSQL || this == MARIADB;
  }

  /** Whether its databases are always clusters of instances over one storage. */
  public boolean clustered() {
    return aurora() || this == DOCDB || this == NEPTUNE;
  }

  /** Whether it is Aurora. */
  public boolean aurora() {
    return this == AURORA_MYSQL || this == AURORA_POSTGRESQL;
  }
}
