package no.synkvakt.k8s;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the Pod Security Standards' level "restricted", read as stricter than they are where that is simpler. */
final class PodSecurity {

    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");

    private final PodSpec pod;
    private final PodSecurityContext podContext;
    private final List<String> violations = new ArrayList<>();

    private PodSecurity(PodSpec pod) {
        this.pod = pod;
        this.podContext = Optional.ofNullable(pod.getSecurityContext()).orElseGet(PodSecurityContext::new);
    }

    /** What would keep the pod out of a namespace that enforces "restricted"; nothing: it is let in. */
    static List<String> violations(PodSpec pod) {
        PodSecurity rules = new PodSecurity(pod);
        rules.checkPod();
        Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .forEach(rules::checkContainer);
        return List.copyOf(rules.violations);
    }

    private void checkPod() {
        require(!isTrue(pod.getHostNetwork()), "hostNetwork");
        require(!isTrue(pod.getHostPID()), "hostPID");
        require(!isTrue(pod.getHostIPC()), "hostIPC");
        require(!Objects.equals(podContext.getRunAsUser(), 0L), "runAsUser 0");
        require(podContext.getSysctls().isEmpty(), "sysctls");
        require(podContext.getSeLinuxOptions() == null, "seLinuxOptions");
        require(podContext.getAppArmorProfile() == null, "appArmorProfile");
        require(podContext.getWindowsOptions() == null, "windowsOptions");
        require(pod.getEphemeralContainers().isEmpty(), "ephemeralContainers");
        pod.getVolumes().forEach(volume -> require(isHarmless(volume), "volume " + volume.getName()));
    }

    private void checkContainer(Container container) {
        String of = container.getName() + ": ";
        SecurityContext context =
                Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
        checkUser(of, context);
        checkPrivileges(of, context);
        checkCapabilities(of, Optional.ofNullable(context.getCapabilities()).orElseGet(Capabilities::new));
        container.getPorts().forEach(port -> require(port.getHostPort() == null, of + "hostPort"));
    }

    private void checkUser(String of, SecurityContext context) {
        Boolean nonRoot = Optional.ofNullable(context.getRunAsNonRoot()).orElse(podContext.getRunAsNonRoot());
        require(isTrue(nonRoot), of + "runAsNonRoot");
        require(!Objects.equals(context.getRunAsUser(), 0L), of + "runAsUser 0");
    }

    private void checkPrivileges(String of, SecurityContext context) {
        SeccompProfile profile =
                Optional.ofNullable(context.getSeccompProfile()).orElse(podContext.getSeccompProfile());
        require(profile != null && PROFILES.contains(profile.getType()), of + "seccompProfile");
        require(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), of + "allowPrivilegeEscalation");
        require(!isTrue(context.getPrivileged()), of + "privileged");
        require(context.getProcMount() == null, of + "procMount");
        require(context.getSeLinuxOptions() == null, of + "seLinuxOptions");
        require(context.getAppArmorProfile() == null, of + "appArmorProfile");
        require(context.getWindowsOptions() == null, of + "windowsOptions");
    }

    private void checkCapabilities(String of, Capabilities capabilities) {
        require(capabilities.getDrop().contains("ALL"), of + "capabilities do not drop ALL");
        require(capabilities.getAdd().isEmpty(), of + "capabilities added");
    }

    /** Only the kinds in use, all of which "restricted" lets in. */
    private static boolean isHarmless(Volume volume) {
        return Stream.of(volume.getEmptyDir(), volume.getConfigMap(), volume.getSecret(), volume.getProjected())
                .anyMatch(Objects::nonNull);
    }

    private void require(boolean held, String what) {
        if (!held) {
            violations.add(what);
        }
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
