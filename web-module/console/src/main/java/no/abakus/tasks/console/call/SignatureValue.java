package no.abakus.tasks.console.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/** Reads one signature in Celery's format, {@code {"task":…,"args":[…],"options":{…}}}, or an array of signatures. */
final class SignatureValue {

    private static final Set<String> MEMBERS = Set.of("task", "args", "kwargs", "options", "immutable");

    private SignatureValue() {}

    static List<Signature> read(String option, Object value) {
        List<?> all = value instanceof List<?> several ? several : List.of(value);
        return all.stream().map(one -> signature(option, one)).toList();
    }

    private static Signature signature(String option, Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw refused(option, "contains something that is not an object");
        }
        for (Object member : members.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw refused(option, "has a member '" + member + "'");
            }
        }
        Object immutable = members.containsKey("immutable") ? members.get("immutable") : false;
        if (!(members.get("task") instanceof String task)
                || !(immutable instanceof Boolean alone)
                || !(orEmpty(members, "args", List.of()) instanceof List<?> args)
                || !(orEmpty(members, "kwargs", Map.of()) instanceof Map<?, ?> kwargs)
                || !(orEmpty(members, "options", Map.of()) instanceof Map<?, ?> options)) {
            throw refused(option, "has a member of the wrong type");
        }
        ArgumentNumbers.check(option, args);
        ArgumentNumbers.check(option, kwargs);
        TaskSignature signature = TaskSignature.of(task)
                .withArgs(args.toArray())
                .withKwargs(named(kwargs))
                .set(options(named(options)));
        return alone ? signature.asImmutable() : signature;
    }

    private static TaskOptions options(Map<String, ?> members) {
        TaskOptions options = TaskOptions.empty();
        for (Map.Entry<String, ?> member : members.entrySet()) {
            options = CallOption.named(member.getKey()).read(member.getValue(), options);
        }
        return options;
    }

    private static Object orEmpty(Map<?, ?> members, String name, Object empty) {
        Object value = members.get(name);
        return value == null ? empty : value;
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    private static Map<String, ?> named(Map<?, ?> members) {
        return (Map<String, ?>) members;
    }

    private static TaskOptionException refused(String option, String what) {
        return new TaskOptionException(option + " " + what + ". Give a signature, {\"task\":\"name\",\"args\":[],"
                + "\"kwargs\":{},\"options\":{},\"immutable\":false}, or an array of signatures");
    }
}
