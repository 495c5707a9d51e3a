package no.synkvakt.faults;

/** How a mail server answers. */
@FunctionalInterface
interface Mood {

    Mood WELL = (command, reply) -> reply;

    /**
     * What it says.
     *
     * @param command what was said to it: a line, {@code CONNECT} for a call, {@code .} for a whole mail
     * @param well what it says when it is well
     * @return empty: it hangs up
     */
    String reply(String command, String well);
}
