package no.synkvakt.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What makes pods, be it a Deployment or a StatefulSet.
 *
 * @param claims the names of the volumes that each pod gets for itself
 */
record Workload(String name, Map<String, String> selector, PodTemplateSpec template, List<String> claims) {

    static Workload of(Deployment deployment) {
        return new Workload(
                deployment.getMetadata().getName(),
                deployment.getSpec().getSelector().getMatchLabels(),
                deployment.getSpec().getTemplate(),
                List.of());
    }

    static Workload of(StatefulSet set) {
        return new Workload(
                set.getMetadata().getName(),
                set.getSpec().getSelector().getMatchLabels(),
                set.getSpec().getTemplate(),
                set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList());
    }

    PodSpec pod() {
        return template.getSpec();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    /** Of init containers there are none, which {@link EveryPodTest} holds. */
    Container container() {
        return pod().getContainers().get(0);
    }

    boolean isMeantBy(Map<String, String> labels) {
        return !labels.isEmpty() && labels().entrySet().containsAll(labels.entrySet());
    }

    /** @throws AssertionError when it selects by anything but labels */
    boolean isMeantBy(LabelSelector selector) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new AssertionError("expressions are not understood here: " + selector);
        }
        return isMeantBy(selector.getMatchLabels());
    }

    /** The port that a number or name means here. */
    OptionalInt port(IntOrString port) {
        return ports().filter(candidate -> port.getStrVal() == null
                        ? candidate.getContainerPort().equals(port.getIntVal())
                        : candidate.getName().equals(port.getStrVal()))
                .mapToInt(ContainerPort::getContainerPort)
                .findAny();
    }

    private Stream<ContainerPort> ports() {
        return container().getPorts().stream();
    }
}
