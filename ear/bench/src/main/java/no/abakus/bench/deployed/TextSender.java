package no.abakus.bench.deployed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;

/** Sends tasks that take a string, with one of the serializers and compressions. */
final class TextSender implements Sender {

    private static final String[] WORDS = {
        "registration",
        "event",
        "pool",
        "waiting",
        "list",
        "user",
        "webkom",
        "2026-11-26T08:00:00Z",
        "capacity",
        "admitted"
    };

    private final Tasks tasks;
    private final TaskCall<Object> call;
    private final String text;

    private TextSender(Tasks tasks, TaskCall<Object> call, String text) {
        this.tasks = tasks;
        this.call = call;
        this.text = text;
    }

    /**
     * Returns a sender that the request's parameters configure. They say which task to send, whether its result is
     * ignored, how long the string is, and which serializer and compression to use.
     */
    static TextSender of(Tasks tasks, HttpServletRequest request) {
        TaskCall<Object> call = tasks.call(request.getParameter("task"))
                .ignoreResult(Boolean.parseBoolean(request.getParameter("ignored")));
        if (request.getParameter("serializer") != null) {
            call = call.serializer(request.getParameter("serializer"));
        }
        if (request.getParameter("compression") != null) {
            call = call.compression(request.getParameter("compression"));
        }
        return new TextSender(tasks, call, text(Integer.parseInt(request.getParameter("size"))));
    }

    /** Returns words and numbers. They compress about as well as the strings of real applications. */
    private static String text(int size) {
        StringBuilder text = new StringBuilder(size + 32);
        for (int word = 0; text.length() < size; word++) {
            text.append(WORDS[word * 7 % WORDS.length])
                    .append(' ')
                    .append(word * 7919 % 100_003)
                    .append(',');
        }
        return text.substring(0, size);
    }

    @Override
    public void send(int number) {
        call.args(number, text).applyAsync();
    }

    @Override
    public void sendAll(int from, int until) {
        tasks.callAll(IntStream.range(from, until)
                .mapToObj(number -> call.args(number, text))
                .toList());
    }
}
