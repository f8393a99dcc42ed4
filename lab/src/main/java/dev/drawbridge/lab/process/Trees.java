package dev.drawbridge.lab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Directory trees, which the standard library copies one file at a time. */
public final class Trees {
  private Trees() {}

  /**
   * Copies what is under {@code from} into the existing directory {@code to}, with permissions.
   * Files that vanish meanwhile are left out: a database that is backed up while it serves removes
   * some.
   *
   * @param wanted told each path relative to {@code from}; a directory that is not wanted is made
   *     but left empty
   */
  public static void copy(Path from, Path to, Predicate<Path> wanted) {
    try {
      Files.walkFileTree(from, new Copier(from, to, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + from + " to " + to, e);
    }
  }

  private static final class Copier extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final Predicate<Path> wanted;

    private Copier(Path from, Path to, Predicate<Path> wanted) {
      this.from = from;
      this.to = to;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes)
        throws IOException {
      Path relative = from.relativize(source);
      Path target = to.resolve(relative);
      if (!Files.isDirectory(target)) {
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return source.equals(from) || wanted.test(relative)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path source, BasicFileAttributes attributes)
        throws IOException {
      Path relative = from.relativize(source);
      if (wanted.test(relative)) {
        try {
          Files.copy(source, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
