package dev.drawbridge.lab.cli;

import picocli.CommandLine.Command;

/** {@code drawbridge deny ID}. */
@Command(
    name = "deny",
    description = "Say no to a consumer's endpoint.",
    mixinStandardHelpOptions = true)
final class Deny extends Answer {
  @Override
  boolean approves() {
    return false;
  }
}
