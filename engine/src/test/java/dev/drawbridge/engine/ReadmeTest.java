package dev.drawbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern PRINTS = Pattern.compile("This prints `([^`]+)`");
  private static final String CLASS =
      """
      import dev.drawbridge.engine.definition.*;
      import dev.drawbridge.engine.path.*;
      import dev.drawbridge.engine.run.*;
      import dev.drawbridge.engine.step.*;
      import dev.drawbridge.engine.task.*;
      import dev.drawbridge.engine.time.*;
      import java.time.*;

      public class Example {
        public static void main(String[] arguments) {
          %s
        }
      }
      """;

  @Test
  void the_ten_lines_of_the_readme_compile_and_print_what_it_says(@TempDir Path folder)
      throws Exception {
    String example = found(EXAMPLE);
    assertThat(example.lines()).hasSizeLessThanOrEqualTo(10);
    Path source = folder.resolve("Example.java");
    Files.writeString(source, CLASS.replace("%s", example));

    assertThat(compiled(source)).isZero();
    assertThat(printed(folder)).isEqualTo(found(PRINTS));
  }

  private static int compiled(Path source) {
    return ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString());
  }

  private static String printed(Path folder) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    URI here = folder.toUri();
    try (URLClassLoader loader = new URLClassLoader(new java.net.URL[] {here.toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Example")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private static String found(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(Path.of("README.md")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
