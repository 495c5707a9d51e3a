package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever selects pods means those of exactly one workload, and ports that these have. */
class SelectorsTest {

    @Folders
    void aWorkloadMeansItsOwnPodsAndSpreadsThem(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            assertThat(meantBy(manifests, workload.selector())).isEqualTo(workload);
            assertThat(workload.pod().getTopologySpreadConstraints())
                    .allSatisfy(spread -> assertThat(meantBy(manifests, spread.getLabelSelector()))
                            .isEqualTo(workload));
        });
    }

    @Folders
    void aServiceLeadsToPortsThatExist(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        assertThat(manifests.every(Service.class)).isNotEmpty().allSatisfy(service -> {
            Workload workload = meantBy(manifests, service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts()).isNotEmpty().allSatisfy(port -> assertThat(
                            workload.port(port.getTargetPort()))
                    .isPresent());
        });
    }

    @Folders
    void aDisruptionBudgetMeansSynkvakt(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        LabelSelector selector =
                manifests.the(PodDisruptionBudget.class).getSpec().getSelector();
        assertThat(meantBy(manifests, selector)).isEqualTo(manifests.synkvakt());
    }

    @Folders
    void eachWorkloadHasOneNetworkPolicyForBothDirections(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        List<NetworkPolicy> policies = manifests.every(NetworkPolicy.class);
        assertThat(policies)
                .extracting(policy -> meantBy(manifests, policy.getSpec().getPodSelector()))
                .containsExactlyInAnyOrderElementsOf(manifests.workloads());
        assertThat(policies).allSatisfy(policy -> assertThat(policy.getSpec().getPolicyTypes())
                .containsExactlyInAnyOrder("Ingress", "Egress"));
    }

    @Folders
    void aNetworkPolicyLetsInAtPortsThatExist(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        for (NetworkPolicy policy : manifests.every(NetworkPolicy.class)) {
            Workload workload = meantBy(manifests, policy.getSpec().getPodSelector());
            for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
                theyExist(workload, rule.getPorts());
                rule.getFrom().forEach(peer -> neighbour(manifests, peer));
            }
        }
    }

    @Folders
    void aNetworkPolicyLetsOutToPortsThatExist(String folder) throws IOException, InterruptedException {
        RenderedManifests manifests = RenderedManifests.of(folder);
        for (NetworkPolicy policy : manifests.every(NetworkPolicy.class)) {
            for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
                assertThat(rule.getPorts()).isNotEmpty();
                rule.getTo().forEach(peer -> neighbour(manifests, peer)
                        .ifPresent(workload -> theyExist(workload, rule.getPorts())));
            }
        }
    }

    private static void theyExist(Workload workload, List<NetworkPolicyPort> ports) {
        assertThat(ports).isNotEmpty().allSatisfy(port -> assertThat(workload.port(port.getPort()))
                .as("port %s of %s", port.getPort().getValue(), workload.name())
                .isPresent());
    }

    /** Whom a peer means when it means one of these workloads. */
    private static Optional<Workload> neighbour(RenderedManifests manifests, NetworkPolicyPeer peer) {
        LabelSelector pods = peer.getPodSelector();
        boolean elsewhere = pods == null || peer.getNamespaceSelector() != null;
        return elsewhere || pods.getMatchLabels().isEmpty() ? Optional.empty() : Optional.of(meantBy(manifests, pods));
    }

    private static Workload meantBy(RenderedManifests manifests, LabelSelector selector) {
        return only(manifests.workloads().stream()
                .filter(workload -> workload.isMeantBy(selector))
                .toList());
    }

    private static Workload meantBy(RenderedManifests manifests, Map<String, String> labels) {
        return only(manifests.workloads().stream()
                .filter(workload -> workload.isMeantBy(labels))
                .toList());
    }

    private static Workload only(List<Workload> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
