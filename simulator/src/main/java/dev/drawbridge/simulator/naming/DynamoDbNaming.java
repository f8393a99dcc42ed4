package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;

/** DynamoDB: names of tables. The limits of keys and items need the table and stand there. */
record DynamoDbNaming() implements NamingRules {

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    boolean table = member.equals("TableName") && !value.startsWith("arn:");
    if (table && !value.matches("[a-zA-Z0-9_.-]{3,255}")) {
      throw ServiceError.client(
          "ValidationException",
          "Invalid table/index name.  Table/index names must be between 3 and 255 characters long,"
              + " and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }
  }
}
