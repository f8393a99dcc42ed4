package dev.drawbridge.simulator.iam;

import java.util.List;

/** The policy of a role. */
public record Policy(List<Statement> statements) {
  /** Keeps a copy. */
  public Policy {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a policy document.
   *
   * @throws IllegalArgumentException if it is not one, or uses what is not modelled
   */
  public static Policy parse(String document) {
    return new PolicyReader().read(document);
  }

  /** What it says of one question ("Policy evaluation logic", IAM User Guide). */
  public Decision judge(Authorization asked) {
    Decision decision = Decision.DENIED;
    for (Statement statement : statements) {
      if (statement.applies(asked)) {
        if (!statement.allow()) {
          return Decision.EXPLICITLY_DENIED;
        }
        decision = Decision.ALLOWED;
      }
    }
    return decision;
  }

  /** Whether it allows that. */
  public boolean allows(Authorization asked) {
    return judge(asked) == Decision.ALLOWED;
  }
}
