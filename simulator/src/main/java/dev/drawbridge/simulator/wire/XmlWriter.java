package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.Fields;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes model objects as the XML of the Query protocols. */
final class XmlWriter {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** Begins a document whose root has {@code namespace} as its default. */
  XmlWriter(String root, String namespace) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(root);
    if (!namespace.isEmpty()) {
      xml.writeDefaultNamespace(namespace);
    }
  }

  void open(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  void leaf(String element, String content) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  /** Writes every member that has a value. */
  void members(SdkPojo pojo) throws XMLStreamException {
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = Fields.value(field, pojo);
      if (value != null) {
        member(field, field.unmarshallLocationName(), value);
      }
    }
  }

  String finish() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void member(SdkField<?> field, String name, Object value) throws XMLStreamException {
    if (value instanceof List<?> list) {
      list(field.getTrait(ListTrait.class), name, list);
    } else if (value instanceof Map<?, ?> map) {
      map(field.getTrait(MapTrait.class), name, map);
    } else if (value instanceof SdkPojo pojo) {
      open(name);
      members(pojo);
      close();
    } else {
      leaf(name, Scalars.format(value));
    }
  }

  private void list(ListTrait trait, String name, List<?> list) throws XMLStreamException {
    boolean flat = trait.isFlattened();
    String item =
        flat || trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    if (!flat) {
      open(name);
    }
    for (Object value : list) {
      member(trait.memberFieldInfo(), flat ? name : item, value);
    }
    if (!flat) {
      close();
    }
  }

  private void map(MapTrait trait, String name, Map<?, ?> map) throws XMLStreamException {
    boolean flat = trait.isFlattened();
    if (!flat) {
      open(name);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      open(flat ? name : "entry");
      leaf(trait.keyLocationName(), entry.getKey().toString());
      member(trait.valueFieldInfo(), trait.valueLocationName(), entry.getValue());
      close();
    }
    if (!flat) {
      close();
    }
  }
}
