package no.abakus.tasks.console.letters;

import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.operate.DeadLetter;

/** A dead letter as clients see it; unknown values are null. */
record LetterView(
        String id,
        String taskId,
        String name,
        String reason,
        String detail,
        String queue,
        String date,
        String worker,
        int retries,
        String args,
        String requestId,
        String user,
        Map<String, String> context) {

    static LetterView of(DeadLetter letter) {
        return new LetterView(
                letter.id(),
                known(letter.taskId()),
                known(letter.task()),
                known(letter.reason()),
                known(letter.detail()),
                known(letter.queue()),
                known(letter.at()),
                known(letter.node()),
                letter.retries(),
                letter.arguments().orElse(null),
                letter.requestId().orElse(null),
                letter.user().orElse(null),
                new TreeMap<>(letter.context()));
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
