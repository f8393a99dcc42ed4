package dev.drawbridge.simulator.wire;

import dev.drawbridge.simulator.operation.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Reads a form such as {@code Targets.member.1.Id=10.0.0.1} into a request class.
 *
 * <p>AWS Query writes a list as {@code Name.member.1} (or with the list's own member name), EC2 and
 * flattened lists as {@code Name.1}.
 */
final class FormReader {
  private final NavigableMap<String, String> form;
  private final boolean ec2;

  FormReader(NavigableMap<String, String> form, boolean ec2) {
    this.form = form;
    this.ec2 = ec2;
  }

  /** Fills {@code builder} from all parameters below {@code prefix} and builds it. */
  SdkPojo read(SdkPojo builder, String prefix) {
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = value(field, prefix + field.locationName());
      if (value != null) {
        field.set(builder, value);
      }
    }
    return Fields.build(builder);
  }

  private @Nullable Object value(SdkField<?> field, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      return list(field.getTrait(ListTrait.class), path);
    } else if (type.equals(MarshallingType.MAP)) {
      return map(field.getTrait(MapTrait.class), path);
    } else if (type.equals(MarshallingType.SDK_POJO)) {
      return existsBelow(path) ? read(field.constructor().get(), path + ".") : null;
    }
    String text = form.get(path);
    return text == null ? null : Scalars.parse(field, text);
  }

  private @Nullable List<Object> list(ListTrait trait, String path) {
    String items =
        ec2 || trait.isFlattened() ? path + "." : path + "." + memberName(trait, path) + ".";
    List<Object> list = new ArrayList<>();
    for (int i = 1; ; i++) {
      Object item = value(trait.memberFieldInfo(), items + i);
      if (item == null) {
        break;
      }
      list.add(item);
    }
    return list.isEmpty() && !form.containsKey(path) ? null : list;
  }

  /** Some clients write {@code member} where the model has a name of its own. */
  private String memberName(ListTrait trait, String path) {
    String name = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    return existsBelow(path + "." + name) ? name : "member";
  }

  private @Nullable Map<String, Object> map(MapTrait trait, String path) {
    String entries = trait.isFlattened() ? path + "." : path + ".entry.";
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 1; form.containsKey(entries + i + "." + trait.keyLocationName()); i++) {
      Object value = value(trait.valueFieldInfo(), entries + i + "." + trait.valueLocationName());
      if (value != null) {
        map.put(form.get(entries + i + "." + trait.keyLocationName()), value);
      }
    }
    return map.isEmpty() ? null : map;
  }

  private boolean existsBelow(String path) {
    String next = form.ceilingKey(path + ".");
    return next != null && next.startsWith(path + ".");
  }
}
