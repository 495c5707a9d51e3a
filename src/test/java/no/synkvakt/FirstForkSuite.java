package no.synkvakt;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Half of the tests, for one of the two forks that a whole run has; {@link SecondForkSuite} is the other half. Surefire hands
 * classes to its forks one by one, and Quarkus starts Synkvakt anew for each that comes by itself; a suite comes whole.
 *
 * @see <a href="https://github.com/quarkusio/quarkus/issues/43979">Quarkus, issue 43979</a>
 */
@Suite
@SelectPackages("no.synkvakt")
@IncludeClassNamePatterns("no\\.synkvakt\\." + FirstForkSuite.PACKAGES + ".*Test")
class FirstForkSuite {

    /** Chosen so that both halves take about as long. */
    static final String PACKAGES = "(access|board|metrics|notice|registry|status)\\.";

    private FirstForkSuite() {}
}
