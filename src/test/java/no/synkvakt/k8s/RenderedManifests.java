package no.synkvakt.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one folder under {@code k8s} comes to, or one file that is an example and not rendered. */
record RenderedManifests(List<HasMetadata> all) {

    private static final Path BASE = Path.of("k8s", "base");

    /** Without kubectl the calling tests are skipped. */
    static RenderedManifests base() throws IOException, InterruptedException {
        assumeTrue(Kubectl.isThere(), Kubectl.MISSING);
        return new RenderedManifests(StrictManifests.read(Kubectl.kustomize(BASE)));
    }

    static RenderedManifests secretExample() throws IOException {
        return new RenderedManifests(StrictManifests.read(Files.readString(BASE.resolve("secret.example.yaml"))));
    }

    /** @throws AssertionError when there is not exactly one */
    <T extends HasMetadata> T the(Class<T> kind) {
        List<T> found = all.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind.getSimpleName() + " instead of one");
        }
        return found.get(0);
    }

    DeploymentSpec deployment() {
        return the(Deployment.class).getSpec();
    }

    PodSpec pod() {
        return deployment().getTemplate().getSpec();
    }

    /** @throws AssertionError when there is not exactly one */
    Container container() {
        if (pod().getContainers().size() != 1) {
            throw new AssertionError("not one container: " + pod().getContainers());
        }
        return pod().getContainers().get(0);
    }
}
