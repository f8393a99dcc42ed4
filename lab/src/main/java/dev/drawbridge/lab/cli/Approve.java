package dev.drawbridge.lab.cli;

import picocli.CommandLine.Command;

/** {@code drawbridge approve ID}. */
@Command(
    name = "approve",
    description = "Say yes to a consumer's endpoint.",
    mixinStandardHelpOptions = true)
final class Approve extends Answer {
  @Override
  boolean approves() {
    return true;
  }
}
