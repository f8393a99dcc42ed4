package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.TagDescription;

record DescribeTags(Ec2State state)
    implements Operation<DescribeTagsRequest, DescribeTagsResponse> {
  private record TagRow(String id, Caller owner, String key, String value) implements Row {}

  @Override
  public DescribeTagsResponse handle(DescribeTagsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<TagRow> filters =
        ResourceFilters.<TagRow>over(state.tags)
            .on("key", TagRow::key)
            .on("value", TagRow::value)
            .on("resource-id", TagRow::id)
            .on("resource-type", row -> ResourceTypes.of(row.id()).toString());
    List<TagRow> rows =
        new ResourceTypes(state)
            .ownedBy(caller)
            .flatMap(
                id ->
                    state.tags.of(id).entrySet().stream()
                        .map(tag -> new TagRow(id, caller, tag.getKey(), tag.getValue())))
            .toList();
    Page<TagRow> page =
        Pages.of(
            filters.apply(rows, ResourceFilters.read(request.filters())),
            request.maxResults(),
            request.nextToken());
    return DescribeTagsResponse.builder()
        .tags(page.shapes(DescribeTags::shape))
        .nextToken(page.next())
        .build();
  }

  private static TagDescription shape(TagRow row) {
    return TagDescription.builder()
        .resourceId(row.id())
        .resourceType(ResourceTypes.of(row.id()))
        .key(row.key())
        .value(row.value())
        .build();
  }
}
