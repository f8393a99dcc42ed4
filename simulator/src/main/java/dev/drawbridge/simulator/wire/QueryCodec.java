package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.ServiceError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.SdkPojo;

/** AWS Query, and EC2's dialect of it: a form in, XML out. */
record QueryCodec(String namespace, boolean ec2) implements Codec {
  static final String XML = "text/xml;charset=UTF-8";

  @Override
  public String operation(HttpCall call) {
    String action = form(call).get("Action");
    if (action == null) {
      throw ServiceError.client("MissingAction", "the form has no parameter Action");
    }
    return action;
  }

  @Override
  public SdkPojo read(HttpCall call, OperationType operation) {
    if (ec2) {
      UnknownParameters.check(operation.newRequest(), form(call).keySet());
    }
    try {
      return new FormReader(form(call), ec2).read(operation.newRequest(), "");
    } catch (Scalars.Unreadable e) {
      throw ec2
          ? ServiceError.client(
              "InvalidParameterValue",
              "Value (%s) for parameter %s is invalid.".formatted(e.text(), e.member()))
          : ServiceError.client("MalformedInput", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public HttpReply write(String operation, SdkPojo response, String requestId) {
    try {
      XmlWriter xml = new XmlWriter(operation + "Response", namespace);
      if (ec2) {
        xml.leaf("requestId", requestId);
        xml.members(response);
      } else {
        xml.open(operation + "Result");
        xml.members(response);
        xml.close();
        xml.open("ResponseMetadata");
        xml.leaf("RequestId", requestId);
        xml.close();
      }
      return HttpReply.of(200, XML, xml.finish());
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write the response of " + operation, e);
    }
  }

  @Override
  public HttpReply error(ServiceError error, String requestId) {
    try {
      XmlWriter xml =
          ec2 ? new XmlWriter("Response", "") : new XmlWriter("ErrorResponse", namespace);
      if (ec2) {
        xml.open("Errors");
      }
      xml.open("Error");
      if (!ec2) {
        xml.leaf("Type", error.status() < 500 ? "Sender" : "Receiver");
      }
      xml.leaf("Code", error.code());
      xml.leaf("Message", String.valueOf(error.getMessage()));
      xml.close();
      if (ec2) {
        xml.close();
      }
      xml.leaf(ec2 ? "RequestID" : "RequestId", requestId);
      return HttpReply.of(error.status(), XML, xml.finish());
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write an error", e);
    }
  }

  @Override
  public ServiceError unknown(String operation) {
    return ServiceError.client(
        "InvalidAction",
        "The action %s is not valid for this web service: this simulator does not model it."
            .formatted(operation));
  }

  static NavigableMap<String, String> form(HttpCall call) {
    NavigableMap<String, String> form = new TreeMap<>();
    for (String pair : call.text().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
