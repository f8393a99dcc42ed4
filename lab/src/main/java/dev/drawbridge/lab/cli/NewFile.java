package dev.drawbridge.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the name of a file that is to be written later, and refuses one that could not be: after a
 * failover has been played it is too late to say so.
 */
final class NewFile implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    if (text.isBlank()) {
      throw refused(text, "a file needs a name");
    }
    Path file = Path.of(text);
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw refused(text, "it is a directory; name a file in it");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw refused(text, "there is no directory " + directory + "; make it first");
    }
    if (!Files.isWritable(Files.exists(file) ? file : directory)) {
      throw refused(text, "you may not write there; choose another place");
    }
    return file;
  }

  private static TypeConversionException refused(String text, String why) {
    return new TypeConversionException("'%s' cannot be written: %s".formatted(text, why));
  }
}
