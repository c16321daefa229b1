package no.abakus.web.json;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import java.util.Set;

/** What Jackson would turn into another kind of value: refused, for a client that sends another kind means something else. */
final class Coercions {

    /** Shapes that are no other kind of value: an object or an array is read as what it is, and an integer is a decimal too. */
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

    /** A text is a text; an integer is none either. */
    static void refuseAll(MutableCoercionConfig text) {
        refuse(text);
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }
}
