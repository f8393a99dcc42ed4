package dev.drawbridge.lab.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.drawbridge.inspection.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is found that no test has caused in a whole world. */
class EveryKindTest {
  @Test
  void every_kind_of_finding_is_caused_in_the_world_of_some_test() {
    List<String> caused =
        new ClassFileImporter()
            .importPackages("dev.drawbridge.lab.inspection", "dev.drawbridge.lab.scenario").stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Finds.class))
                .flatMap(
                    method ->
                        method.getAnnotationOfType(Finds.class.getName()).get("value").stream())
                .flatMap(kinds -> Stream.of((Object[]) kinds))
                .map(kind -> ((JavaEnumConstant) kind).name())
                .toList();
    assertThat(caused).containsAll(Stream.of(Kind.values()).map(Kind::name).toList());
  }
}
