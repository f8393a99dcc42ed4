package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.CreateEventSubscriptionRequest;
import software.amazon.awssdk.services.rds.model.CreateEventSubscriptionResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/** Tells a topic of events from now on. */
record CreateEventSubscription(
    RdsState state, EventSubscriptions subscriptions, InstantSource clock)
    implements Operation<CreateEventSubscriptionRequest, CreateEventSubscriptionResponse> {
  @Override
  public CreateEventSubscriptionResponse handle(
      CreateEventSubscriptionRequest request, Caller caller) {
    DbId id = Lookup.id(caller, request.subscriptionName());
    if (subscriptions.find(id).isPresent()) {
      throw ServiceError.client(
          "SubscriptionAlreadyExist", "EventSubscription %s already exists.".formatted(id.name()));
    }
    check(request, caller);
    EventSubscriptionRecord made =
        new EventSubscriptionRecord(
            id,
            request.snsTopicArn(),
            request.sourceType(),
            request.sourceIds(),
            request.eventCategories(),
            !Boolean.FALSE.equals(request.enabled()),
            clock.instant(),
            request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    subscriptions.put(made);
    return CreateEventSubscriptionResponse.builder()
        .eventSubscription(EventSubscriptions.shape(made, "creating"))
        .build();
  }

  private void check(CreateEventSubscriptionRequest request, Caller caller) {
    if (!request.snsTopicArn().matches("arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:.+")) {
      throw ServiceError.client(
          "SNSInvalidTopic", "%s is not the ARN of a topic.".formatted(request.snsTopicArn()));
    }
    if (!subscriptions.topics().has(request.snsTopicArn())) {
      throw ServiceError.of(
          404,
          "SNSTopicArnNotFound",
          "SNS topic %s does not exist.".formatted(request.snsTopicArn()));
    }
    String type = request.sourceType();
    if (type == null) {
      nothing("Categories", request.eventCategories());
      nothing("SourceIds", request.sourceIds());
      return;
    }
    List<String> known = EventCategories.BY_SOURCE.get(type);
    if (known == null) {
      throw ServiceError.client(
          "InvalidParameterValue", "Invalid value for SourceType: %s".formatted(type));
    }
    for (String category : request.eventCategories()) {
      if (!known.contains(category)) {
        throw ServiceError.of(
            404,
            "SubscriptionCategoryNotFound",
            "The category %s does not exist for %s.".formatted(category, type));
      }
    }
    request.sourceIds().forEach(source -> present(type, Lookup.id(caller, source)));
  }

  private static void nothing(String what, List<String> given) {
    if (!given.isEmpty()) {
      throw ServiceError.client(
          "InvalidParameterCombination",
          "If SourceType is null, %s must also be null.".formatted(what));
    }
  }

  private void present(String type, DbId source) {
    boolean there =
        switch (type) {
          case "db-instance" -> state.findInstance(source).isPresent();
          case "db-cluster" -> state.findCluster(source).isPresent();
          default -> true;
        };
    if (!there) {
      throw ServiceError.of(
          404, "SourceNotFound", "Could not find source %s".formatted(source.name()));
    }
  }
}
