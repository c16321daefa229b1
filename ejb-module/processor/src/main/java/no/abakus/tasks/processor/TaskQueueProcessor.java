package no.abakus.tasks.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Generates a listener for each queue that {@code @TaskQueue} declares, in the package of the declaring class. */
@SupportedAnnotationTypes({TaskQueueProcessor.ONE, TaskQueueProcessor.SEVERAL})
public final class TaskQueueProcessor extends AbstractProcessor {

    static final String ONE = "no.abakus.tasks.TaskQueue";
    static final String SEVERAL = "no.abakus.tasks.TaskQueue.Several";

    private final Map<String, String> declaredBy = new HashMap<>();

    /** Creates the processor; called by the compiler. */
    public TaskQueueProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element type : round.getElementsAnnotatedWith(annotation)) {
                declaredBy(type).forEach(queue -> generate(queue, type));
            }
        }
        // Another processor may want to see the annotations, too.
        return false;
    }

    private static List<DeclaredQueue> declaredBy(Element type) {
        List<DeclaredQueue> queues = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            String name = ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            if (name.equals(ONE)) {
                queues.add(queue(mirror));
            } else if (name.equals(SEVERAL)) {
                for (Object each : (List<?>) values(mirror).get("value")) {
                    queues.add(queue((AnnotationMirror) ((AnnotationValue) each).getValue()));
                }
            }
        }
        return queues;
    }

    private static DeclaredQueue queue(AnnotationMirror mirror) {
        Map<String, Object> values = values(mirror);
        return new DeclaredQueue((String) values.get("name"), (Integer) values.get("concurrency"));
    }

    /** Returns the values of the annotation's members, defaults included. */
    private static Map<String, Object> values(AnnotationMirror mirror) {
        Map<String, Object> values = new HashMap<>();
        for (Element member : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (member instanceof ExecutableElement method && method.getDefaultValue() != null) {
                values.put(
                        method.getSimpleName().toString(),
                        method.getDefaultValue().getValue());
            }
        }
        mirror.getElementValues()
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value.getValue()));
        return values;
    }

    private void generate(DeclaredQueue queue, Element type) {
        String before = declaredBy.putIfAbsent(queue.name(), type.toString());
        if (before != null) {
            error("The queue '" + queue.name() + "' is declared by " + before + " already; declare it once.", type);
            return;
        }
        queue.problem().ifPresentOrElse(problem -> error(problem, type), () -> write(queue, type));
    }

    private void write(DeclaredQueue queue, Element type) {
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        String name = packageName.isEmpty() ? queue.listener() : packageName + "." + queue.listener();
        try (Writer source =
                processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
            source.write(queue.source(packageName));
        } catch (IOException e) {
            error("The listener " + name + " of the queue '" + queue.name() + "' could not be written: " + e, type);
        }
    }

    private void error(String message, Element type) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, type);
    }
}
