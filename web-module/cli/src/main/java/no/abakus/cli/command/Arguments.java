package no.abakus.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.cli.rest.JsonText;
import picocli.CommandLine.Option;

/** The arguments and options of a task on a command line. */
final class Arguments {

    @Option(
            names = {"-k", "--kwarg"},
            paramLabel = "NAME=VALUE",
            description = "An argument by name.")
    private Map<String, String> byName = new LinkedHashMap<>();

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "An option of the call, such as countdown=60, queue=mail or priority=7.")
    private Map<String, String> options = new LinkedHashMap<>();

    /** Returns the body of a call with these arguments. Leaves out arguments that were not given. */
    ObjectNode body(List<String> positional) {
        ObjectNode body = JsonText.object();
        options.forEach((name, value) -> body.set(name, Json.value(value)));
        if (!positional.isEmpty()) {
            ArrayNode values = body.putArray("args");
            positional.forEach(value -> values.add(Json.value(value)));
        }
        if (!byName.isEmpty()) {
            ObjectNode values = body.putObject("kwargs");
            byName.forEach((name, value) -> values.set(name, Json.value(value)));
        }
        return body;
    }
}
