package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that reads the process ids of servers from this JVM's pipe and kills them when the pipe
 * closes, which the kernel sees to however the JVM ends, SIGKILL included.
 *
 * <p>SIGQUIT comes first: it is PostgreSQL's immediate shutdown, which gives shared memory back.
 *
 * <p>It ignores the signals of a terminal: those are the JVM's to handle, and the pipe tells the
 * watchdog of the outcome.
 */
final class Watchdog {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=' '
      while read -r verb pid; do
        case $verb in
          add) pids="$pids$pid " ;;
          drop) pids="${pids%% $pid *} ${pids#* $pid }" ;;
        esac
      done
      for pid in $pids; do kill -QUIT "$pid"; done 2>/dev/null
      [ "$pids" = ' ' ] || sleep 0.3
      for pid in $pids; do kill -KILL "$pid"; done 2>/dev/null
      for try in 1 2 3 4 5 6 7 8 9 10; do
        rm -rf -- "$1" && break
        sleep 0.1
      done
      """;

  private final Process shell;
  private final Writer pipe;

  /**
   * @param directory removed once the servers are dead
   */
  Watchdog(Path directory) {
    List<String> command = new ArrayList<>();
    Programs.find("setsid").ifPresent(command::add); // survives a signal to the whole group
    command.addAll(List.of("sh", "-c", SCRIPT, "drawbridge-watchdog", directory.toString()));
    try {
      shell =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new LabException("cannot start sh, which guards the database servers", e);
    }
    pipe = shell.outputWriter();
  }

  void add(long pid) {
    tell("add " + pid);
  }

  /** The process has ended: its id may soon be somebody else's. */
  void drop(long pid) {
    tell("drop " + pid);
  }

  /** Stops what is left and removes the directory; returns when that is done. */
  void finish() {
    try {
      pipe.close();
      shell.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String line) {
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new LabException("the watchdog of the database servers has died", e);
    }
  }
}
