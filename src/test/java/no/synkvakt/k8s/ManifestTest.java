package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code k8s/base} as a cluster gets it. That every field is known is held by {@link StrictManifests} as it reads. */
class ManifestTest {

    private static final int MANAGEMENT_PORT = 9000;
    private static final Duration LONGEST_MAIL_ATTEMPT = Duration.ofSeconds(30);
    private static final String[] STANDARD_LABELS = {
        "app.kubernetes.io/name",
        "app.kubernetes.io/instance",
        "app.kubernetes.io/component",
        "app.kubernetes.io/part-of"
    };

    private RenderedManifests base;

    @BeforeEach
    void render() throws IOException, InterruptedException {
        base = RenderedManifests.base();
    }

    @Test
    void rendersAllOfTheBaseAndNoSecret() {
        assertThat(base.all())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder(
                        "ConfigMap", "Deployment", "NetworkPolicy", "PodDisruptionBudget", "Service", "ServiceAccount");
    }

    @Test
    void carriesTheStandardLabels() {
        ObjectMeta pods = base.deployment().getTemplate().getMetadata();
        assertThat(Stream.concat(base.all().stream().map(HasMetadata::getMetadata), Stream.of(pods)))
                .allSatisfy(metadata -> assertThat(metadata.getLabels()).containsKeys(STANDARD_LABELS));
    }

    @Test
    void rollsTwoReplicasWithoutAGap() {
        DeploymentSpec deployment = base.deployment();
        assertThat(deployment.getReplicas()).isEqualTo(2);
        assertThat(deployment.getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(deployment.getStrategy().getRollingUpdate().getMaxUnavailable())
                .isEqualTo(new IntOrString(0));
    }

    @Test
    void leavesTimeToEndWhatIsUnderWay() {
        Duration requests = DurationConverter.parseDuration(
                base.the(ConfigMap.class).getData().get("QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(Duration.ofSeconds(base.pod().getTerminationGracePeriodSeconds()))
                .isGreaterThan(LONGEST_MAIL_ATTEMPT.plus(requests));
    }

    @Test
    void pinsItsImages() {
        assertThat(base.pod().getContainers())
                .extracting(Container::getImage)
                .allSatisfy(image -> assertThat(image).matches("\\S+(:[\\w.-]+|@sha256:[0-9a-f]{64})"))
                .noneMatch(image -> image.endsWith(":latest"));
    }

    @Test
    void isLetInWherePodSecurityIsRestricted() {
        assertThat(PodSecurity.violations(base.pod())).isEmpty();
    }

    @Test
    void writesNowhereButToTmpAndHasNoToken() {
        assertThat(base.container().getSecurityContext().getReadOnlyRootFilesystem())
                .isTrue();
        assertThat(base.container().getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/tmp");
        assertThat(base.pod().getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void mountsOnlyVolumesThatExist() {
        assertThat(base.pod().getVolumes())
                .extracting("name")
                .containsExactlyInAnyOrderElementsOf(base.container().getVolumeMounts().stream()
                        .map(VolumeMount::getName)
                        .toList());
    }

    @Test
    void requestsAndLimitsItsResources() {
        assertThat(base.container().getResources().getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(base.container().getResources().getLimits()).containsOnlyKeys("cpu", "memory");
    }

    @Test
    void probesAskTheManagementPort() {
        probes("/q/health/started", base.container().getStartupProbe());
        probes("/q/health/ready", base.container().getReadinessProbe());
        probes("/q/health/live", base.container().getLivenessProbe());
    }

    private void probes(String path, Probe probe) {
        HTTPGetAction request = probe.getHttpGet();
        assertThat(request.getPath()).isEqualTo(path);
        assertThat(containerPort(request.getPort())).isEqualTo(MANAGEMENT_PORT);
    }

    @Test
    void selectsItsOwnPods() {
        Map<String, String> pods = base.deployment().getTemplate().getMetadata().getLabels();
        assertThat(base.deployment().getSelector().getMatchLabels()).isNotEmpty();
        assertThat(pods).containsAllEntriesOf(base.deployment().getSelector().getMatchLabels());
        assertThat(service().getSelector())
                .isEqualTo(base.deployment().getSelector().getMatchLabels());
    }

    @Test
    void everythingElseMeansThesePodsToo() {
        Map<String, String> pods = base.deployment().getSelector().getMatchLabels();
        assertThat(base.the(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(pods);
        assertThat(policy().getPodSelector().getMatchLabels()).isEqualTo(pods);
        assertThat(base.pod().getTopologySpreadConstraints())
                .singleElement()
                .extracting(spread -> spread.getLabelSelector().getMatchLabels())
                .isEqualTo(pods);
    }

    @Test
    void oneAtATimeMayBeEvicted() {
        assertThat(base.the(PodDisruptionBudget.class).getSpec().getMaxUnavailable())
                .isEqualTo(new IntOrString(1));
    }

    @Test
    void runsAsAnAccountWithoutAToken() {
        ServiceAccount account = base.the(ServiceAccount.class);
        assertThat(base.pod().getServiceAccountName())
                .isEqualTo(account.getMetadata().getName());
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void isReachedAtItsTwoPorts_theManagementPortFromThisClusterAlone() {
        assertThat(policy().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy().getIngress()).allSatisfy(rule -> {
            int port = containerPort(rule.getPorts().get(0).getPort());
            assertThat(rule.getPorts()).hasSize(1);
            assertThat(rule.getFrom().isEmpty()).as("from anywhere").isEqualTo(port == 8080);
        });
        assertThat(policy().getIngress())
                .extracting(rule -> containerPort(rule.getPorts().get(0).getPort()))
                .containsExactlyInAnyOrder(8080, MANAGEMENT_PORT);
    }

    @Test
    void reachesDnsPostgresSmtpAndOidcOnly() {
        assertThat(policy().getEgress())
                .flatExtracting(NetworkPolicyEgressRule::getPorts)
                .extracting(port -> port.getProtocol() + " " + port.getPort().getValue())
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 5432", "TCP 25", "TCP 465", "TCP 587", "TCP 443");
    }

    private NetworkPolicySpec policy() {
        return base.the(NetworkPolicy.class).getSpec();
    }

    @Test
    void serviceLeadsToThePortsOfTheContainer() {
        Map<Integer, Integer> ways = service().getPorts().stream()
                .collect(Collectors.toMap(ServicePort::getPort, port -> containerPort(port.getTargetPort())));
        assertThat(ways).containsExactlyInAnyOrderEntriesOf(Map.of(80, 8080, MANAGEMENT_PORT, MANAGEMENT_PORT));
    }

    /** The port that a number or name means; the name of no port is an error. */
    private int containerPort(IntOrString port) {
        return base.container().getPorts().stream()
                .filter(candidate -> port.getStrVal() == null
                        ? candidate.getContainerPort().equals(port.getIntVal())
                        : candidate.getName().equals(port.getStrVal()))
                .map(ContainerPort::getContainerPort)
                .findAny()
                .orElseThrow(() -> new AssertionError("the container has no port " + port.getValue()));
    }

    private ServiceSpec service() {
        return base.the(Service.class).getSpec();
    }
}
