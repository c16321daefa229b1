package no.abakus.tasks.console.call;

import java.util.List;
import java.util.stream.Stream;

/** The members of the body of a call, for the description of the API. */
public final class CallMembers {

    private CallMembers() {}

    public static List<String> names() {
        return Stream.concat(Stream.of("args", "kwargs"), CallOption.names().stream())
                .toList();
    }
}
