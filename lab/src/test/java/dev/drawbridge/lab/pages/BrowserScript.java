package dev.drawbridge.lab.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A play of {@code lab/src/test/browser}, which drives a real browser while the world goes on. */
public final class BrowserScript {
  private static final Path HOME = Path.of(System.getProperty("drawbridge.home", ".."));

  private final Process node;
  private final CompletableFuture<String> said;

  private BrowserScript(Process node) {
    this.node = node;
    this.said =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                return "node's output cannot be read: " + e;
              }
            },
            // Not in the common pool: on two cores it has one thread, by which processes' ends are
            // told.
            task -> Thread.ofVirtual().start(task));
  }

  /** Begins to play. */
  public static BrowserScript start(String script, String play, String url) {
    try {
      return new BrowserScript(
          new ProcessBuilder(
                  "node",
                  HOME.resolve("lab/src/test/browser").resolve(script).toString(),
                  play,
                  url)
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new AssertionError("node is needed to drive a browser", e);
    }
  }

  /** Waits until it is over, and fails with what it said if it went wrong. */
  public void end(long patienceSeconds) {
    try {
      boolean over = node.waitFor(patienceSeconds, TimeUnit.SECONDS);
      node.destroyForcibly();
      String all = said.join();
      assertThat(over).as(all).isTrue();
      assertThat(node.exitValue()).as(all).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      node.destroyForcibly();
    }
  }
}
