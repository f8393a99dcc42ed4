package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FunctionsJarIT {
  /** Unzipped, of a function's code ("Lambda quotas", AWS Lambda Developer Guide). */
  private static final long LAMBDA_LIMIT = 250L * 1024 * 1024;

  private static final Path JAR = Path.of(System.getProperty("functions.jar"));

  @Test
  void every_worker_of_the_catalogue_loads_from_the_jar_alone() throws Exception {
    URL[] jar = {JAR.toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Class<?> handler = alone.loadClass(RequestStreamHandler.class.getName());
      for (WorkerFunction worker : Catalogue.workers()) {
        Class<?> type = alone.loadClass(worker.handlerClass());
        assertThat(handler.isAssignableFrom(type)).as(worker.name()).isTrue();
        assertThat(type.getConstructor()).as(worker.name()).isNotNull();
      }
    }
  }

  @Test
  void neither_the_simulator_nor_an_unused_http_client_is_in_the_jar() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .noneMatch(name -> name.startsWith("dev/drawbridge/simulator/"))
          .noneMatch(name -> name.startsWith("io/netty/"))
          .noneMatch(name -> name.startsWith("org/apache/http/"))
          .noneMatch(name -> name.startsWith("software/amazon/awssdk/http/apache/"))
          .noneMatch(name -> name.startsWith("software/amazon/awssdk/http/nio/"));
    }
  }

  @Test
  void the_jar_fits_into_a_lambda_function() throws Exception {
    List<JarEntry> entries;
    try (JarFile jar = new JarFile(JAR.toFile())) {
      entries = jar.stream().collect(Collectors.toList());
    }
    long unzipped = entries.stream().mapToLong(JarEntry::getSize).sum();
    System.out.printf(
        "functions jar: %,d bytes, %,d unzipped, %,d entries%n",
        JAR.toFile().length(), unzipped, entries.size());
    assertThat(unzipped).isLessThan(LAMBDA_LIMIT);
  }
}
