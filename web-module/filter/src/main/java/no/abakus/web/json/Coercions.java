package no.abakus.web.json;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import java.util.Set;

/**
 * Refuses values that Jackson would convert to another type, because a client that sends another type means something
 * else.
 */
final class Coercions {

    /** Shapes that need no conversion: an object or an array is read as what it is, and an integer is a decimal too. */
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

    /** For texts: an integer must not become a text either. */
    static void refuseAll(MutableCoercionConfig text) {
        refuse(text);
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }
}
