package no.abakus.web.undertow;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContext;

/**
 * Puts a {@code BodyHandler} in front of an application's servlets. Undertow finds this class in the application's own
 * jars, so applications without this jar are unaffected.
 */
public final class BodiesFirst implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        Threads threads = new Threads();
        deployment.addListener(new ListenerInfo(Threads.class, new ImmediateInstanceFactory<>(threads)));
        deployment.addInitialHandlerChainWrapper(servlets -> new BodyHandler(servlets, context, threads));
    }
}
