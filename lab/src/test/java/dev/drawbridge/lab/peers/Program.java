package dev.drawbridge.lab.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the system's, run to its end with an environment that holds nothing but what it is
 * given.
 *
 * @param exitCode its status; -1 where it ran into the limit and was stopped
 * @param output what it wrote, errors included
 */
record Program(int exitCode, String output) {
  private static final long LIMIT_MINUTES = 10;

  /** Where Debian's packages are; what pip has put elsewhere must not take their place. */
  private static final String SEARCH_PATH = "/usr/bin:/bin";

  /**
   * Runs a command.
   *
   * @param home becomes its home and working directory
   */
  static Program run(Path home, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", SEARCH_PATH);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      return new Program(ended ? process.exitValue() : -1, Files.readString(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Whether Debian's package has put an executable there. */
  static boolean installed(String name) {
    return Files.isExecutable(Path.of("/usr/bin", name));
  }
}
