package dev.drawbridge.simulator.operation;

import java.util.List;

/**
 * One AWS service as the door knows it.
 *
 * @param signingName the service's name in the signature scope, for example {@code states}
 * @param protocol how requests and responses are written
 * @param namespace what the protocol needs to name the service: the XML namespace (Query, EC2) or
 *     the {@code X-Amz-Target} prefix (JSON)
 * @param operations the operations that are modelled; any other is refused by name
 */
public record Service(
    String signingName, Protocol protocol, String namespace, List<Operation<?, ?>> operations) {

  /** The wire protocols, as AWS's API models name them. */
  public enum Protocol {
    /** AWS Query: form in, XML out; RDS, ELBv2, SNS, STS. */
    QUERY,
    /** EC2's own dialect of Query. */
    EC2,
    /** AWS JSON 1.0: Step Functions, DynamoDB, SQS. */
    JSON_1_0,
    /** AWS JSON 1.1: EventBridge, KMS. */
    JSON_1_1,
    /** REST-JSON, routed as the API model says: Lambda. */
    REST_JSON,
    /** Smithy RPC v2 with CBOR, or AWS JSON 1.0, as the client likes: CloudWatch. */
    RPC_V2_CBOR
  }

  /** Keeps a copy of the operations. */
  public Service {
    operations = List.copyOf(operations);
  }
}
