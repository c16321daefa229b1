package no.abakus.logging.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.abakus.logging.Redaction;
import no.abakus.logging.json.Limits;
import no.abakus.logging.json.LineEncoder;
import no.abakus.logging.output.LineOutput;
import no.abakus.logging.process.ProcessorChain;

/** A stdout that records what is written to it. */
final class TakenLines implements LineOutput {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    static ServerLines lines() {
        return new ServerLines(
                new LineEncoder(Redaction.standard(), new Limits(65_536, 8192, 100, 8, 50)),
                RecordReader.forThisServer(),
                new ProcessorChain(List.of()),
                SettingsReport.ofThisProcess());
    }

    @Override
    public void accept(byte[] bytes, int length) throws IOException {
        synchronized (taken) {
            taken.write(bytes, 0, length);
        }
    }

    @Override
    public void flush() {}

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() {}

    String text() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    List<JsonNode> parsed() {
        return text().lines().map(TakenLines::parsed).toList();
    }

    JsonNode only() {
        List<JsonNode> lines = parsed();
        if (lines.size() != 1) {
            throw new AssertionError("expected one line but got " + text());
        }
        return lines.get(0);
    }

    private static JsonNode parsed(String line) {
        try {
            return STRICT.readTree(line);
        } catch (IOException invalid) {
            throw new AssertionError("not JSON: " + line, invalid);
        }
    }
}
