package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all that is rendered, besides that each field is known, which {@link StrictManifests} holds. */
class EveryManifestTest {

    private static final String[] STANDARD_LABELS = {
        "app.kubernetes.io/name",
        "app.kubernetes.io/instance",
        "app.kubernetes.io/component",
        "app.kubernetes.io/part-of"
    };

    @Folders
    void carriesTheStandardLabels(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        Stream<ObjectMeta> own = manifests.all().stream().map(HasMetadata::getMetadata);
        Stream<ObjectMeta> pods = manifests.workloads().stream()
                .map(workload -> workload.template().getMetadata());
        assertThat(Stream.concat(own, pods))
                .allSatisfy(metadata -> assertThat(metadata.getLabels()).containsKeys(STANDARD_LABELS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/evaluation", "overlays/production"})
    void livesInOneNamespaceThatEnforcesPodSecurity(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        Namespace namespace = manifests.the(Namespace.class);
        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(manifests.all())
                .filteredOn(manifest -> !manifest.equals(namespace))
                .extracting(manifest -> manifest.getMetadata().getNamespace())
                .containsOnly(namespace.getMetadata().getName());
    }

    @Folders
    void setsOnlyWhatExists(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        Set<String> settings = new HashSet<>(
                manifests.the(ConfigMap.class, "synkvakt-settings").getData().keySet());
        manifests
                .every(Secret.class)
                .forEach(secret -> settings.addAll(secret.getData().keySet()));
        assertThat(Settings.read().unknown(settings)).isEmpty();
    }

    @Folders
    void readsConfigMapsAndSecretsThatExist(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            assertThat(workload.container().getEnvFrom()).allSatisfy(source -> exists(manifests, source));
            assertThat(workload.container().getEnv().stream()
                            .map(EnvVar::getValueFrom)
                            .filter(Objects::nonNull))
                    .allSatisfy(source -> exists(manifests, source.getSecretKeyRef()));
        });
        assertThat(manifests.synkvakt().container().getEnvFrom()).hasSize(2);
    }

    private static void exists(RenderedManifests manifests, EnvFromSource source) {
        if (source.getConfigMapRef() == null) {
            assertThat(keys(manifests, source.getSecretRef().getName())).isNotEmpty();
        } else {
            assertThat(manifests
                            .the(ConfigMap.class, source.getConfigMapRef().getName())
                            .getData())
                    .isNotEmpty();
        }
    }

    private static void exists(RenderedManifests manifests, SecretKeySelector source) {
        assertThat(keys(manifests, source.getName())).contains(source.getKey());
    }

    /** Of a Secret that is rendered, or else of the example. */
    private static Set<String> keys(RenderedManifests manifests, String name) {
        return manifests
                .find(Secret.class, name)
                .map(secret -> secret.getData().keySet())
                .orElseGet(() -> keysOfExample(name));
    }

    private static Set<String> keysOfExample(String name) {
        try {
            Map<String, String> data =
                    RenderedManifests.secretExample().the(Secret.class, name).getStringData();
            return data.keySet();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Which of them may be known to all is said by {@link EvaluationTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production"})
    void holdsNoSecret(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).every(Secret.class)).isEmpty();
    }

    @Folders
    void keepsSecretsOutOfTheConfigMap(String folder) throws IOException, InterruptedException {
        List<ConfigMap> maps = RenderedManifests.of(folder).every(ConfigMap.class);
        Set<String> secret = RenderedManifests.secretExample()
                .the(Secret.class)
                .getStringData()
                .keySet();
        assertThat(maps).isNotEmpty().allSatisfy(map -> assertThat(map.getData().keySet())
                .doesNotContainAnyElementsOf(secret)
                .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|TOKEN|SHA256).*")));
    }
}
