package no.abakus.tasks.console.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.abakus.web.body.BodyProblem;
import no.abakus.web.body.BodyRules;
import no.abakus.web.problem.ProblemType;

/** The problems that the code can report, found in its constants. */
final class ApiProblems {

    /** The problems that any call may report. */
    private static final List<String> ANY = List.of("bad-path", "not-acceptable", "internal-error");

    /** The problems that any call with a login may report. */
    private static final List<String> LOGIN = List.of("unauthorized", "session-expired", "too-many-logins");

    /** The problems that any call that changes something may report. */
    private static final List<String> WRITE = List.of("cross-site", "read-only");

    /** The problems that any call with a body may report. */
    private static final List<String> BODY = List.of(
            "bad-json",
            "bad-body",
            "body-cut-off",
            "body-too-slow",
            "body-too-large",
            "too-many-bodies",
            "unsupported-media-type");

    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, List<String>> byClass = new TreeMap<>();

    ApiProblems() throws ReflectiveOperationException {
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("no.abakus.tasks.console", "no.abakus.web")) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(ProblemType.class)) {
                    Field constant = field.reflect();
                    constant.setAccessible(true);
                    add(type.getName(), (ProblemType) constant.get(null));
                }
            }
        }
        for (BodyProblem problem : BodyProblem.values()) {
            add(BodyProblem.class.getName(), problem.told(BodyRules.DEFAULT).type());
        }
    }

    private void add(String where, ProblemType type) {
        Integer before = statuses.put(type.code(), type.status());
        if (before != null && before != type.status()) {
            throw new IllegalStateException(type.code() + " has the statuses " + before + " and " + type.status());
        }
        byClass.computeIfAbsent(where, first -> new ArrayList<>()).add(type.code());
    }

    /** The codes of the console's own classes, by class, without those of the page, which belong to no call. */
    Map<String, List<String>> ofTheConsole() {
        Map<String, List<String>> console = new TreeMap<>(byClass);
        console.keySet().removeIf(name -> !name.startsWith("no.abakus.tasks.console.") || name.contains(".page."));
        // The code for any path that does not support a method.
        console.values().forEach(codes -> codes.remove("method-not-allowed"));
        return console;
    }

    /** The codes that a call may report, by status. */
    Map<Integer, Collection<String>> of(ApiCall call, boolean hasBody, boolean writes) {
        Map<Integer, Collection<String>> codes = new TreeMap<>();
        Stream.of(
                        ANY.stream(),
                        call.isOpen() ? Stream.<String>empty() : LOGIN.stream(),
                        writes ? WRITE.stream() : Stream.<String>empty(),
                        hasBody ? BODY.stream() : Stream.<String>empty(),
                        Stream.of(call.problems()))
                .flatMap(each -> each)
                .forEach(code -> codes.computeIfAbsent(status(code), first -> new TreeSet<>())
                        .add(code));
        return codes;
    }

    private int status(String code) {
        Integer status = statuses.get(code);
        if (status == null) {
            throw new IllegalStateException("No class has a problem with the code " + code);
        }
        return status;
    }

    static Map<String, Object> schema() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", text);
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text);
        properties.put("code", text);
        properties.put("request_id", text);
        properties.put(
                "position",
                Map.of(
                        "type",
                        "integer",
                        "description",
                        "the position at which q, or the parameter that detail names, is not valid"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("type", "title", "status", "detail", "code"));
        schema.put("properties", properties);
        return schema;
    }
}
