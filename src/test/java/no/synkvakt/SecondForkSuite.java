package no.synkvakt;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not in {@link FirstForkSuite}. */
@Suite
@SelectPackages("no.synkvakt")
@IncludeClassNamePatterns("no\\.synkvakt\\.(?!" + FirstForkSuite.PACKAGES + ").*Test")
class SecondForkSuite {

    private SecondForkSuite() {}
}
