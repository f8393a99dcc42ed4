package dev.drawbridge.lab.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port; 0 stands for any that is free. */
final class PortNumber implements ITypeConverter<Integer> {
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
      throw new TypeConversionException(
          "'%s' is not a port; give one from 0 to %d".formatted(text, HIGHEST));
    }
    return Integer.valueOf(text);
  }
}
