package dev.drawbridge.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition, in AWS's words.
 *
 * @param code for example {@code SCHEMA_VALIDATION_FAILED}
 * @param location where, as {@code /States/Name/Field}; null where AWS gives none
 */
public record Diagnostic(String code, String message, @Nullable String location) {
  /** The commonest code. */
  public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

  /** As it stands within the message of {@code InvalidDefinition}. */
  public String inMessage() {
    return "%s: %s at %s".formatted(code, message, location);
  }
}
