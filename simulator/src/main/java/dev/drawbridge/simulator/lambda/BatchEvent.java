package dev.drawbridge.simulator.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.simulator.sqs.QueueReader.Received;
import java.util.List;

/**
 * What a function gets of a queue ("Example Amazon SQS message event", AWS Lambda Developer Guide).
 */
final class BatchEvent {
  private BatchEvent() {}

  static String of(List<Received> batch, String queueArn, String region, String senderId) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    for (Received message : batch) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.id());
      record.put("receiptHandle", message.receipt());
      record.put("body", message.body());
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(message.receives()))
          .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
          .put("SenderId", senderId)
          .put("ApproximateFirstReceiveTimestamp", Long.toString(message.firstAt().toEpochMilli()));
      record.putObject("messageAttributes");
      record.put("md5OfBody", message.md5());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", region);
    }
    return event.toString();
  }
}
