package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run's directory and its child processes. When it closes, when the JVM ends, and even when the
 * JVM is killed, the processes die and the directory goes.
 */
public final class Workspace implements AutoCloseable {
  private final Path directory;
  private final Watchdog watchdog;
  private final Thread hook;
  private final List<Process> children = new ArrayList<>();
  private boolean closed;

  /** Makes a directory under {@code TMPDIR}, else {@code /tmp}, and starts its watchdog. */
  public Workspace() {
    this(temporary());
  }

  /**
   * Makes a directory under that one and starts its watchdog.
   *
   * @throws LabException where the database servers' user cannot write there
   */
  Workspace(Path temporary) {
    requireLinux();
    Account.forServers().requireWritable(temporary);
    try {
      directory = Files.createTempDirectory(temporary, "drawbridge-");
      // Servers that run as another user must be able to pass through.
      Files.setPosixFilePermissions(directory, Account.PASSABLE);
    } catch (IOException e) {
      throw new LabException("cannot make a working directory in %s".formatted(temporary), e);
    }
    watchdog = new Watchdog(directory);
    hook = new Thread(this::stop, "drawbridge-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The directory of this run. */
  public Path directory() {
    return directory;
  }

  /** A directory of that name that servers may write to. */
  public Path serverDirectory(String name) {
    try {
      Path made = Files.createDirectory(directory.resolve(name), Account.PRIVATE);
      return Account.forServers().own(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server; its output goes to {@code log}.
   *
   * @throws LabException where the program cannot be run
   */
  public Process start(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return start(builder, log);
  }

  /**
   * Starts a program that inherits nothing of this JVM's environment; its output goes to {@code
   * log}.
   *
   * @param environment all the variables that it has
   * @param at its working directory
   * @throws LabException where the program cannot be run
   */
  public Process startApart(
      List<String> command, Map<String, String> environment, Path at, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(at.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return start(builder, log);
  }

  private synchronized Process start(ProcessBuilder builder, Path log) {
    if (closed) {
      throw new LabException("the lab is stopping");
    }
    builder
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      watchdog.add(process.pid());
      children.add(process);
      return process;
    } catch (IOException e) {
      throw new LabException("cannot run " + builder.command().getFirst(), e);
    }
  }

  /** Kills one child at once (SIGKILL) and waits until the kernel has taken it away. */
  public synchronized void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (children.remove(process) && !closed) {
      watchdog.drop(process.pid());
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook runs or has run, and finds nothing left to do.
    }
  }

  private synchronized void stop() {
    if (closed) {
      return;
    }
    closed = true;
    watchdog.finish();
  }

  private static Path temporary() {
    String chosen = System.getenv("TMPDIR");
    return Path.of(
        chosen == null || chosen.isBlank() ? System.getProperty("java.io.tmpdir") : chosen);
  }

  private static void requireLinux() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      throw new LabException(
          "the lab gives every host an address in 127.0.0.0/8, which needs Linux; this is "
              + system);
    }
  }
}
