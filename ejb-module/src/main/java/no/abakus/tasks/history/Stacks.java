package no.abakus.tasks.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.Redaction;

/**
 * Reads stack frames. When there are many failures, most of them usually happen in the same place, so the results for
 * the last few stacks are remembered. Thread-safe.
 */
final class Stacks {

    /** How many stacks are remembered; each takes about 20 kB. */
    private static final int REMEMBERED = 32;

    /** How many frames of the application distinguish failures. */
    private static final int TELLING = 5;

    /** The characters of the names of classes, methods and files, besides letters and digits. */
    private static final String IN_NAMES = "._$/<>():- @";

    private final Redaction redaction;
    private final int most;
    private final Map<List<String>, Stack> remembered = new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Stack> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * What was read from the frames of an exception.
     *
     * @param telling the innermost frames of the application, each once
     * @param text a line for each frame, without secrets and without characters that a database cannot store
     */
    record Stack(List<String> telling, String text) {}

    /** Creates a reader that returns at most this many characters of a stack. */
    Stacks(Redaction redaction, int most) {
        this.redaction = redaction;
        this.most = most;
    }

    Stack of(List<String> frames) {
        synchronized (remembered) {
            Stack known = remembered.get(frames);
            if (known != null) {
                return known;
            }
        }
        Stack read = read(frames);
        synchronized (remembered) {
            remembered.put(frames, read);
        }
        return read;
    }

    private Stack read(List<String> frames) {
        List<String> telling = frames.stream()
                .flatMap(frame -> ApplicationFrame.of(frame).stream())
                .distinct()
                .limit(TELLING)
                .toList();
        return new Stack(telling, Fits.text(text(frames), most));
    }

    /**
     * Writes the frames. The search for secrets is expensive, so frames that consist only of names are not searched.
     */
    private String text(List<String> frames) {
        StringBuilder text = new StringBuilder();
        for (String frame : frames) {
            if (text.length() >= most) {
                break;
            }
            text.append("\tat ")
                    .append(isName(frame) ? frame : redaction.text(frame, most))
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Whether the frame has only characters that occur in the names of classes, methods and files. An exception's own
     * method may return any string as a frame.
     */
    private static boolean isName(String frame) {
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            if (!Character.isLetterOrDigit(c) && IN_NAMES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
