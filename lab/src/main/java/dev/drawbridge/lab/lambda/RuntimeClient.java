package dev.drawbridge.lab.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The command line of a worker: a JVM as Lambda starts one, with nothing but the runtime client on
 * its class path. The client itself finds the artefact, in its working directory.
 *
 * @param before what stands before the JVM, for example a program that pins it to one CPU
 * @param hosts the file that all look-ups of names are answered from
 */
record RuntimeClient(List<String> before, Path hosts) {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Far less than a function has: what fits here fits there. */
  private static final String HEAP = "-Xmx96m";

  /** The classes whose jars Lambda has in its own runtime directory. */
  private static final String RUNTIME =
      jarsOf(AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class);

  RuntimeClient {
    before = List.copyOf(before);
  }

  /** C1 and the serial collector are Lambda's own choice for one CPU. */
  List<String> command(String handler) {
    List<String> command = new ArrayList<>(before);
    command.addAll(jvm());
    command.add("-Djdk.net.hosts.file=" + hosts);
    command.addAll(List.of("-cp", RUNTIME, AWSLambda.class.getName(), handler));
    return command;
  }

  /** The same JVM for a class path of one's own. */
  List<String> command(String handler, String classPath) {
    List<String> command = new ArrayList<>(before);
    command.addAll(jvm());
    command.addAll(
        List.of(
            "-cp", RUNTIME + File.pathSeparator + classPath, AWSLambda.class.getName(), handler));
    return command;
  }

  private static List<String> jvm() {
    return List.of(
        JAVA.toString(),
        HEAP,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Djava.net.preferIPv4Stack=true",
        // Lambda's own hooks stand behind those of org.crac; without this none of ours runs.
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
  }

  private static String jarsOf(Class<?>... classes) {
    return Stream.of(classes)
        .map(RuntimeClient::jarOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no file holds " + type.getName(), e);
    }
  }
}
