package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.core.SdkPojo;

/** One wire protocol: reads requests, writes responses and errors. */
public sealed interface Codec
    permits QueryCodec, JsonCodec, SqsQueryCodec, RestJsonCodec, CborCodec {

  /** The codec of a service's protocol; SQS speaks two, of which older clients use Query. */
  static Codec of(Service service, HttpCall call) {
    if (service.signingName().equals("sqs")) {
      return call.header("X-Amz-Target").isPresent()
          ? new JsonCodec("application/x-amz-json-1.0", SqsQueryCodec.CODES)
          : new SqsQueryCodec();
    }
    return switch (service.protocol()) {
      case QUERY -> new QueryCodec(service.namespace(), false);
      case EC2 -> new QueryCodec(service.namespace(), true);
      case JSON_1_0 -> new JsonCodec("application/x-amz-json-1.0", null);
      case JSON_1_1 -> new JsonCodec("application/x-amz-json-1.1", null);
      case REST_JSON -> new RestJsonCodec(service.signingName());
      case RPC_V2_CBOR ->
          call.header(CborCodec.PROTOCOL).isPresent()
              ? new CborCodec()
              : new JsonCodec("application/x-amz-json-1.0", null);
    };
  }

  /**
   * The name of the operation that is called.
   *
   * @throws ServiceError if the request names none
   */
  String operation(HttpCall call);

  /**
   * The request as the SDK's model class.
   *
   * @throws ServiceError if it does not fit
   */
  SdkPojo read(HttpCall call, OperationType operation);

  /** The response of an operation. */
  HttpReply write(String operation, SdkPojo response, String requestId);

  /** The response of an operation that failed. */
  HttpReply error(ServiceError error, String requestId);

  /** AWS's own answer to an operation that the service does not have. */
  ServiceError unknown(String operation);
}
