package no.synkvakt.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import no.synkvakt.deadline.Learning;
import no.synkvakt.deadline.LearningSetting;

/** As an operator would have set it at the last start: in the shadow, until a test says otherwise. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableLearning implements LearningSetting {

    private volatile Learning learning = Learning.SHADOW;

    @Override
    public Learning learning() {
        return learning;
    }

    public void set(Learning wanted) {
        learning = wanted;
    }
}
