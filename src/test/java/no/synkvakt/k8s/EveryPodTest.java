package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds for the pods of every workload, Synkvakt's and its neighbours'. */
class EveryPodTest {

    private static final String PINNED =
            "([a-z0-9.-]+\\.[a-z]+/\\S+|synkvakt)(:v?\\d+\\.\\d+[\\w.-]*|@sha256:[0-9a-f]{64})";

    @Folders
    void isLetInWherePodSecurityIsRestricted(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads()).isNotEmpty().allSatisfy(workload -> assertThat(
                        PodSecurity.violations(workload.pod()))
                .isEmpty());
    }

    @Folders
    void isOneContainerOfAPinnedImage(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads()).allSatisfy(workload -> {
            assertThat(workload.pod().getContainers()).hasSize(1);
            assertThat(workload.pod().getInitContainers()).isEmpty();
            assertThat(workload.container().getImage()).matches(PINNED);
        });
    }

    @Folders
    void writesOnlyToVolumesThatExist(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads()).allSatisfy(workload -> {
            Container container = workload.container();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(Stream.concat(
                            workload.pod().getVolumes().stream().map(Volume::getName), workload.claims().stream()))
                    .containsExactlyInAnyOrderElementsOf(container.getVolumeMounts().stream()
                            .map(VolumeMount::getName)
                            .toList());
        });
    }

    @Folders
    void hasNoToken(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads())
                .allSatisfy(workload -> assertThat(workload.pod().getAutomountServiceAccountToken())
                        .isFalse());
    }

    @Folders
    void requestsAndLimitsItsResources(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads()).allSatisfy(workload -> {
            assertThat(workload.container().getResources().getRequests()).containsOnlyKeys("cpu", "memory");
            assertThat(workload.container().getResources().getLimits()).containsOnlyKeys("cpu", "memory");
        });
    }

    @Folders
    void isProbedAtAPortOfItsOwn(String folder) throws IOException, InterruptedException {
        assertThat(RenderedManifests.of(folder).workloads()).allSatisfy(workload -> {
            assertThat(workload.container().getReadinessProbe()).isNotNull();
            assertThat(probes(workload.container()).map(Probe::getHttpGet).filter(Objects::nonNull))
                    .allSatisfy(request ->
                            assertThat(workload.port(request.getPort())).isPresent());
        });
    }

    private static Stream<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .filter(Objects::nonNull);
    }
}
