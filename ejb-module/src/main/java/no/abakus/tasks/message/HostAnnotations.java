package no.abakus.tasks.message;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import no.abakus.jackson.annotation.JacksonAnnotationsInside;
import no.abakus.jackson.annotation.JsonAlias;
import no.abakus.jackson.annotation.JsonEnumDefaultValue;
import no.abakus.jackson.annotation.JsonProperty;
import no.abakus.jackson.databind.cfg.MapperConfig;
import no.abakus.jackson.databind.introspect.Annotated;
import no.abakus.jackson.databind.introspect.AnnotatedClass;
import no.abakus.jackson.databind.introspect.AnnotatedField;
import no.abakus.jackson.databind.introspect.AnnotatedMember;
import no.abakus.jackson.databind.introspect.AnnotationMap;
import no.abakus.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Understands the annotations of the application's own Jackson, whichever version that is. In Abakus, the packages of
 * Jackson have other names, so Jackson would not recognize these annotations by itself.
 */
final class HostAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    protected <A extends Annotation> A _findAnnotation(Annotated annotated, Class<A> type) {
        A own = super._findAnnotation(annotated, type);
        return own != null ? own : ofHost(annotated, type);
    }

    @Override
    protected boolean _hasAnnotation(Annotated annotated, Class<? extends Annotation> type) {
        return _findAnnotation(annotated, type) != null;
    }

    @Override
    protected boolean _hasOneOf(Annotated annotated, Class<? extends Annotation>[] types) {
        for (Class<? extends Annotation> type : types) {
            if (_hasAnnotation(annotated, type)) {
                return true;
            }
        }
        return false;
    }

    private static <A extends Annotation> A ofHost(Annotated annotated, Class<A> type) {
        String name = HostAnnotation.nameOf(type);
        Annotation found = annotated instanceof AnnotatedMember member
                ? named(name, member.getAllAnnotations())
                : ofClass((AnnotatedClass) annotated, name);
        return found == null ? null : HostAnnotation.as(type, found);
    }

    private static Annotation named(String name, AnnotationMap all) {
        if (all == null || all.size() == 0) {
            return null;
        }
        for (Annotation one : all.annotations()) {
            if (one.annotationType().getName().equals(name)) {
                return one;
            }
        }
        return null;
    }

    /**
     * Looks up the annotation by its type, because the annotations of a class cannot be listed, unlike those of a
     * member.
     */
    private static Annotation ofClass(AnnotatedClass annotated, String name) {
        if (annotated.getAnnotations().size() == 0) {
            return null;
        }
        Class<? extends Annotation> theirs = HostAnnotation.typeNamed(name, annotated.getRawType());
        return theirs == null ? null : annotated.getAnnotation(theirs);
    }

    @Override
    public boolean isAnnotationBundle(Annotation annotation) {
        String name = HostAnnotation.nameOf(JacksonAnnotationsInside.class);
        return super.isAnnotationBundle(annotation)
                || Arrays.stream(annotation.annotationType().getAnnotations())
                        .anyMatch(one -> one.annotationType().getName().equals(name));
    }

    // The inherited methods for enum constants do not call _findAnnotation.

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, annotated, constants, names);
        for (int i = 0; i < constants.length; i++) {
            JsonProperty property = ofHost(annotated, constants[i], JsonProperty.class);
            if (property != null && !property.value().isEmpty()) {
                found[i] = property.value();
            }
        }
        return found;
    }

    @Override
    public void findEnumAliases(
            MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[][] aliases) {
        super.findEnumAliases(config, annotated, constants, aliases);
        for (int i = 0; i < constants.length; i++) {
            JsonAlias alias = ofHost(annotated, constants[i], JsonAlias.class);
            if (alias != null) {
                aliases[i] = alias.value();
            }
        }
    }

    @Override
    public Enum<?> findDefaultEnumValue(AnnotatedClass annotated, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            if (ofHost(annotated, constant, JsonEnumDefaultValue.class) != null) {
                return constant;
            }
        }
        return super.findDefaultEnumValue(annotated, constants);
    }

    private static <A extends Annotation> A ofHost(AnnotatedClass annotated, Enum<?> constant, Class<A> type) {
        for (AnnotatedField field : annotated.fields()) {
            if (field.getName().equals(constant.name())) {
                return ofHost(field, type);
            }
        }
        return null;
    }
}
