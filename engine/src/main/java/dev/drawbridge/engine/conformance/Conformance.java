package dev.drawbridge.engine.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a folder of recorded cases; its README says what they are. */
public final class Conformance {
  private Conformance() {}

  /** Runs every {@code .json} file below the folder, in the order of their names. */
  public static List<Verdict> run(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> verdict(folder, file))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + folder, unreadable);
    }
  }

  /**
   * Reports what was run: a line for each case that has not passed, then the counts.
   *
   * @return the exit status, 1 if any case failed
   */
  public static int report(List<Verdict> verdicts, PrintStream out) {
    for (Verdict verdict : verdicts) {
      if (verdict.result() != Verdict.Result.PASSED) {
        out.println("%s %s: %s".formatted(verdict.result(), verdict.id(), verdict.reason()));
      }
    }
    long failed = count(verdicts, Verdict.Result.FAILED);
    out.println(
        "%d passed, %d failed, %d refused"
            .formatted(
                count(verdicts, Verdict.Result.PASSED),
                failed,
                count(verdicts, Verdict.Result.REFUSED)));
    return failed == 0 ? 0 : 1;
  }

  /** How many cases have that result. */
  public static long count(List<Verdict> verdicts, Verdict.Result result) {
    return verdicts.stream().filter(verdict -> verdict.result() == result).count();
  }

  /** A case that breaks the runner is a failed case, and the others still run. */
  private static Verdict verdict(Path folder, Path file) {
    try {
      return new CaseRunner(ConformanceCase.read(folder, file)).run();
    } catch (RuntimeException broken) {
      return Verdict.failed(folder.relativize(file).toString(), "broke with " + broken);
    }
  }
}
