package dev.drawbridge.lab.upgrade;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields that a release's workers answer with, by worker. */
record AnswerFields(Map<String, Set<String>> byWorker) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static AnswerFields none() {
    return new AnswerFields(new TreeMap<>());
  }

  static AnswerFields read(Path file) throws IOException {
    return new AnswerFields(JSON.readValue(file.toFile(), new TypeReference<>() {}));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(byWorker) + "\n");
  }

  /** The same worker, whose answers are noted here. */
  LambdaFunction noting(String worker, LambdaFunction code) {
    return (in, out, invocation) -> {
      JsonNode answer = answer(code, in, invocation);
      Set<String> fields = byWorker.computeIfAbsent(worker, name -> new TreeSet<>());
      answer.fieldNames().forEachRemaining(fields::add);
      out.write(JSON.writeValueAsBytes(answer));
    };
  }

  /** The worker as that release knew it: what it answers besides is left out. */
  LambdaFunction only(String worker, LambdaFunction code) {
    Set<String> known = byWorker.get(worker);
    if (known == null) {
      return code;
    }
    return (in, out, invocation) -> {
      ObjectNode answer = (ObjectNode) answer(code, in, invocation);
      out.write(JSON.writeValueAsBytes(answer.retain(known)));
    };
  }

  private static JsonNode answer(LambdaFunction code, InputStream in, Invocation invocation)
      throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    code.handle(in, answer, invocation);
    return JSON.readTree(answer.toByteArray());
  }
}
