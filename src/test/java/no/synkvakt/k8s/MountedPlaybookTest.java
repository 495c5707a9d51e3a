package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The playbook lies in the cluster as a file of its own, for an operator to edit {@code k8s/base/playbook.yaml} alone. */
class MountedPlaybookTest {

    private static final Path OPERATORS = RenderedManifests.ROOT.resolve("base").resolve("playbook.yaml");
    private static final Path PACKAGED = Path.of("src", "main", "resources", "playbook.yaml");

    @Folders
    void whatIsReadIsTheFileBesideTheKustomization(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        Path read = Path.of(
                manifests.the(ConfigMap.class, "synkvakt-settings").getData().get("SYNKVAKT_PLAYBOOK_FILE"));
        ConfigMap mounted = mountedAt(manifests, read.getParent());
        assertThat(mounted.getData())
                .containsEntry(read.getFileName().toString(), Files.readString(OPERATORS))
                .hasSize(1);
        assertThat(mounted.getMetadata().getName())
                .as("a name that changes with what is in it, so that the pods start anew")
                .matches("synkvakt-playbook-[a-z0-9]{10}");
    }

    /** Kustomize reads nothing outside its folder, not even through a link, so there are two. */
    @Test
    void itIsThePackagedOneUntilAnOperatorEditsIt() throws IOException {
        assertThat(OPERATORS).hasSameTextualContentAs(PACKAGED);
    }

    private static ConfigMap mountedAt(RenderedManifests manifests, Path folder) {
        Workload synkvakt = manifests.synkvakt();
        VolumeMount mount = synkvakt.container().getVolumeMounts().stream()
                .filter(candidate -> folder.equals(Path.of(candidate.getMountPath())))
                .findAny()
                .orElseThrow();
        assertThat(mount.getReadOnly()).isTrue();
        Volume volume = synkvakt.pod().getVolumes().stream()
                .filter(candidate -> candidate.getName().equals(mount.getName()))
                .findAny()
                .orElseThrow();
        return manifests.the(ConfigMap.class, volume.getConfigMap().getName());
    }
}
