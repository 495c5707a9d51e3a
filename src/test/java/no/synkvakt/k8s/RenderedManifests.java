package no.synkvakt.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What one folder under {@code k8s} comes to, or one file that is an example and not rendered. */
record RenderedManifests(List<HasMetadata> all) {

    static final Path ROOT = Path.of("k8s");
    private static final Map<String, RenderedManifests> READ = new ConcurrentHashMap<>();

    static RenderedManifests base() throws IOException, InterruptedException {
        return of("base");
    }

    static RenderedManifests evaluation() throws IOException, InterruptedException {
        return of("overlays/evaluation");
    }

    static RenderedManifests production() throws IOException, InterruptedException {
        return of("overlays/production");
    }

    /** Without kubectl the calling tests are skipped. */
    static RenderedManifests of(String folder) throws IOException, InterruptedException {
        assumeTrue(Kubectl.isThere(), Kubectl.MISSING);
        RenderedManifests known = READ.get(folder);
        if (known == null) {
            known = new RenderedManifests(StrictManifests.read(Kubectl.kustomize(ROOT.resolve(folder))));
            READ.put(folder, known);
        }
        return known;
    }

    static RenderedManifests secretExample() throws IOException {
        return new RenderedManifests(
                StrictManifests.read(Files.readString(ROOT.resolve("base").resolve("secret.example.yaml"))));
    }

    <T extends HasMetadata> List<T> every(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** @throws AssertionError when there is not exactly one */
    <T extends HasMetadata> T the(Class<T> kind) {
        List<T> found = every(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind.getSimpleName() + " instead of one");
        }
        return found.get(0);
    }

    <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
        return every(kind).stream()
                .filter(manifest -> manifest.getMetadata().getName().equals(name))
                .findAny();
    }

    /** @throws AssertionError when there is none of this name */
    <T extends HasMetadata> T the(Class<T> kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    /** All that makes pods. */
    List<Workload> workloads() {
        return Stream.concat(
                        every(Deployment.class).stream().map(Workload::of),
                        every(StatefulSet.class).stream().map(Workload::of))
                .toList();
    }

    Deployment deployment() {
        return the(Deployment.class, "synkvakt");
    }

    /** Synkvakt's own. */
    Workload synkvakt() {
        return Workload.of(deployment());
    }
}
