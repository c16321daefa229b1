package no.abakus.web.json;

import java.util.Set;
import no.abakus.jackson.databind.cfg.CoercionAction;
import no.abakus.jackson.databind.cfg.CoercionInputShape;
import no.abakus.jackson.databind.cfg.MutableCoercionConfig;

/**
 * Rejects values that Jackson would convert to another type, because such a value is most likely a client's mistake.
 */
final class Coercions {

    /** Shapes that need no conversion: objects, arrays, and an integer as a decimal. */
    private static final Set<CoercionInputShape> OWN =
            Set.of(CoercionInputShape.Array, CoercionInputShape.Object, CoercionInputShape.Integer);

    private Coercions() {}

    static void refuse(MutableCoercionConfig kind) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            if (!OWN.contains(shape)) {
                kind.setCoercion(shape, CoercionAction.Fail);
            }
        }
        kind.setAcceptBlankAsEmpty(false);
    }

    /** Rejects all conversions to strings, because an integer must not become a string either. */
    static void refuseAll(MutableCoercionConfig text) {
        refuse(text);
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }
}
