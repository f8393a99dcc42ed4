package dev.drawbridge.lab.gameday;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Connects anew through the path and asks whether the server that answers accepts writes; it writes
 * nothing. Time-outs belong into the URL.
 */
public record WriteProbe(String jdbcUrl, String user, String password) {

  /** Whether a new connection reaches a server that accepts writes. */
  public boolean writes() {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    try (Connection connection = DriverManager.getConnection(jdbcUrl, login);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question())) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException unreachable) {
      return false;
    }
  }

  /** Aurora MySQL's readers set innodb_read_only, other replicas read_only. */
  private String question() {
    return jdbcUrl.startsWith("jdbc:postgresql:")
        ? "SELECT NOT pg_is_in_recovery()"
        : "SELECT @@global.read_only + @@global.innodb_read_only = 0";
  }
}
