package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Asks for every path of a list, ten at a time and at a pace, since the run of each mails people
 * and SNS suspends an address that gets more than 10 messages in a second. It prints a line for
 * each in the list's order. Each line of the file is its own idempotency key, so that the same file
 * again goes on where it stopped and asks for nothing twice.
 */
record RequestList(ApiConnection api, PrintWriter out, Pace pace) {
  private static final int AT_A_TIME = 10;

  int run(Path file) {
    List<ObjectNode> requests = read(file);
    if (requests.isEmpty()) {
      throw empty(file);
    }
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<Line>> lines =
          requests.stream().map(request -> threads.submit(() -> ask(request))).toList();
      for (Future<Line> each : lines) {
        Line line = each.get();
        out.println(line.text());
        out.flush();
        refused += line.refused() ? 1 : 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted; the same file again goes on from here", e);
    } catch (ExecutionException e) {
      throw new LabException("a line of the list could not be asked: " + e.getCause(), e);
    }
    return refused == 0 ? 0 : 1;
  }

  private record Line(String text, boolean refused) {}

  private Line ask(ObjectNode request) {
    String pair =
        "%s,%s"
            .formatted(
                request.path("databaseIdentifier").asText(),
                request.path("consumerAccountId").asText());
    try {
      pace.await();
      ApiConnection.Reply reply =
          api.call("POST", "/onboardings", request, Map.of("Idempotency-Key", key(request)));
      return reply.succeeded()
          ? new Line(
              "%s,%s,%s"
                  .formatted(
                      pair, reply.body().path("status").asText(), reply.body().path("id").asText()),
              false)
          : new Line("%s,REFUSED,%s".formatted(pair, oneLine(reply.problem())), true);
    } catch (LabException unanswered) {
      return new Line(
          "%s,UNANSWERED,%s".formatted(pair, oneLine(String.valueOf(unanswered.getMessage()))),
          true);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "; ");
  }

  private static List<ObjectNode> read(Path file) {
    requireText(file);
    CsvMapper csv = new CsvMapper();
    csv.enable(CsvParser.Feature.TRIM_SPACES);
    csv.enable(CsvParser.Feature.SKIP_EMPTY_LINES);
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withComments();
    List<ObjectNode> requests = new ArrayList<>();
    try (var in = Files.newBufferedReader(file);
        MappingIterator<Map<String, String>> rows =
            csv.readerForMapOf(String.class).with(schema).readValues(in)) {
      while (rows.hasNext()) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        rows.next()
            .forEach(
                (field, value) -> {
                  if (!value.isBlank()) {
                    RequestFields.put(request, field, value);
                  }
                });
        requests.add(request);
      }
    } catch (JsonProcessingException e) {
      throw new LabException("%s is not a CSV file: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (RuntimeJsonMappingException e) {
      throw new LabException("%s is not a CSV file: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new LabException("there is no file %s; give --from a CSV file".formatted(file), e);
    } catch (IOException e) {
      throw new LabException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    return requests;
  }

  /** The parser's word for an empty file is about headers. */
  private static void requireText(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      if (lines.allMatch(String::isBlank)) {
        throw empty(file);
      }
    } catch (IOException | UncheckedIOException unreadable) {
      // reading it as a list says so
    }
  }

  private static LabException empty(Path file) {
    return new LabException(
        "%s asks for nothing; its first line names fields, for example databaseIdentifier,consumerAccountId, and each further line is a request"
            .formatted(file));
  }

  private static String key(ObjectNode request) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(request.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
