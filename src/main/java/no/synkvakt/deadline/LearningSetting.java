package no.synkvakt.deadline;

/**
 * What the operator has set. A change of it is a restart, and moves no time that has been set: the open cycle of a
 * municipality goes by it from its next report on. All at once, every step that is past a shorter limit would be an alarm.
 */
public interface LearningSetting {

    Learning learning();
}
