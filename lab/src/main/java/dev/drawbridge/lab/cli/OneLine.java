package dev.drawbridge.lab.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what has gone wrong: a stack trace helps nobody who has not written this. With
 * {@code --verbose} the trace follows.
 *
 * @param verbose whether it does
 */
record OneLine(boolean verbose) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int LONGEST_CHAIN = 5;

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    say(command.getErr(), "%s%s (see %s)".formatted(wrong(failure), meant(failure), help), failure);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    say(command.getErr(), words(failure), failure);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** A first word is a command, whatever place in the line it has. */
  private static String wrong(ParameterException failure) {
    boolean first = failure.getCommandLine().getParent() == null;
    return first && failure instanceof UnmatchedArgumentException unmatched
        ? "no such command: " + String.join(" ", unmatched.getUnmatched())
        : message(failure);
  }

  /** What a word that is none may have been meant to be. */
  private static String meant(ParameterException failure) {
    List<String> near =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** For what no command can catch: a thread of the lab that has died. */
  void uncaught(Thread thread, Throwable failure) {
    say(
        new PrintWriter(System.err, true, Charset.defaultCharset()),
        thread.getName() + ": " + words(failure),
        failure);
  }

  private void say(PrintWriter err, String words, Throwable failure) {
    err.println("drawbridge: " + words);
    if (verbose) {
      failure.printStackTrace(err);
    }
    err.flush();
  }

  /** The message, and those of its causes that say more. */
  private static String words(Throwable failure) {
    StringBuilder words = new StringBuilder(message(failure));
    Throwable cause = failure.getCause();
    for (int i = 0; cause != null && i < LONGEST_CHAIN; i++) {
      String more = message(cause);
      if (words.indexOf(more) < 0) {
        words.append(": ").append(more);
      }
      cause = cause.getCause();
    }
    return words.toString();
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.strip();
  }
}
