package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is run to its end.
 *
 * @param purpose what the user is told has failed, where it fails
 */
public record Command(String purpose, List<String> line) {

  /**
   * Runs it with that on its standard input.
   *
   * @throws LabException with its output where it fails
   */
  public void run(String input) {
    try {
      Path output = Files.createTempFile("drawbridge-", ".log");
      try {
        requireSuccess(start(output, input).waitFor(), output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(purpose + ": cannot run " + line.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException(purpose + ": interrupted", e);
    }
  }

  private Process start(Path output, String input) throws IOException {
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended before it had read all: its exit code and output say why.
      return process;
    }
    return process;
  }

  private void requireSuccess(int code, Path output) throws IOException {
    if (code != 0) {
      throw new LabException(
          "%s failed with exit code %d%n%s".formatted(purpose, code, Files.readString(output)));
    }
  }
}
