package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.Fields;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * SQS as clients from before November 2023 speak it: AWS Query with flattened lists under singular
 * names. The SDK's classes have the JSON protocol's names, so the form and the answer are renamed.
 */
record SqsQueryCodec() implements Codec {
  private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

  /** The codes that the errors have in Query (API model, {@code error.code}). */
  static final Map<String, String> CODES =
      Map.of(
          "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
          "QueueNameExists", "QueueAlreadyExists");

  /** Lists and maps of requests as Query has them, and as the SDK's classes do. */
  private static final Map<String, String> LISTS =
      Map.of("AttributeName.", "AttributeNames.member.");

  private static final Map<String, String> MAPS =
      Map.of("Attribute.", "Attributes.entry.", "Tag.", "tags.entry.");

  private static final QueryCodec QUERY = new QueryCodec(NAMESPACE, false);

  @Override
  public String operation(HttpCall call) {
    return QUERY.operation(call);
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    NavigableMap<String, String> renamed = new TreeMap<>();
    QueryCodec.form(call).forEach((name, value) -> renamed.put(renamed(name), value));
    try {
      return new FormReader(renamed, false).read(operation.newRequest(), "");
    } catch (Scalars.Unreadable e) {
      throw ServiceError.client("MalformedInput", String.valueOf(e.getMessage()));
    }
  }

  private static String renamed(String name) {
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      if (name.startsWith(list.getKey())) {
        return list.getValue() + name.substring(list.getKey().length());
      }
    }
    for (Map.Entry<String, String> map : MAPS.entrySet()) {
      if (name.startsWith(map.getKey())) {
        return (map.getValue() + name.substring(map.getKey().length()))
            .replaceFirst("\\.(Name|Key)$", ".key")
            .replaceFirst("\\.Value$", ".value");
      }
    }
    return name;
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    try {
      XmlWriter xml = new XmlWriter(operation + "Response", NAMESPACE);
      xml.open(operation + "Result");
      for (SdkField<?> field : response.sdkFields()) {
        member(xml, field.memberName(), Fields.value(field, response));
      }
      xml.close();
      xml.open("ResponseMetadata");
      xml.leaf("RequestId", requestId);
      xml.close();
      return HttpReply.of(200, QueryCodec.XML, xml.finish());
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write the response of " + operation, e);
    }
  }

  private static void member(XmlWriter xml, String name, @Nullable Object value)
      throws XMLStreamException {
    switch (value) {
      case List<?> list -> {
        for (Object item : list) {
          xml.open(name.substring(0, name.length() - 1));
          xml.members((SdkPojo) item);
          xml.close();
        }
      }
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          xml.open(name.substring(0, name.length() - 1));
          xml.leaf("Name", entry.getKey().toString());
          xml.leaf("Value", entry.getValue().toString());
          xml.close();
        }
      }
      case null -> {}
      default -> xml.leaf(name, Scalars.format(value));
    }
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    String code = CODES.getOrDefault(error.code(), error.code());
    return QUERY.error(
        ServiceError.of(error.status(), code, String.valueOf(error.getMessage())), requestId);
  }

  @Override
  public ServiceError unknown(String operation) {
    return QUERY.unknown(operation);
  }
}
