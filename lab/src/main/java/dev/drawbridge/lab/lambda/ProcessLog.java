package dev.drawbridge.lab.lambda;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a worker's process has written: whole lines go to the log of the lab. */
final class ProcessLog {
  private final Path file;
  private final Consumer<String> log;
  private long read;

  ProcessLog(Path file, Consumer<String> log) {
    this.file = file;
    this.log = log;
  }

  Path file() {
    return file;
  }

  /** Hands on what has come since the last time, up to the last whole line. */
  void forward() {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
      written.seek(read);
      byte[] bytes = new byte[Math.toIntExact(written.length() - read)];
      written.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      read += whole.getBytes(StandardCharsets.UTF_8).length;
      whole.lines().filter(line -> !line.isBlank()).forEach(log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
