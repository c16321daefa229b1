package no.abakus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a string is sent, and what is stored of its task.
 *
 * @param kept what is stored
 * @param size the size of the string in bytes; the result has the same size
 * @param serializer the serializer of the string; empty for the default
 * @param compression the compressor of the string; empty for none
 */
record TextVariant(Kept kept, int size, Optional<String> serializer, Optional<String> compression) {

    /** What is stored of a task. */
    enum Kept {
        NOTHING("result ignored"),
        RESULT("result stored, start not tracked"),
        ALL("result stored, start tracked");

        private final String text;

        Kept(String text) {
            this.text = text;
        }
    }

    private static final int SMALL = 100;
    private static final int KIB = 1024;
    private static final int LARGE = 64 * KIB;

    /** Returns the variants that show what stored results cost. */
    static List<TextVariant> stored() {
        return List.of(
                plain(Kept.NOTHING, SMALL),
                plain(Kept.RESULT, SMALL),
                plain(Kept.ALL, SMALL),
                plain(Kept.ALL, KIB),
                plain(Kept.ALL, LARGE));
    }

    /**
     * Returns a variant for each serializer and each compressor, and a large variant without a compressor to compare
     * with.
     */
    static List<TextVariant> written() {
        List<TextVariant> all = new ArrayList<>();
        all.add(plain(Kept.NOTHING, KIB));
        all.add(plain(Kept.NOTHING, LARGE));
        for (String serializer : List.of("yaml", "msgpack", "cbor", "java")) {
            all.add(new TextVariant(Kept.NOTHING, KIB, Optional.of(serializer), Optional.empty()));
        }
        for (String compression : List.of("gzip", "zlib", "bzip2", "xz", "zstd")) {
            all.add(new TextVariant(Kept.NOTHING, LARGE, Optional.empty(), Optional.of(compression)));
        }
        return all;
    }

    private static TextVariant plain(Kept kept, int size) {
        return new TextVariant(kept, size, Optional.empty(), Optional.empty());
    }

    /**
     * Returns how many messages to send. Fewer messages are sent if the strings are large, so that no measurement takes
     * long.
     */
    int messages(int most) {
        return size >= LARGE ? Math.max(1, most / 5) : most;
    }

    String query() {
        return "task=" + (kept == Kept.RESULT ? "bench.untracked" : "bench.tracked") + "&ignored="
                + (kept == Kept.NOTHING) + "&size=" + size
                + serializer.map(name -> "&serializer=" + name).orElse("")
                + compression.map(name -> "&compression=" + name).orElse("");
    }

    @Override
    public String toString() {
        return kept.text + ", " + serializer.orElse("json")
                + compression.map(name -> " " + name).orElse("") + ", "
                + (size >= KIB ? size / KIB + " KB" : size + " B");
    }
}
